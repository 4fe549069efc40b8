import type { DataSource, EntityManager } from 'typeorm';
import { Rejection, type Page } from '@isegoria/kernel';
import { answer, isRowId, pageOfRows } from '@isegoria/projection';
import { filesView } from '../../file/attached/attached.contract';
import { readablePage } from '../page.read-model';
import { PageVersionRow } from './page-version-row.read-model';
import { listPageVersions, showPageVersion, type PageVersionSummary, type PageVersionView } from './page-versions.contract';

/** The versions of a page, the newest first. */
export async function versionsOf(
  rows: DataSource | EntityManager,
  pageId: string,
  cursor?: string,
): Promise<Page<PageVersionSummary>> {
  const query = rows.getRepository(PageVersionRow).createQueryBuilder('version').where({ pageId });
  const { items, ...page } = await pageOfRows(query, { by: 'shownPosition', newestFirst: true, cursor });
  return { ...page, items: items.map(summaryOf) };
}

export async function versionAt(rows: DataSource | EntityManager, pageId: string, version: string): Promise<PageVersionView | undefined> {
  const row = isRowId(pageId) ? await rows.getRepository(PageVersionRow).findOneBy({ pageId, version: Number(version) }) : null;
  if (!row) return undefined;
  const { body, categories, files } = row;
  return { ...summaryOf(row), body, categories, ...filesView(files) };
}

function summaryOf({ pageId, version, title, language, note, shownAt, eventId, position }: PageVersionRow): PageVersionSummary {
  return { pageId, version, title, language, note, shownAt: shownAt.toISOString(), eventId, position };
}

/** Whoever may read a page reads how it read before. */
export const pageVersionAnswers = [
  answer(listPageVersions, ['content'], async ({ pageId, cursor }, { rows, reader }) => {
    const { id } = await readablePage(rows, reader, pageId);
    return versionsOf(rows, id, cursor);
  }),
  answer(showPageVersion, ['content'], async ({ pageId, version }, { rows, reader }) => {
    const { id } = await readablePage(rows, reader, pageId);
    const found = await versionAt(rows, id, version);
    if (!found) throw new Rejection('NOT_FOUND');
    return found;
  }),
];
