import type { EventFacts } from '../storage/stored-event';
import { boundedExpression } from './bounded-expression';

export type Matches = (event: Pick<EventFacts, 'stream' | 'type'>) => boolean;

/** EventStoreDB's window of a filter that names none. */
const DEFAULT_WINDOW = 32;

export interface EventFilter {
  readonly on: 'stream' | 'type';
  /** Any of these beginnings; only one of `prefixes` and `regex` is used. */
  readonly prefixes: readonly string[];
  readonly regex: string;
}

export interface Filter {
  readonly matches: Matches;
  /** A subscription tells how far it has looked after each so many events, matching or not. */
  readonly checkpointEvery: number;
}

/** @throws Error with a sentence when the regular expression is invalid, or could take for ever */
export function matcherOf({ on, prefixes, regex }: EventFilter): Matches {
  if (prefixes.length > 0) return (event) => prefixes.some((prefix) => event[on].startsWith(prefix));
  const matches = boundedExpression(regex);
  return (event) => matches(event[on]);
}

/** @param window how many events are looked at in one go; undefined for the default */
export const checkpointInterval = (window: number | undefined, multiplier: number): number => (window ?? DEFAULT_WINDOW) * multiplier;
