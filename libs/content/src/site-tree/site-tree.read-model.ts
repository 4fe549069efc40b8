import { Column, Entity, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { PositionColumn, type Projection } from '@isegoria/projection';
import type { PagePlaced, TreeEvent } from './site-tree.contract';

/** A page that stands in the tree, or did. */
@Entity('site_place')
@Index('site_place_by_path', ['path'])
@Index('site_place_below', ['above', 'order'])
export class SitePlaceRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { nullable: true })
  above: string | null;

  /** Which one it is of those right below the same page, from 0. */
  @Column('int', { name: 'place' })
  order: number;

  @Column('text')
  address: string;

  /** Null once it stands in the tree no longer. */
  @Column('text', { nullable: true })
  path: string | null;

  /** Where in the log it was last placed or taken out. */
  @PositionColumn({ name: 'changed_position' })
  changedPosition: number;
}

/** An address that some page has or had, and the last one that did: a redirect is never a step of a chain. */
@Entity('site_address')
export class SiteAddressRow {
  @PrimaryColumn('text')
  path: string;

  @Column('uuid', { name: 'page_id' })
  pageId: string;
}

export function placesProjection(): Projection {
  return { name: 'content/site-tree', entities: [SitePlaceRow, SiteAddressRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  for (const { type, data, position } of events as readonly Recorded<TreeEvent>[]) {
    if (type === 'PagePlaced') await place(data, position, rows);
    if (type === 'PageTakenOut') await leave(data.pageId, position, rows);
  }
}

async function place({ pageId, above, before, address }: PagePlaced['data'], position: number, rows: EntityManager): Promise<void> {
  const former = await rows.findOneBy(SitePlaceRow, { id: pageId });
  await leave(pageId, position, rows);
  const parent = above === null ? null : await rows.findOneBy(SitePlaceRow, { id: above });
  const beside = await idsBelow(above, rows);
  const at = before === null ? -1 : beside.indexOf(before);
  const path = parent?.path ? `${parent.path}/${address}` : address;
  await rows.save(SitePlaceRow, { id: pageId, above, order: -1, address, path, changedPosition: position });
  await inOrder(beside.toSpliced(at < 0 ? beside.length : at, 0, pageId), rows);
  if (former?.path !== path) await readdress(former?.path ?? path, path, rows);
}

/** Whatever stands below a page comes along with it; each address that one of them has from now on leads to it. */
async function readdress(from: string, to: string, rows: EntityManager): Promise<void> {
  await rows.query(`UPDATE site_place SET path = $2::text || substr(path, length($1::text) + 1) WHERE starts_with(path, $1::text || '/')`, [
    from,
    to,
  ]);
  await rows.query(
    `INSERT INTO site_address (path, page_id) SELECT path, id FROM site_place WHERE path = $1::text OR starts_with(path, $1::text || '/')
     ON CONFLICT (path) DO UPDATE SET page_id = excluded.page_id`,
    [to],
  );
}

async function leave(pageId: string, position: number, rows: EntityManager): Promise<void> {
  const row = await rows.findOneBy(SitePlaceRow, { id: pageId });
  if (!row || row.path === null) return;
  await rows.update(SitePlaceRow, { id: pageId }, { above: null, order: 0, path: null, changedPosition: position });
  await inOrder(await idsBelow(row.above, rows), rows);
}

async function idsBelow(above: string | null, rows: EntityManager): Promise<string[]> {
  const found: { id: string }[] = await rows.query(
    `SELECT id FROM site_place WHERE above IS NOT DISTINCT FROM $1 AND path IS NOT NULL ORDER BY place`,
    [above],
  );
  return found.map(({ id }) => id);
}

async function inOrder(ids: readonly string[], rows: EntityManager): Promise<void> {
  await rows.query(
    `UPDATE site_place SET place = list.at - 1 FROM unnest($1::uuid[]) WITH ORDINALITY AS list (id, at)
     WHERE site_place.id = list.id AND place <> list.at - 1`,
    [ids],
  );
}
