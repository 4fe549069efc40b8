import { Finding } from '@isegoria/audit-kit';
import type { OpeningView, Page } from '@isegoria/contracts';
import { rooms } from '../recount/rooms';
import type { Source } from '../source/source';
import { api, look, type Look } from './ask';
import type { Openings } from './citizens-words';

const queries = rooms.flatMap(({ openings }) => openings);

/**
 * What opens the words of citizens. It is asked for before the words, so that each that was recorded by then, and is still shown, has one.
 * @returns undefined for somebody who is given none
 */
export async function readOpenings(source: Source, isAuditor: boolean): Promise<Openings | undefined> {
  if (source.isLive && !isAuditor) return undefined;
  const before = await source.noted('openings', JSON.stringify(await look(source))).catch(() => undefined);
  if (before === undefined) return undefined;
  const { groups } = JSON.parse(before) as Look;
  const by = new Map<string, string>();
  for (const { route } of queries) {
    for (let cursor: string | null = '0'; cursor !== null;) {
      const page: Page<OpeningView> = await source.json(`${api}${route.path}?cursor=${cursor}`);
      for (const { commitment, opening } of page.items) if (commitment !== null && opening !== null) by.set(commitment, opening);
      if (page.next !== null && !(Number(page.next) > Number(cursor)))
        throw new Finding('words', `${source.name}${api}${route.path} goes on without moving on.`);
      cursor = page.next;
    }
  }
  return { by, positions: Object.fromEntries(Object.entries(groups).map(([group, { position }]) => [group, position])) };
}
