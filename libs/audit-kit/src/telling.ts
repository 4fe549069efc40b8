import type { DomainEvent } from '@isegoria/kernel';
import type { Counted, Entry } from './entry';

/** A part of how one consultation was at a place of the log. Results are those of all counts, together. */
export interface Story {
  take(event: Counted): void;
  inWords(results: object): string[];
  /** What changed since an earlier state, line by line; none where nothing did. @param earlier undefined where there was no consultation */
  changesSince(earlier: { readonly story: Story; readonly results: object } | undefined, results: object): string[];
  inJson(): object;
}

/** Something that is told of every consultation. */
export interface Telling {
  begin(consultationId: string): Story;
}

/** What things are called, where their events name them by id alone. */
export type NameOf = (id: string) => string | undefined;
/** The names that an entry gives, by id. */
export type Naming = (entry: Entry) => Iterable<readonly [id: string, name: string]>;

/** An act in words. */
export type ActInWords<Event extends DomainEvent = DomainEvent> = (data: Event['data'], stream: string, nameOf: NameOf) => string;

/** Every event in words; null for what citizens do and for what only makes an account ready. */
export type ActsInWords<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: ActInWords<Extract<Event, { readonly type: Type }>> | null;
};

/** What everybody sees of events whose bodies only auditors with an account get: that it happened, and to which account. */
export type LeavesInWords = Readonly<Record<string, (stream: string) => string>>;
