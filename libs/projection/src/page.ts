import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Rejection, limits, type Page } from '@isegoria/kernel';

export interface PageOrder<Row> {
  /** A unique field that orders the rows: a log position, or a name. */
  readonly by: keyof Row & string;
  readonly newestFirst?: boolean;
  /** The `next` of the previous page. */
  readonly cursor?: string;
}

/** One page of the rows that a query selects, with the cursor of the next one and the count of all. */
export async function pageOfRows<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { by, newestFirst = false, cursor }: PageOrder<Row>,
): Promise<Page<Row>> {
  const field = `${query.alias}.${by}`;
  const count = await query.getCount();
  if (cursor !== undefined) query.andWhere(`${field} ${newestFirst ? '<' : '>'} :cursor`, { cursor: cursorOf(cursor, query, by) });
  const rows = await query
    .orderBy(field, newestFirst ? 'DESC' : 'ASC')
    .take(limits.pageSize + 1)
    .getMany();
  return pageFrom(rows, count, (row) => String(row[by]));
}

/** One page from the rows that were read for it: one row more than a page holds means that another page follows. */
export function pageFrom<Row>(rows: readonly Row[], count: number, cursorOf: (row: Row) => string): Page<Row> {
  const items = rows.slice(0, limits.pageSize);
  return { items, next: rows.length > items.length ? cursorOf(items.at(-1)!) : null, count };
}

/** The page of an empty list. */
export const emptyPage: Page<never> = { items: [], next: null, count: 0 };

function cursorOf<Row extends ObjectLiteral>(cursor: string, query: SelectQueryBuilder<Row>, by: string): string | number {
  const column = query.expressionMap.mainAlias!.metadata.findColumnWithPropertyName(by);
  return column?.type === 'bigint' ? positionOf(cursor) : cursor;
}

/** A cursor that is a log position. @throws Rejection VALIDATION_FAILED for one that no page gave */
export function positionOf(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw new Rejection('VALIDATION_FAILED', { field: 'cursor', params: { constraint: 'other' } });
  return Number(cursor);
}
