import { limits } from '@isegoria/contracts';

/** One page of a list. `next` is the number of the page that follows, or null. Pages count from 1. */
export interface Page<Item> {
  readonly items: Item[];
  readonly next: number | null;
}

/** What a query asks of the database for one page: one row more than is shown tells whether another page follows. */
export function rowsOfPage(page = 1): { take: number; skip: number } {
  return { take: limits.pageSize + 1, skip: (page - 1) * limits.pageSize };
}

export function pageOf<Item>(found: Item[], page = 1): Page<Item> {
  return { items: found.slice(0, limits.pageSize), next: found.length > limits.pageSize ? page + 1 : null };
}
