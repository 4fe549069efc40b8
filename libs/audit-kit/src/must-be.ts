import { languages, type TextByLanguage } from '@isegoria/kernel';
import type { Entry } from './entry';

/** What an entry of the log says: a difference names that entry. */
export class Said {
  constructor(
    readonly seq: number,
    readonly must: unknown,
  ) {}
}

/** One of several, where it hangs on the moment at which somebody asks. */
export class OneOf {
  constructor(readonly values: readonly unknown[]) {}
}

/** The same items, in whatever order a database sorts them. */
export class InAnyOrder {
  constructor(readonly items: readonly unknown[]) {}
}

/** What cannot be compared, and why: a report lists it. */
export class NotCompared {
  constructor(readonly why: string) {}
}

/** The words of a citizen: the log has what they commit to. Null on the site once the author was erased. */
export class SealedWords {
  constructor(
    /** `comment 7` */
    readonly what: string,
    readonly author: string | null,
    /** The consultation, or what else the author's pseudonym is good for. */
    readonly within: string,
    /** The group of read models that has them. */
    readonly group: string,
    /** Where in the log they were written. */
    readonly place: number,
    /** SHA-256 in hex over the opening and the words (RFC 8785); undefined for words that were sealed without one. */
    readonly commitment: string | undefined,
  ) {}
}

export type Marker = Said | OneOf | InAnyOrder | NotCompared | SealedWords;

/** What an answer must be according to the log: every field is a value, or says in what way it is known. */
export type MustBe<Value> =
  Marker | (Value extends readonly (infer Item)[] ? readonly MustBe<Item>[] : Value extends object ? Fields<Value> : Value);

/** All fields of a thing, each as it must be. */
export type Fields<Value> = {
  readonly [Field in keyof Value]-?: MustBe<Exclude<Value[Field], undefined>> | Extract<Value[Field], undefined>;
};

/** What an entry says. */
export function said<Value>({ seq }: Pick<Entry, 'seq'>, must: MustBe<Value>): Said {
  return new Said(seq, must);
}

/** Words by language: one that an event does not have must be absent. */
export function inEveryLanguage(words: TextByLanguage): TextByLanguage {
  return Object.fromEntries(languages.map((language) => [language, words[language]])) as TextByLanguage;
}

const sealedWithCommitment = /^2\.[^.]+\.[^.]+\.([0-9a-f]{64})$/;

/** Words as an event has them: plain ones as they are, sealed ones by what they commit to. */
export function wordsSaid(text: unknown, { what, author, within, group, place }: Omit<SealedWords, 'commitment'>): MustBe<string | null> {
  const { plain, sealed } = (text ?? {}) as { readonly plain?: unknown; readonly sealed?: unknown };
  if (typeof plain === 'string') return plain;
  return new SealedWords(what, author, within, group, place, sealedWithCommitment.exec(String(sealed))?.[1]);
}
