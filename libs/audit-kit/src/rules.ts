import type { DomainEvent, EventMetadata } from '@isegoria/kernel';

/** An event as rules judge it: what everybody sees in its leaf, and what it says. */
export interface Judged<Event extends DomainEvent = DomainEvent> extends JudgedLeaf {
  readonly data: Event['data'];
  readonly metadata: EventMetadata;
}

/** What its leaf says of an event whose body may be withheld. */
export interface JudgedLeaf {
  readonly type: string;
  readonly stream: string;
  /** Its place in its stream, from 0. */
  readonly revision: number;
  /** When the log recorded it (milliseconds since 1970). */
  readonly time: number;
  /** The version of its type in which it was recorded. */
  readonly schema: number;
  /** How many sealed texts it holds. */
  readonly commitments: number;
}

/** A rule that every event of a type keeps if the platform recorded it. */
export interface Rule<Event extends DomainEvent = never> {
  /** What findings and docs/reference/rules.md call it: `single-choice`. */
  readonly name: string;
  /** In one sentence. */
  readonly says: string;
  /** Whether it can be told from the leaf, so that everybody can judge events whose bodies are withheld. */
  readonly byLeaf: boolean;
  isKeptBy(event: Judged<Event>): boolean;
  /** What later events are judged by. */
  then?(event: Judged<Event>): void;
}

/** For every type of event its rules; or a sentence that says why it needs none. */
export type RulesOf<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: readonly Rule<Extract<Event, { readonly type: Type }>>[] | string;
};

/** The rules of a capability and what it has to remember, in a few bytes for each stream, activity or person. */
export interface RuleBook {
  readonly rules: Readonly<Record<string, readonly Rule[] | string>>;
  /** Rules of every event, of whatever context: of those that they are not about they are kept. */
  readonly ofAll?: readonly Rule[];
  /** Told of every event of these types once its rules are known to be kept; events of other capabilities among them. */
  readonly remembers?: Readonly<Record<string, (event: Judged<never>) => void>>;
}

/** Declares a book, whose rules know their own events; code that goes through all books knows none. */
export function ruleBook<Event extends DomainEvent>(rules: RulesOf<Event>, remembers: RuleBook['remembers'] = {}): RuleBook {
  return { rules, remembers } as RuleBook;
}

/** A rule about what an event says. */
export function rule<Event extends DomainEvent>(
  name: string,
  says: string,
  isKeptBy: (event: Judged<Event>) => boolean,
  then?: (event: Judged<Event>) => void,
): Rule<Event> {
  return { name, says, byLeaf: false, isKeptBy, ...(then && { then }) };
}

/** A rule that everybody can judge, whether or not the body is given. */
export function leafRule(name: string, says: string, isKeptBy: (leaf: JudgedLeaf) => boolean, then?: (leaf: JudgedLeaf) => void): Rule {
  return { name, says, byLeaf: true, isKeptBy, ...(then && { then }) };
}

/**
 * How far the clocks of honest machines may be apart, and how long a decision may rest on what was heard of another stream before that
 * changed (milliseconds). Rules about times and about other streams leave so much room.
 */
export const leeway = 60_000;

/** While a site is upgraded, or goes back for a while, programs of two versions record (milliseconds). */
export const sideBySide = 30 * 86_400_000;
