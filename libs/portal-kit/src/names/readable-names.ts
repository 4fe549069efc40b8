import { listNamesakes, nameFor, type NamesakeView } from '@isegoria/consultations';
import { limits } from '@isegoria/kernel';
import type { Texts } from '@isegoria/texts';
import type { Visit } from '../session/visit';

/** What a person is called, by the pseudonym. */
export type NameOf = (author: string) => string;

/**
 * What people are called where they wrote something, in the visitor's language. People of the same name are told apart by a number, which
 * anybody can count from the log.
 * @param authors pseudonyms; null for the office, which has none
 */
export async function namesOf(visit: Visit, authors: Iterable<string | null>): Promise<NameOf> {
  const asked = [...new Set(authors)].filter((author) => author !== null);
  const pages: Promise<{ readonly items: readonly NamesakeView[] }>[] = [];
  for (let from = 0; from < asked.length; from += limits.pageSize) {
    const of = asked.slice(from, from + limits.pageSize).join(',');
    pages.push(visit.api.ask(listNamesakes, { of }));
  }
  const namesakes = (await Promise.all(pages)).flatMap(({ items }) => items);
  const numbers = new Map(namesakes.map(({ author, number }) => [author, number]));
  return (author) => readableName(visit.texts, author, numbers.get(author));
}

/** @param number tells people of the same name apart; absent for the first */
export function readableName(texts: Texts, author: string, number?: number): string {
  const { being, place } = nameFor(author);
  const { beings, places } = wordsIn(texts);
  const name = texts.t('names.name', { being: beings[being]!, place: places[place]! });
  return number === undefined ? name : texts.t('names.numbered', { name, number });
}

interface Words {
  readonly beings: readonly string[];
  readonly places: readonly string[];
}

const known = new WeakMap<Texts, Words>();

function wordsIn(texts: Texts): Words {
  const words = known.get(texts) ?? { beings: texts.t('names.beings').split(', '), places: texts.t('names.places').split(', ') };
  known.set(texts, words);
  return words;
}
