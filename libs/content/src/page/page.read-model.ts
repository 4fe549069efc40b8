import { Column, Entity, Index, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import {
  Rejection,
  may,
  narrowedUnits,
  permitted,
  unitsWhere,
  type Actor,
  type Language,
  type Page,
  type Recorded,
} from '@isegoria/kernel';
import {
  PositionColumn,
  answer,
  insertNew,
  isAboutAny,
  isRowId,
  isWithinAny,
  unitsInUse,
  pageOfRows,
  timeOf,
  type Projection,
} from '@isegoria/projection';
import { filesView, noFiles, withoutFile, type FilesInRow } from '../file/attached/attached.contract';
import type { FileWithdrawn } from '../file/file.contract';
import {
  listPageDrafts,
  listPages,
  showPage,
  showUnitsOfPages,
  type pageSelections,
  type ContentEvent,
  type PageArchiving,
  type PageCorrection,
  type PageKind,
  type PageStatus,
  type PageView,
} from './page.contract';
import { PageVersionRow, versionOf, withdrawFromVersions } from './versions/page-version-row.read-model';

@Entity('page')
@Index('page_by_change', ['changedPosition'])
export class PageRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  unit: string;

  @Column('text')
  kind: PageKind;

  @Column('text')
  status: PageStatus;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  @Column('text')
  language: Language;

  /** The topics and areas that it is about. */
  @Column('jsonb')
  categories: readonly string[];

  /** The picture and the documents beside it. */
  @Column('jsonb')
  files: FilesInRow;

  /** First publication; kept when the page is withdrawn. */
  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column('timestamptz', { name: 'revised_at' })
  revisedAt: Date;

  /** Where in the log it got the words that it has. */
  @PositionColumn()
  version: number;

  /** The event that has those words, and what was said of them. */
  @Column('uuid', { name: 'words_event' })
  wordsEvent: string;

  @Column('text', { nullable: true })
  note: string | null;

  /** How many versions everybody could read so far, and where in the log the words of the last of them are. */
  @Column('int')
  versions: number;

  @PositionColumn({ name: 'shown_version', nullable: true })
  shownVersion: number | null;

  @Column('jsonb', { nullable: true })
  correction: PageCorrection | null;

  /** Where it is published and no longer current. */
  @Column('jsonb', { nullable: true })
  archived: PageArchiving | null;

  @Column('timestamptz', { name: 'publish_at', nullable: true })
  publishAt: Date | null;

  /** Where in the log its words or that plan changed last. */
  @PositionColumn({ name: 'plan_version' })
  planVersion: number;

  /** Where in the log it was published, or drafted while it is not: the order of lists. */
  @PositionColumn({ name: 'changed_position' })
  changedPosition: number;
}

