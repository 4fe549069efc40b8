/** The members of a questionnaire in which an office says something; all others are ids, kinds and numbers. */
const worded = new Set(['title', 'text', 'hint', 'fact', 'fromLabel', 'toLabel', 'steps']);

/** The same questionnaire, or part of one, with every text said as `say` says it. */
export function saidAs<Part>(part: Part, say: (text: string) => string): Part {
  if (Array.isArray(part)) return part.map((one: unknown) => saidAs(one, say)) as Part;
  if (typeof part !== 'object' || part === null) return part;
  const members = Object.entries(part).map(([name, value]) => [name, worded.has(name) ? sayAll(value, say) : saidAs(value, say)]);
  return Object.fromEntries(members) as Part;
}

function sayAll(value: unknown, say: (text: string) => string): unknown {
  return Array.isArray(value) ? value.map((text: string) => say(text)) : say(value as string);
}

/** Every text of a questionnaire, in order. */
export function wordsIn(questionnaire: object): string[] {
  const words: string[] = [];
  saidAs(questionnaire, (text) => (words.push(text), text));
  return words;
}
