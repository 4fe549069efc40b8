import { LRUCache } from 'lru-cache';
import type { DomainEvent } from '@isegoria/kernel';

/** What is remembered about one stream. `bytes` is roughly what it takes; see {@link bytesOf}. */
export interface Remembered {
  readonly bytes: number;
}

/** The part of the memory of one command handler or one live fold, by the name of the stream. */
export interface StreamSpace<Value extends Remembered> {
  get(stream: string): Value | undefined;
  /** To be called again when what is remembered of the stream has grown. */
  set(stream: string, value: Value): void;
  delete(stream: string): void;
}

/** For the record itself and its place among the others. This and the next were measured on ballots of one vote to 2,000 votes. */
const bytesOfStream = 600;
/** For an event's id and position, and its place in the state. */
const bytesOfEvent = 600;

/**
 * The streams that a process saw lately. One budget of bytes for all of its command handlers and live folds, so that memory follows a
 * setting, not the number or the length of streams; what was not asked for longest is forgotten first. They all work without it: a stream
 * that is not remembered is read.
 */
export class StreamMemory {
  private readonly streams: LRUCache<string, Remembered>;
  private spaces = 0;

  /** @param limit the most bytes */
  constructor(readonly limit: number) {
    this.streams = new LRUCache({ maxSize: limit, sizeCalculation: ({ bytes }, stream) => bytes + bytesOfStream + stream.length });
  }

  /** About how many bytes are taken now. */
  get bytes(): number {
    return this.streams.calculatedSize;
  }

  space<Value extends Remembered>(): StreamSpace<Value> {
    const space = `${this.spaces++} `;
    return {
      get: (stream) => this.streams.get(space + stream) as Value | undefined,
      set: (stream, value) => void this.streams.set(space + stream, value),
      delete: (stream) => void this.streams.delete(space + stream),
    };
  }
}

/**
 * About how many bytes a state takes that holds everything that these events say. A state that holds less is overestimated, and so
 * forgotten sooner than necessary; what matters is that this does not walk through the state, and that a long stream weighs more than a
 * short one.
 */
export function bytesOf(events: readonly DomainEvent[]): number {
  return events.reduce((bytes, { data }) => bytes + bytesOfEvent + JSON.stringify(data ?? null).length, 0);
}
