import type { DomainEvent } from '@isegoria/contracts';
import { fold, type Decider } from './decider';
import type { EventStore } from './event-store';
import { followLog } from './subscription';

/** The states of all streams under a prefix, kept current from the log. */
export interface LiveFold<State> {
  /** The state of one stream as last heard, without I/O; undefined when nothing was heard of it. */
  peek(stream: string): State | undefined;
  /** The state of one stream as it stands in the store now. */
  fresh(stream: string): Promise<State | undefined>;
  /** Every stream heard of with its state. */
  all(): IterableIterator<[stream: string, state: State]>;
  /** Resolves when everything recorded before the start has been folded. */
  readonly ready: Promise<void>;
  stop(): void;
}

/**
 * Folds every stream that begins with the prefix and goes on as events arrive, so that a rule about another stream costs no read.
 * What is heard may be a moment old: it may say yes, but a no is to be checked with `fresh`, so that nobody is refused for
 * acting quickly.
 */
export function liveFold<State, Event extends DomainEvent>(
  store: EventStore,
  prefix: string,
  decider: Pick<Decider<State, never, Event>, 'initialState' | 'evolve'>,
  onInterruption?: (error: Error) => void,
): LiveFold<State> {
  const states = new Map<string, { state: State; revision: number }>();
  const abort = new AbortController();
  const { promise: ready, resolve: markReady } = withResolver();

  void (async () => {
    for await (const { events, live } of followLog<Event>(store, { prefixes: [prefix], signal: abort.signal, onInterruption })) {
      for (const event of events) {
        const known = states.get(event.stream);
        if (known && known.revision >= event.revision) continue;
        states.set(event.stream, { state: decider.evolve(known?.state ?? decider.initialState, event), revision: event.revision });
      }
      if (live) markReady();
    }
  })();

  return {
    peek: (stream) => states.get(stream)?.state,
    async fresh(stream) {
      const events = await store.readStream<Event>(stream);
      const last = events.at(-1);
      if (!last) return undefined;
      const state = fold<State, Event>(decider, events);
      if ((states.get(stream)?.revision ?? -1) < last.revision) states.set(stream, { state, revision: last.revision });
      return state;
    },
    *all() {
      for (const [stream, { state }] of states) yield [stream, state];
    },
    ready,
    stop: () => abort.abort(),
  };
}

function withResolver() {
  let resolve!: () => void;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
