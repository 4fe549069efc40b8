import { Column, Entity, Index, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { Rejection, may, permitted, type Page, type Recorded } from '@isegoria/kernel';
import { PositionColumn, answer, insertNew, isRowId, pageOfRows, timeOf, type Projection } from '@isegoria/projection';
import type { Language } from '@isegoria/texts';
import { listPages, showPage, type ContentEvent, type PageKind, type PageStatus, type PageView } from './page.contract';

@Entity('page')
@Index('page_by_change', ['changedPosition'])
export class PageRow {
  @PrimaryColumn('uuid')
  id: string;

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

  /** First publication; kept when the page is withdrawn. */
  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column('timestamptz', { name: 'revised_at' })
  revisedAt: Date;

  /** Where in the log it was published, or drafted while it is not: the order of lists. */
  @PositionColumn({ name: 'changed_position' })
  changedPosition: number;
}

export function pageListProjection(): Projection {
  return { name: 'content/page-list', entities: [PageRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const relevant = events as readonly Recorded<ContentEvent>[];
  await insertNew(rows, PageRow, relevant.flatMap(draftedPage));
  for (const event of relevant) {
    const { type, data } = event;
    if (type === 'PageRevised') {
      const { title, body, language } = data;
      await rows.update(PageRow, { id: data.pageId }, { title, body, language, revisedAt: timeOf(event) });
    }
    if (type === 'PagePublished') {
      await rows.query(
        `UPDATE page SET status = 'published', published_at = coalesce(published_at, $2),
           changed_position = CASE WHEN published_at IS NULL THEN $3 ELSE changed_position END
         WHERE id = $1`,
        [data.pageId, timeOf(event), event.position],
      );
    }
    if (type === 'PageWithdrawn') await rows.update(PageRow, { id: data.pageId }, { status: 'withdrawn' });
  }
}

function draftedPage(event: Recorded<ContentEvent>): PageRow[] {
  if (event.type !== 'PageDrafted') return [];
  const { pageId, kind, title, body, language } = event.data;
  return [
    {
      id: pageId,
      kind,
      status: 'draft',
      title,
      body,
      language,
      publishedAt: null,
      revisedAt: timeOf(event),
      changedPosition: event.position,
    },
  ];
}

/** Pages, newest first; published ones unless another status (or all) is asked for, which officials alone may see. */
export async function pageList(
  rows: DataSource | EntityManager,
  { kind, status = 'published', cursor }: { kind?: PageKind; status?: PageStatus | 'all'; cursor?: string } = {},
): Promise<Page<PageView>> {
  const chosen = { ...(kind ? { kind } : {}), ...(status === 'all' ? {} : { status }) };
  const query = rows.getRepository(PageRow).createQueryBuilder('page').where(chosen);
  const { items, ...page } = await pageOfRows(query, { by: 'changedPosition', newestFirst: true, cursor });
  return { ...page, items: items.map(viewOf) };
}

/** One page of any status, or undefined: whoever asks must be allowed to see a draft. */
export async function pageById(rows: DataSource | EntityManager, pageId: string): Promise<PageView | undefined> {
  const row = isRowId(pageId) ? await rows.getRepository(PageRow).findOneBy({ id: pageId }) : null;
  return row ? viewOf(row) : undefined;
}

function viewOf({ id, kind, status, title, body, language, publishedAt, revisedAt }: PageRow): PageView {
  return { id, kind, status, title, body, language, publishedAt: publishedAt?.toISOString() ?? null, revisedAt: revisedAt.toISOString() };
}

export const pageAnswers = [
  answer(listPages, ['content'], async ({ kind, status = 'published', cursor }, { rows, reader }) => {
    if (status !== 'published') permitted(reader, 'publish');
    return pageList(rows, { kind, status, cursor });
  }),
  answer(showPage, ['content'], async ({ pageId }, { rows, reader }) => {
    const page = await pageById(rows, pageId);
    if (!page || (page.status !== 'published' && !may(reader, 'publish'))) throw new Rejection('PAGE_NOT_FOUND');
    return page;
  }),
];
