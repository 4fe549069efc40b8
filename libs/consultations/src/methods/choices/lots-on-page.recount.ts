import type { SentenceOnPage } from '../method/method.recount';
import type { OptionResults } from './options/options.contract';

/** In which order the lots were drawn that decided; nothing where a site does not say it. */
export function lotsOnPage(options: OptionResults['options'], lots: readonly string[] = []): SentenceOnPage[] {
  const drawn = lots.flatMap((id) => options.filter((option) => option.id === id).map(({ text }) => text));
  return drawn.length > 0 ? [{ says: 'lots.drawn', values: {}, lists: { lots: drawn } }] : [];
}
