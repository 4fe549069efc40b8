import { Column, Entity, Index, PrimaryColumn, type DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { eachLevel, type ByAssurance, type ConsultationDrafted } from '@isegoria/consultations';
import { Rejection, limits, permitted, rankOf, usuallyCountsFrom, type Page, type Recorded } from '@isegoria/kernel';
import {
  addedByLevel,
  answer,
  countedFrom,
  insertNew,
  pageFrom,
  sumByLevel,
  type LevelCounts,
  type Projection,
} from '@isegoria/projection';
import { inGeneral } from '../question/question.contract';
import { showOwnSupport, type SupportEvent } from './support.contract';

/** Somebody who supports something. */
@Entity('support')
@Index('support_by_supporter', ['supporter'])
export class SupportRow {
  @PrimaryColumn('uuid', { name: 'item_id' })
  itemId: string;

  @PrimaryColumn('text')
  supporter: string;

  /** The rank of the person's level. */
  @Column('smallint')
  assurance: number;
}

/** How many support a comment or a question. */
@Entity('support_tally')
export class SupportTallyRow {
  @PrimaryColumn('uuid', { name: 'item_id' })
  itemId: string;

  @Column('int', { array: true })
  counts: LevelCounts;

  /** Those at the level from which the consultation counts, and above. */
  @Column('int')
  supporters: number;
}

/** The rank of the level from which a consultation counts. */
@Entity('support_counts_from')
@Index('support_counts_from_id', ['consultationId'])
export class CountsFromRow {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId: string;

  @Column('smallint')
  rank: number;
}

export function supportProjection(): Projection {
  return { name: 'feedback/support', entities: [SupportRow, SupportTallyRow, CountsFromRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const relevant = events as readonly Recorded<SupportEvent | ConsultationDrafted>[];
  await insertNew(
    rows,
    CountsFromRow,
    relevant.flatMap(({ type, data }) =>
      type === 'ConsultationDrafted' ? [{ consultationId: data.consultationId, rank: rankOf(data.countsFrom) }] : [],
    ),
  );
  const last = new Map<string, object>();
  for (const { type, data } of relevant) {
    if (type !== 'SupportCast') continue;
    const { itemId: item_id, consultationId: consultation_id, supporter, supports, assurance } = data;
    last.set(`${item_id} ${supporter}`, { item_id, consultation_id, supporter, supports, assurance: rankOf(assurance) });
  }
  if (last.size > 0) await rows.query(countStatement, [JSON.stringify([...last.values()]), rankOf(usuallyCountsFrom)]);
}

/** All parts see the rows as they were before the statement. */
const countStatement = `
  WITH cast_now AS (
    SELECT * FROM json_to_recordset($1) AS support (item_id uuid, consultation_id uuid, supporter text, supports boolean, assurance smallint)
  ), replaced AS (
    SELECT support.* FROM support JOIN cast_now USING (item_id, supporter)
  ), taken_back AS (
    DELETE FROM support USING cast_now
    WHERE support.item_id = cast_now.item_id AND support.supporter = cast_now.supporter AND NOT cast_now.supports
  ), given AS (
    INSERT INTO support (item_id, supporter, assurance) SELECT item_id, supporter, assurance FROM cast_now WHERE supports
    ON CONFLICT (item_id, supporter) DO UPDATE SET assurance = excluded.assurance
  ), change AS (
    SELECT item_id, assurance, 1 AS n FROM cast_now WHERE supports
    UNION ALL
    SELECT item_id, assurance, -1 FROM replaced
  ), sums AS (
    SELECT item_id, ${sumByLevel('n')} AS counts FROM change GROUP BY item_id
  ), levels AS (
    SELECT DISTINCT item_id, coalesce(level.rank, $2::int) AS rank
    FROM cast_now LEFT JOIN support_counts_from AS level USING (consultation_id)
  ), after AS (
    SELECT item_id, rank, ${addedByLevel(`coalesce(tally.counts, array_fill(0, ARRAY[cardinality(sums.counts)]))`, 'sums.counts')} AS counts
    FROM sums JOIN levels USING (item_id) LEFT JOIN support_tally AS tally USING (item_id)
  )
  INSERT INTO support_tally (item_id, counts, supporters)
  SELECT item_id, counts, ${countedFrom('counts', 'rank')} FROM after
  ON CONFLICT (item_id) DO UPDATE SET counts = excluded.counts, supporters = excluded.supporters`;

/** How much support things have, as answers say it. */
export interface Support {
  readonly support: ByAssurance<number>;
  readonly supporters: number;
}

/** What supports these things, by their ids; nobody where there is no row. */
export async function supportOf(rows: DataSource | EntityManager, ids: readonly string[]): Promise<(id: string) => Support> {
  const found = await rows.getRepository(SupportTallyRow).createQueryBuilder('tally').where('item_id = ANY (:ids)', { ids }).getMany();
  const tallies = new Map(found.map((tally) => [tally.itemId, tally]));
  return (id) => {
    const tally = tallies.get(id);
    return { support: eachLevel((_, rank) => tally?.counts[rank] ?? 0), supporters: tally?.supporters ?? 0 };
  };
}

/** One page of the rows that a query selects, those with the most support first, among equals the newest. */
export async function pageBySupport<Row extends { readonly id: string }>(
  query: SelectQueryBuilder<Row>,
  { position, cursor }: { position: keyof Row & string; cursor?: string },
): Promise<Page<Row>> {
  const count = await query.getCount();
  const place = `${query.alias}.${position}`;
  const supporters = 'coalesce(tally.supporters, 0)';
  query.leftJoin(SupportTallyRow, 'tally', `tally.itemId = ${query.alias}.id`).addSelect(supporters, 'supporters');
  if (cursor !== undefined) {
    const [, support, before] = /^(\d{1,9})\.(\d{1,15})$/.exec(cursor) ?? [];
    if (support === undefined) throw new Rejection('VALIDATION_FAILED', { field: 'cursor', params: { constraint: 'other' } });
    query.andWhere(`(${supporters} < :support OR (${supporters} = :support AND ${place} < :before))`, { support, before });
  }
  const { entities, raw } = await query
    .orderBy('supporters', 'DESC')
    .addOrderBy(place, 'DESC')
    .limit(limits.pageSize + 1)
    .getRawAndEntities<{ supporters: number }>();
  const cursors = new Map(entities.map((row, index) => [row, `${raw[index]!.supporters}.${String(row[position])}`]));
  return pageFrom(entities, count, (row) => cursors.get(row)!);
}

export const supportAnswers = [
  answer(showOwnSupport, ['feedback'], async ({ of }, { rows, keys, reader }) => {
    const { accountId } = permitted(reader, 'participate');
    const ids = [...new Set(of.toLowerCase().split(','))];
    const contexts: { context: string }[] = await rows.query(
      `SELECT DISTINCT consultation_id::text AS context FROM comment WHERE id = ANY ($1)
       UNION SELECT DISTINCT coalesce(consultation_id::text, $2) FROM question WHERE id = ANY ($1)`,
      [ids, inGeneral],
    );
    const own = await Promise.all(contexts.map(({ context }) => keys.pseudonym(accountId, context)));
    const found: { id: string }[] = await rows.query(
      'SELECT item_id AS id FROM support WHERE item_id = ANY ($1) AND supporter = ANY ($2)',
      [ids, own],
    );
    return { items: found.map((row) => row.id) };
  }),
];
