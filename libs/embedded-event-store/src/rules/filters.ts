import type { EventFacts } from '../storage/stored-event';

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

/** @throws SyntaxError when the regular expression is none */
export function matcherOf({ on, prefixes, regex }: EventFilter): Matches {
  if (prefixes.length > 0) return (event) => prefixes.some((prefix) => event[on].startsWith(prefix));
  const pattern = new RegExp(regex, 'u');
  return (event) => pattern.test(event[on]);
}

/** @param window how many events are looked at in one go; undefined for the default */
export const checkpointInterval = (window: number | undefined, multiplier: number): number => (window ?? DEFAULT_WINDOW) * multiplier;
