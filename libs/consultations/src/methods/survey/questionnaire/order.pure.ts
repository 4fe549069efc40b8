import type { Question, QuestionOption } from './questionnaire.pure';

/**
 * The options of a question in the order in which one person is shown them: random, but the same on all pages and after a reload.
 * @param seed of the person in the activity, such as the pseudonym
 */
export function optionsFor({ id, options = [], isShuffled }: Question, seed: string): readonly QuestionOption[] {
  if (!isShuffled) return options;
  const random = numbersFrom(`${seed} ${id}`);
  const shuffled = [...options];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}

/** Numbers from 0 to 1 that look random: mulberry32, begun with the FNV-1a hash of a text. Nothing secret hangs on them. */
function numbersFrom(text: string): () => number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
