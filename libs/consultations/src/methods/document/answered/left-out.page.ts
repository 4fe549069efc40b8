import type { ApiClient } from '@isegoria/api-client';
import { plainExcerpt } from '@isegoria/portal-kit';
import type { PartSaidTo } from '../../method/method.page';
import { showDocument } from '../document.contract';
import { numbersOf } from '../parts/numbers';

/** Enough of a paragraph to know it by. */
const firstWords = 60;

/** Paragraphs that the newest version has no longer, as of the last one that had them, by their names. */
export async function leftOutOf(api: ApiClient, activityId: string, names: readonly string[]) {
  const found = new Map<string, NonNullable<PartSaidTo['stood']>>();
  if (names.length === 0) return found;
  const newest = await api.ask(showDocument, { activityId });
  for (let version = newest.shown - 1; version > 0 && found.size < names.length; version -= 1) {
    const { blocks } = await api.ask(showDocument, { activityId, version: String(version) });
    const numbers = numbersOf(blocks);
    for (const { id, text } of blocks) {
      const number = numbers.get(id);
      if (number === undefined || found.has(id) || !names.includes(id)) continue;
      found.set(id, { number, version, words: plainExcerpt(text, firstWords) });
    }
  }
  return found;
}
