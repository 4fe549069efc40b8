import type { DomainEvent, Recorded } from '@isegoria/kernel';
import { inBackground } from '@isegoria/steady';
import type { EventStore } from './event-store';
import { bytesOf, type Remembered } from './stream-memory';
import { followLog, type UnreadableEvent } from './subscription';

/** What is known about one stream. */
export interface Known<State> {
  /** Undefined: there is no such stream. */
  readonly state: State | undefined;
  /** True when it was read for this very question; otherwise it is as last heard, which may be a moment old. */
  readonly fresh: boolean;
}

/** The states of the streams under a prefix that were asked for lately, kept current from the log. */
export interface LiveFold<State> {
  /** The state of one stream as last heard, without I/O; undefined when it is not in memory, which does not mean that there is none. */
  peek(stream: string): State | undefined;
  /** The state of one stream as last heard, or read if it is not in memory. @throws Rejection UNAVAILABLE */
  known(stream: string): Promise<Known<State>>;
  /**
   * The state of one stream as it is in the store now; the same object as in memory if nothing came since.
   * @throws Rejection UNAVAILABLE
   */
  fresh(stream: string): Promise<State | undefined>;
  /** Resolves when the log is being followed. */
  readonly ready: Promise<void>;
  stop(): void;
}

/** How events of a stream make a state; an event comes with its place in the log. */
export interface Fold<State, Event extends DomainEvent> {
  readonly initialState: State;
  evolve(state: State, event: Recorded<Event>): State;
}

/** Failures apart from those of the questions that are asked. */
export interface LiveFoldReports {
  /** The connection broke; it is tried again. */
  readonly onInterruption?: (error: Error) => void;
  /**
   * An event could not be read or folded. Its stream is dropped from memory, so that anybody who asks for it gets the error; all others go
   * on.
   */
  readonly onFailure?: (error: Error, event: UnreadableEvent) => void;
}

interface Held<State> extends Remembered {
  readonly state: State;
  readonly revision: number;
}

/**
 * Answers for streams that begin with the prefix, so that a rule about another stream usually costs no read. A stream is read when it is
 * first asked for, and is then kept current as events arrive; it shares the store's memory, so what nobody asks for is forgotten. Nothing
 * is read at the start. What is heard may be a moment old: a yes can be trusted, but a no has to be checked with `fresh`, so that nobody is
 * refused for acting quickly.
 */
export function liveFold<State, Event extends DomainEvent>(
  store: EventStore,
  prefix: string,
  fold: Fold<State, Event>,
  { onInterruption, onFailure }: LiveFoldReports = {},
): LiveFold<State> {
  const held = store.memory.space<Held<State>>();
  const heardWhileReading = new HeardWhileReading();
  const underWay = new Map<string, Promise<State | undefined>>();
  const abort = new AbortController();
  const { promise: ready, resolve: markReady } = withResolver();
  let following = false;

  const follow = async () => {
    const options = { after: 'end', prefixes: [prefix], signal: abort.signal, onInterruption, onUnreadable: lose } as const;
    for await (const { events, live } of followLog<Event>(store, options)) {
      for (const event of events) hear(event);
      if (!live) continue;
      following = true;
      markReady();
    }
  };
  inBackground(follow());

  function hear(event: Recorded<Event>): void {
    const { stream, revision } = event;
    heardWhileReading.heard(event);
    const before = held.get(stream);
    if (!before || before.revision >= revision) return;
    try {
      if (revision !== before.revision + 1) return held.delete(stream);
      held.set(stream, { state: fold.evolve(before.state, event), revision, bytes: before.bytes + bytesOf([event]) });
    } catch (error) {
      lose(error as Error, event);
    }
  }

  /** What is in memory would be older than the log from here on, and a yes could not be trusted any more. */
  function lose(error: Error, event: UnreadableEvent): void {
    heardWhileReading.heard(event);
    held.delete(event.stream);
    onFailure?.(error, event);
  }

  async function read(stream: string): Promise<State | undefined> {
    // Events from before the log was followed are not heard: what is read before then is an answer, but must not stay in memory.
    const mayBeHeld = following;
    const watch = heardWhileReading.begin(stream);
    try {
      const events = await store.readStream<Event>(stream);
      const last = events.at(-1);
      const before = held.get(stream);
      if (!last || (before && before.revision >= last.revision)) return before?.state;
      const state = events.reduce((soFar, event) => fold.evolve(soFar, event), fold.initialState);
      // An event that was heard while nothing was in memory will not be heard again: a state that was read without it must not stay.
      if (mayBeHeld && watch.lastHeard() <= last.revision) held.set(stream, { state, revision: last.revision, bytes: bytesOf(events) });
      return state;
    } finally {
      watch.end();
    }
  }

  /** Callers who ask at once for a stream that is not in memory share one read. */
  async function readOnce(stream: string): Promise<Known<State>> {
    const begun = underWay.get(stream);
    if (begun) return { state: await begun, fresh: false };
    const reading = read(stream).finally(() => underWay.delete(stream));
    underWay.set(stream, reading);
    return { state: await reading, fresh: true };
  }

  return {
    peek: (stream) => held.get(stream)?.state,
    async known(stream) {
      const heard = held.get(stream);
      return heard ? { state: heard.state, fresh: false } : readOnce(stream);
    },
    fresh: read,
    ready,
    stop: () => abort.abort(),
  };
}

/** The newest revision that was heard of each stream while it was being read. */
class HeardWhileReading {
  private readonly streams = new Map<string, { readers: number; last: number }>();

  begin(stream: string) {
    const watched = this.streams.get(stream) ?? { readers: 0, last: -1 };
    watched.readers += 1;
    this.streams.set(stream, watched);
    return {
      lastHeard: () => watched.last,
      end: () => void (--watched.readers === 0 && this.streams.delete(stream)),
    };
  }

  heard({ stream, revision }: UnreadableEvent): void {
    const watched = this.streams.get(stream);
    if (watched) watched.last = Math.max(watched.last, revision);
  }
}

function withResolver() {
  let resolve!: () => void;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
