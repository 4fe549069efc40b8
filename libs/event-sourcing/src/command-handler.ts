import { Rejection, type DomainEvent, type Recorded } from '@isegoria/kernel';
import type { Decider } from './decider';
import { eventIds } from './event-id';
import { RevisionConflict, type EventStore, type NewMetadata } from './event-store';
import { bytesOf, type Remembered } from './stream-memory';

/** What a handled command led to. */
export interface Handled<Event extends DomainEvent> {
  /** The events of the command as the log has them: those just appended, or those that an earlier delivery of the same command appended. */
  readonly events: readonly Recorded<Event>[];
  /** The log position that includes them. */
  readonly position: number;
  /** True when the command had been handled before: nothing was appended now. */
  readonly repeated: boolean;
  /** The whole stream, when the decision was that nothing is to change. */
  readonly history?: readonly Recorded<Event>[];
}

export interface CommandDelivery {
  /** Becomes the id of the first event; the same id is handled once, however often it is delivered. */
  readonly commandId: string;
  readonly metadata: NewMetadata;
}

/** A stream as this process last saw it. */
interface Seen<State> extends Remembered {
  readonly state: State;
  /** -1: believed not to exist. */
  readonly revision: number;
  readonly position: number;
  /**
   * The log positions of the stream's events by their ids. Handed on from one revision to the next and added to, never copied: commands
   * for one stream take turns, so that nobody looks at an earlier revision any more.
   */
  readonly handled: Map<string, number>;
}

/** Another instance may be first many times in a row where one person sends much at once. */
const attempts = 16;

/**
 * Gives the function that handles commands for the streams of one decider: load, decide, append at the expected revision, and
 * decide anew when somebody else was first. Streams seen lately are kept in the store's memory, and a stream that is not is first
 * believed new; the expected revision makes either belief safe, so that a first vote costs one append and no read.
 */
export function commandHandler<State, Command, Event extends DomainEvent>(
  store: EventStore,
  decider: Decider<State, Command, Event>,
  { believeNew = true }: { believeNew?: boolean } = {},
) {
  const seen = store.memory.space<Seen<State>>();
  const unseen = (): Seen<State> => ({ state: decider.initialState, revision: -1, position: 0, handled: new Map(), bytes: 0 });
  const turns = new Map<string, Promise<unknown>>();

  /** @throws Rejection what the decider says, or CONFLICT when other writers were always first */
  return function handleCommand(stream: string, command: Command, delivery: CommandDelivery): Promise<Handled<Event>> {
    // Commands for one stream take turns, so that this process never conflicts with itself.
    const handle = () => loadDecideAppend(stream, command, delivery);
    const turn = turns.get(stream)?.then(handle, handle) ?? handle();
    turns.set(stream, turn);
    const leave = () => void (turns.get(stream) === turn && turns.delete(stream));
    turn.then(leave, leave);
    return turn;
  };

  async function loadDecideAppend(stream: string, command: Command, delivery: CommandDelivery): Promise<Handled<Event>> {
    let known = seen.get(stream) ?? (believeNew ? unseen() : await load(stream));
    for (let attempt = 0; attempt < attempts; attempt++) {
      const earlier = known.handled.get(delivery.commandId);
      if (earlier !== undefined) return repeated(stream, delivery.commandId, earlier);
      try {
        return await decideAndAppend(stream, command, delivery, known);
      } catch (error) {
        const mayBeStale = error instanceof RevisionConflict || error instanceof Rejection;
        if (!mayBeStale) throw error;
        const current = await load(stream);
        if (error instanceof Rejection && current.revision === known.revision) throw error;
        known = current;
      }
    }
    throw new Rejection('CONFLICT');
  }

  async function decideAndAppend(stream: string, command: Command, delivery: CommandDelivery, known: Seen<State>): Promise<Handled<Event>> {
    const decided = decider.decide(command, known.state);
    if (decided.length === 0) {
      // "Nothing to change" must be true of the stream as it is, not as it was believed to be.
      const history = await store.readStream<Event>(stream);
      const current = knownFrom(stream, history);
      if (current.revision !== known.revision) throw new RevisionConflict(stream);
      return { events: [], position: current.position, repeated: true, history };
    }
    const ids = eventIds(delivery.commandId, decided.length);
    const events = decided.map((event, index) => ({ ...event, id: ids[index]!, metadata: delivery.metadata }));
    const appended = await store.append(stream, events, known.revision === -1 ? 'none' : known.revision);
    remembered(stream, {
      state: decided.reduce((state, event) => decider.evolve(state, event), known.state),
      revision: appended.revision,
      position: appended.position,
      handled: known.handled.set(delivery.commandId, appended.position),
      bytes: known.bytes + bytesOf(decided),
    });
    return { events: await store.recorded<Event>(stream, ids, appended.revision), position: appended.position, repeated: false };
  }

  function remembered(stream: string, known: Seen<State>): void {
    if ((seen.get(stream)?.revision ?? -1) < known.revision) seen.set(stream, known);
  }

  async function load(stream: string): Promise<Seen<State>> {
    return knownFrom(stream, await store.readStream<Event>(stream));
  }

  function knownFrom(stream: string, events: readonly Recorded<Event>[]): Seen<State> {
    const last = events.at(-1);
    if (!last) return unseen();
    const known: Seen<State> = {
      state: events.reduce<State>((state, event) => decider.evolve(state, event), decider.initialState),
      revision: last.revision,
      position: last.position,
      handled: new Map(events.map(({ id, position }) => [id, position])),
      bytes: bytesOf(events),
    };
    seen.set(stream, known);
    return known;
  }

  async function repeated(stream: string, commandId: string, position: number): Promise<Handled<Event>> {
    const history = await store.readStream<Event>(stream);
    const at = history.findIndex(({ id }) => id === commandId);
    const ids = eventIds(commandId, history.length - at);
    const events = history.slice(at).filter((event, index) => event.id === ids[index]);
    return { events, position: Math.max(position, events.at(-1)?.position ?? 0), repeated: true };
  }
}