export function pageListProjection(): Projection {
  return { name: 'content/page-list', entities: [PageRow, PageVersionRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const relevant = events as readonly Recorded<ContentEvent | FileWithdrawn>[];
  await insertNew(rows, PageRow, relevant.flatMap(draftedPage));
  for (const event of relevant) {
    const { type, data } = event;
    if (type === 'FileWithdrawn') await withdrawFromPages(data, rows);
    if (type === 'PageRevised') {
      const { title, body, language, files = noFiles, categories = [], note = null } = data;
      const words = { title, body, language, files, categories, note, wordsEvent: event.id, planVersion: event.position };
      await rows.update(PageRow, { id: data.pageId }, { ...words, revisedAt: timeOf(event), version: event.position } as never);
    }
    if (type === 'PagePublished') {
      await rows.query(
        `UPDATE page SET status = 'published', archived = NULL, publish_at = NULL, published_at = coalesce(published_at, $2),
           changed_position = CASE WHEN published_at IS NULL THEN $3 ELSE changed_position END
         WHERE id = $1`,
        [data.pageId, timeOf(event), event.position],
      );
    }
    if (type === 'PagePublished' || type === 'PageRevised') await showWords(data.pageId, event, rows);
    if (type === 'PagePublicationPlanned') {
      const publishAt = data.at === null ? null : new Date(data.at);
      await rows.update(PageRow, { id: data.pageId }, { publishAt, planVersion: event.position });
    }
    if (type === 'PageArchived') {
      const archived = { at: timeOf(event).toISOString(), reason: data.reason };
      await rows.update(PageRow, { id: data.pageId }, { archived });
    }
    if (type === 'PageWithdrawn')
      await rows.update(PageRow, { id: data.pageId }, { status: 'withdrawn', archived: null, publishAt: null });
  }
}

/** Says wherever a file stands that it was withdrawn. */
async function withdrawFromPages(withdrawn: FileWithdrawn['data'], rows: EntityManager): Promise<void> {
  const having = 'strpos(files::text, $1) > 0';
  const found: Pick<PageRow, 'id' | 'files'>[] = await rows.query(`SELECT id, files FROM page WHERE ${having}`, [withdrawn.file]);
  for (const { id, files } of found) await rows.update(PageRow, { id }, { files: withoutFile(files, withdrawn) });
  await withdrawFromVersions(withdrawn, rows);
}

/** Keeps the words that everybody can read from now on as a version of their own, unless everybody could read them before. */
async function showWords(id: string, event: Recorded<ContentEvent>, rows: EntityManager): Promise<void> {
  const page = await rows.findOneBy(PageRow, { id, status: 'published' });
  if (!page || page.shownVersion === page.version) return;
  const versions = page.versions + 1;
  const correction = versions > 1 && page.note !== null ? { at: timeOf(event).toISOString(), note: page.note } : page.correction;
  await rows.insert(PageVersionRow, versionOf(page, versions, event) as never);
  await rows.update(PageRow, { id }, { versions, correction, shownVersion: page.version });
}

function draftedPage(event: Recorded<ContentEvent | FileWithdrawn>): PageRow[] {
  if (event.type !== 'PageDrafted') return [];
  const { pageId, unit, kind, title, body, language, files = noFiles, categories = [] } = event.data;
  return [
    {
      id: pageId,
      unit,
      kind,
      status: 'draft',
      title,
      body,
      language,
      categories,
      files,
      publishedAt: null,
      revisedAt: timeOf(event),
      version: event.position,
      wordsEvent: event.id,
      note: null,
      versions: 0,
      shownVersion: null,
      correction: null,
      archived: null,
      publishAt: null,
      planVersion: event.position,
      changedPosition: event.position,
    },
  ];
}

interface Choice {
  readonly kind?: PageKind;
  /** Those of this unit and of all below it; those of every unit when absent. */
  readonly unit?: string;
  /** Those that are about it, or about one below it. */
  readonly topic?: string;
  readonly area?: string;
  readonly status?: (typeof pageSelections)[number];
  /** The units whose unpublished pages are listed too, each with all below it; none when absent. */
  readonly unpublishedIn?: readonly string[];
  readonly cursor?: string;
}

/** What is archived is published, and no longer current. */
const isCurrent = `page.status = 'published' AND page.archived IS NULL`;
const selected: Readonly<Record<(typeof pageSelections)[number], string>> = {
  all: 'true',
  published: isCurrent,
  archived: `page.status = 'published' AND page.archived IS NOT NULL`,
  draft: 'page.status = :status',
  withdrawn: 'page.status = :status',
};

/** Pages, newest first; published ones unless another status (or all) is asked for. */
export async function pageList(
  rows: DataSource | EntityManager,
  { kind, unit, topic, area, status = 'published', unpublishedIn = [], cursor }: Choice = {},
): Promise<Page<PageView>> {
  const query = rows.getRepository(PageRow).createQueryBuilder('page').where(kind ? { kind } : {});
  query.andWhere(selected[status], { status });
  if (unit !== undefined) query.andWhere(isWithinAny('page.unit', ':units'), { units: [unit] });
  if (topic !== undefined) query.andWhere(isAboutAny('page.categories', ':topics'), { topics: [topic] });
  if (area !== undefined) query.andWhere(isAboutAny('page.categories', ':areas'), { areas: [area] });
  query.andWhere(`(page.status = 'published' OR ${isWithinAny('page.unit', ':unpublishedIn')})`, { unpublishedIn });
  const { items, ...page } = await pageOfRows(query, { by: 'changedPosition', newestFirst: true, cursor });
  return { ...page, items: items.map(viewOf) };
}

/** Drafts of these units and those below them, oldest first. */
export async function pageDrafts(rows: DataSource | EntityManager, units: readonly string[], cursor?: string): Promise<Page<PageView>> {
  const query = rows.getRepository(PageRow).createQueryBuilder('page').where({ status: 'draft' });
  query.andWhere(isWithinAny('page.unit', ':units'), { units });
  const { items, ...page } = await pageOfRows(query, { by: 'changedPosition', cursor });
  return { ...page, items: items.map(viewOf) };
}

/** One page of any status, or undefined; the caller checks whether the reader may see a draft. */
export async function pageById(rows: DataSource | EntityManager, pageId: string): Promise<PageView | undefined> {
  const row = isRowId(pageId) ? await rows.getRepository(PageRow).findOneBy({ id: pageId }) : null;
  return row ? viewOf(row) : undefined;
}

/** As everybody may read it, or somebody of its office. @throws Rejection PAGE_WITHDRAWN or PAGE_NOT_FOUND */
export async function readablePage(rows: DataSource | EntityManager, reader: Actor | undefined, pageId: string): Promise<PageView> {
  const page = await pageById(rows, pageId);
  if (page && (page.status === 'published' || may(reader, 'publish', page.unit))) return page;
  // Everybody could read it, and the log says that it is gone: that is no secret, as a draft is.
  throw new Rejection(page?.status === 'withdrawn' ? 'PAGE_WITHDRAWN' : 'PAGE_NOT_FOUND');
}

function viewOf(row: PageRow): PageView {
  const { id, unit, kind, status, title, body, language, categories, files, publishedAt, revisedAt, publishAt, ...others } = row;
  const { version, versions, correction, archived, planVersion } = others;
  return {
    id,
    unit,
    kind,
    status,
    title,
    body,
    language,
    categories,
    ...filesView(files),
    publishedAt: publishedAt?.toISOString() ?? null,
    revisedAt: revisedAt.toISOString(),
    ...{ version, versions, correction, archived, planVersion },
    publishAt: publishAt?.toISOString() ?? null,
  };
}

export const pageAnswers = [
  answer(listPageDrafts, ['content'], ({ unit, cursor }, { rows, reader }) =>
    pageDrafts(rows, narrowedUnits(unitsWhere(reader, 'publish'), unit), cursor),
  ),
  answer(listPages, ['content'], async ({ status = 'published', ...chosen }, { rows, reader }) => {
    if (status !== 'published' && status !== 'archived') permitted(reader, 'publish');
    return pageList(rows, { ...chosen, status, unpublishedIn: unitsWhere(reader, 'publish') });
  }),
  answer(showUnitsOfPages, ['content'], async (_, { rows }) => ({ units: await unitsInUse(rows, 'page', isCurrent) })),
  answer(showPage, ['content'], ({ pageId }, { rows, reader }) => readablePage(rows, reader, pageId)),
];
