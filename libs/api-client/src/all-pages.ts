import type { Page } from '@isegoria/kernel';

/** Every item of a list: asks for one page after the other. */
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
