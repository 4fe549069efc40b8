import { Column, Entity, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import type { Language, Recorded } from '@isegoria/kernel';
import { PositionColumn, timeOf } from '@isegoria/projection';
import { withoutFile, type FilesInRow } from '../../file/attached/attached.contract';
import type { FileWithdrawn } from '../../file/file.contract';

/** Words that everybody could read on a page. */
@Entity('page_version')
@Index('page_version_by_page', ['pageId', 'shownPosition'])
export class PageVersionRow {
  @PrimaryColumn('uuid', { name: 'page_id' })
  pageId: string;

  @PrimaryColumn('int')
  version: number;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  @Column('text')
  language: Language;

  @Column('jsonb')
  categories: readonly string[];

  @Column('jsonb')
  files: FilesInRow;

  @Column('text', { nullable: true })
  note: string | null;

  /** The event that has the words. */
  @Column('uuid', { name: 'event_id' })
  eventId: string;

  @PositionColumn()
  position: number;

  @Column('timestamptz', { name: 'shown_at' })
  shownAt: Date;

  /** The event by which everybody could read them. */
  @PositionColumn({ name: 'shown_position' })
  shownPosition: number;
}

interface PageNow extends Pick<PageVersionRow, 'title' | 'body' | 'language' | 'categories' | 'files' | 'note'> {
  readonly id: string;
  readonly wordsEvent: string;
  /** Where in the log its words are. */
  readonly version: number;
}

/** The words of a page as its next version. @param by the event that shows them */
export function versionOf(page: PageNow, version: number, by: Recorded): PageVersionRow {
  const { id: pageId, title, body, language, categories, files, note, wordsEvent: eventId, version: position } = page;
  const said = { title, body, language, categories, files, note };
  return { pageId, version, ...said, eventId, position, shownAt: timeOf(by), shownPosition: by.position };
}

/** A file that was withdrawn can be read in no version any more. */
export async function withdrawFromVersions(withdrawn: FileWithdrawn['data'], rows: EntityManager): Promise<void> {
  const having = rows.createQueryBuilder(PageVersionRow, 'one').where('strpos(one.files::text, :file) > 0', { file: withdrawn.file });
  for (const { pageId, version, files } of await having.getMany())
    await rows.update(PageVersionRow, { pageId, version }, { files: withoutFile(files, withdrawn) as never });
}
