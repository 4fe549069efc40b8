/** The members of a questionnaire in which an office says something; all others are ids, kinds and numbers. */
const worded = new Set(['title', 'text', 'hint', 'fact', 'fromLabel', 'toLabel', 'steps']);

/** Every text of a questionnaire, or of a part of one, in order. */
export function wordsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(wordsIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => (worded.has(name) ? ([value].flat() as string[]) : wordsIn(value)));
}
