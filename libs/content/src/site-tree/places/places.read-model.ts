import type { DataSource, EntityManager } from 'typeorm';
import { Rejection, may, permitted, unitsWhere, type Page } from '@isegoria/kernel';
import { answer, isRowId, isWithinAny, pageOfRows } from '@isegoria/projection';
import { PageRow } from '../../page/page.read-model';
import { pathAsked } from '../address.contract';
import {
  listPlaces,
  showAddress,
  showPlace,
  showTop,
  showTreeVersion,
  type AddressView,
  type PlacedPage,
  type PlaceView,
  type TopView,
} from './places.contract';
import { SiteAddressRow, SitePlaceRow } from '../site-tree.read-model';

type Rows = DataSource | EntityManager;
type Joined = Omit<PlacedPage, 'order'> & { readonly place: number };

const columns = 'page.id, page.unit, page.kind, page.status, page.title, page.language, above, place, address, path';

const viewOf = ({ id, unit, kind, status, title, language, above, place, address, path }: Joined): PlacedPage => ({
  ...{ id, unit, kind, status, title, language, above, order: place, address, path },
});

/**
 * Published pages below each of several others, and at the top where that is asked for; below one that nobody may read, those below that
 * stand in its place.
 */
async function listsBelow(rows: Rows, above: readonly string[], fromTop = false): Promise<(PlacedPage & { list: string | null })[]> {
  const found: (Joined & { list: string | null })[] = await rows.query(
    `WITH RECURSIVE below AS (
       SELECT id, above AS list, ARRAY[place] AS way FROM site_place
       WHERE path IS NOT NULL AND (above = ANY($1) OR ($2 AND above IS NULL))
       UNION ALL
       SELECT next.id, list, below.way || next.place FROM below
       JOIN page ON page.id = below.id AND page.status <> 'published' JOIN site_place AS next ON next.above = below.id)
     SELECT list, ${columns} FROM below JOIN site_place USING (id) JOIN page USING (id) WHERE page.status = 'published' ORDER BY way`,
    [above, fromTop],
  );
  return found.map(({ list, ...page }) => ({ list, ...viewOf(page) }));
}

const withoutList = ({ list: _, ...page }: PlacedPage & { list: string | null }): PlacedPage => page;

export async function pagesBelow(rows: Rows, above: string | null): Promise<PlacedPage[]> {
  return (await listsBelow(rows, above === null ? [] : [above], above === null)).map(withoutList);
}

async function topOf(rows: Rows): Promise<TopView> {
  const top = await pagesBelow(rows, null);
  const ids = top.map(({ id }) => id);
  const below = await listsBelow(rows, ids);
  return { sections: top.map((page) => ({ page, below: below.filter(({ list }) => list === page.id).map(withoutList) })) };
}

/** Published pages above another one, from the top on. */
async function trailTo(rows: Rows, path: string): Promise<PlacedPage[]> {
  const parts = path.split('/');
  const paths = parts.slice(0, -1).map((_, at) => parts.slice(0, at + 1).join('/'));
  const found: Joined[] = await rows.query(
    `SELECT ${columns} FROM site_place JOIN page USING (id) WHERE path = ANY($1) AND page.status = 'published' ORDER BY length(path)`,
    [paths],
  );
  return found.map(viewOf);
}

export async function placeOf(rows: Rows, pageId: string): Promise<PlaceView> {
  const row = isRowId(pageId) ? await rows.getRepository(SitePlaceRow).findOneBy({ id: pageId }) : null;
  const version = await versionOf(rows);
  if (row === null || row.path === null) return { pageId, path: null, trail: [], below: [], beside: [], version };
  const trail = await trailTo(rows, row.path);
  const [below, beside] = await Promise.all([pagesBelow(rows, pageId), pagesBelow(rows, trail.at(-1)?.id ?? null)]);
  return { pageId, path: row.path, trail, below, beside, version };
}

/** @returns undefined where no page ever had the address */
export async function ledTo(rows: Rows, path: string): Promise<AddressView | undefined> {
  const address = await rows.getRepository(SiteAddressRow).findOneBy({ path: pathAsked(path) });
  if (!address) return undefined;
  const { pageId } = address;
  const place = await rows.getRepository(SitePlaceRow).findOneByOrFail({ id: pageId });
  return { pageId, path: place.path };
}

export async function placedPages(rows: Rows, unpublishedIn: readonly string[], cursor?: string): Promise<Page<PlacedPage>> {
  const query = rows.getRepository(SitePlaceRow).createQueryBuilder('place').innerJoin(PageRow, 'page', 'page.id = place.id');
  query.where('place.path IS NOT NULL');
  query.andWhere(`(page.status = 'published' OR ${isWithinAny('page.unit', ':unpublishedIn')})`, { unpublishedIn });
  const { items, ...page } = await pageOfRows(query, { by: 'changedPosition', cursor });
  const joined: Joined[] = await rows.query(
    `SELECT ${columns} FROM site_place JOIN page USING (id) WHERE id = ANY($1) ORDER BY site_place.changed_position`,
    [items.map(({ id }) => id)],
  );
  return { ...page, items: joined.map(viewOf) };
}

async function versionOf(rows: Rows): Promise<number> {
  return Number((await rows.getRepository(SitePlaceRow).maximum('changedPosition', {})) ?? 0);
}

async function mustBeReadable(rows: Rows, pageId: string, reader: Parameters<typeof may>[0]): Promise<void> {
  const page = isRowId(pageId) ? await rows.getRepository(PageRow).findOneBy({ id: pageId }) : null;
  if (page && (page.status === 'published' || may(reader, 'publish', page.unit))) return;
  throw new Rejection(page?.status === 'withdrawn' ? 'PAGE_WITHDRAWN' : 'PAGE_NOT_FOUND');
}

export const placesAnswers = [
  answer(showAddress, ['content'], async ({ path }, { rows, reader }) => {
    const led = await ledTo(rows, path);
    if (!led) throw new Rejection('PAGE_NOT_FOUND');
    await mustBeReadable(rows, led.pageId, reader);
    return led;
  }),
  answer(showPlace, ['content'], async ({ pageId }, { rows, reader }) => {
    await mustBeReadable(rows, pageId, reader);
    return placeOf(rows, pageId);
  }),
  answer(showTop, ['content'], (_, { rows }) => topOf(rows)),
  answer(listPlaces, ['content'], async ({ status, cursor }, { rows, reader }) => {
    if (status === 'all') permitted(reader, 'publish');
    return placedPages(rows, status === 'all' ? unitsWhere(reader, 'publish') : [], cursor);
  }),
  answer(showTreeVersion, ['content'], async (_, { rows }) => ({ version: await versionOf(rows) })),
];
