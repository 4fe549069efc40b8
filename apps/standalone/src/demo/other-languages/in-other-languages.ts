import { arabic } from './arabic';
import { french } from './french';

type Words = Readonly<Record<string, string>>;

/** What the content of a consultation says, in the other languages, by its words. */
export function inOtherLanguages(content: object): Readonly<Record<'fr' | 'ar', Words>> {
  const said = new Set(wordsIn(content));
  const of = (language: Words) => Object.fromEntries(Object.entries(language).filter(([words]) => said.has(words)));
  return { fr: of(french), ar: of(arabic) };
}

function wordsIn(content: unknown): string[] {
  if (typeof content === 'string') return [content];
  return typeof content === 'object' && content !== null ? Object.values(content).flatMap(wordsIn) : [];
}
