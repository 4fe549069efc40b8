import type { Page } from '@isegoria/contracts';

/** Every item of a list, where a page needs them all. */
export async function allPages<Item>(ask: (cursor: string | undefined) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null | undefined;
  do {
    const page: Page<Item> = await ask(cursor ?? undefined);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}
