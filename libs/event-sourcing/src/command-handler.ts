import { Rejection, type Accepted, type Changed, type DomainEvent, type Recorded } from '@isegoria/kernel';
import { mustBeTheSameRequest, type KeptAnswer } from './answers';
import type { Decider } from './decider';
import { eventIdAt, eventIds } from './event-id';
import { RevisionConflict, type EventStore, type NewMetadata } from './event-store';
import { bytesOf, type Remembered } from './stream-memory';

/** What a handled command led to. */
export interface Handled<Event extends DomainEvent> {
  /**
   * The events of the command as the log has them: those just appended, or those that an earlier delivery of the same command appended. For
   * a command that changed nothing, the event that had recorded what it asks for, if its decider says which.
   */
  readonly events: readonly Recorded<Event>[];
  /** The log position that includes them. */
  readonly position: number;
  /** True when nothing was appended now. */
  readonly repeated: boolean;
  /** True when nothing was appended, whenever it first came: what it asks for stood so already. */
  readonly unchanged?: boolean;
}

/** What whoever sent a command is told of it. @param id of what it made or changed */
export function acceptedAs(id: string, { position, unchanged }: Pick<Handled<DomainEvent>, 'position' | 'unchanged'>): Accepted {
  return { id, position, ...(unchanged && { unchanged }) };
}

export interface CommandDelivery {
  /** Becomes the id of the first event; the same id is handled once, however often it is delivered. */
  readonly commandId: string;
  readonly metadata: NewMetadata;
  /** True if nobody can deliver the command again, so that its answer need not be remembered nor looked for. */
  readonly comesOnce?: boolean;
  /** The versions of what it changes on one of which the command is based; absent where that is not known. */
  readonly basedOn?: BasedOn;
}

/** A version of a thing is the log position of the last event of these types in its stream; 0 before there is one. */
export interface BasedOn {
  readonly versions: readonly number[];
  readonly types: readonly string[];
  /** Whether anything up to the newest of the versions will do: several things, each of a version of its own, were read at one place. */
  readonly upTo?: boolean;
}

/** A stream as this process last saw it. */
interface Seen<State> extends Remembered {
  readonly state: State;
  /** -1: believed not to exist. */
  readonly revision: number;
  readonly position: number;
  /**
   * The revisions of the stream's events by their ids. Handed on from one revision to the next and added to, never copied: commands for one
   * stream take turns, so nobody looks at an earlier revision any more.
   */
  readonly handled: Map<string, number>;
}

/** Another instance may be first many times in a row if one person sends a lot at once. */
const attempts = 16;

export interface HandlerOptions {
  /** False if a stream that is not in memory is read first, because it usually exists. */
  readonly believeNew?: boolean;
  /** False for a policy, which asks again until there is something to do: "there was nothing yet" is not an answer to keep. */
  readonly keepsAnswers?: boolean;
  /**
   * False where the id of a command says all that it appends, so that nothing else can be in the store under that id: then what was
   * appended is not read, and `events` is empty.
   */
  readonly readsBack?: boolean;
}

/**
 * Gives the function that handles commands for the streams of one decider: load, decide, append at the expected revision, and decide again
 * when somebody else was first. Streams seen lately are kept in the store's memory, and any other stream is first assumed to be new; the
 * expected revision makes either assumption safe, so a first vote costs one append and no read.
 *
 * A repeated command gets its first answer and changes nothing, whatever the stream holds by then: what it appended is found by the id of
 * the event, and that it changed nothing is in the store's `answers`.
 */
export function commandHandler<State, Command, Event extends DomainEvent>(
  store: EventStore,
  decider: Decider<State, Command, Event>,
  { believeNew = true, keepsAnswers = true, readsBack = true }: HandlerOptions = {},
) {
  const seen = store.memory.space<Seen<State>>();
  const unseen = (): Seen<State> => ({ state: decider.initialState, revision: -1, position: 0, handled: new Map(), bytes: 0 });
  const turns = new Map<string, Promise<unknown>>();
  const answersTo = ({ comesOnce }: CommandDelivery) => (keepsAnswers && !comesOnce ? store.answers : undefined);

  /**
   * @throws Rejection what the decider says, VERSION_CHANGED when the command would change another version than the one that it is based
   * on, CONFLICT when other writers were always first, or IDEMPOTENCY_KEY_REUSED when the command's id is that of another request
   */
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
      if (known.handled.has(delivery.commandId)) return appendedBefore(stream, delivery, known);
      try {
        return await decideAndAppend(stream, command, delivery, known);
      } catch (error) {
        const mayBeStale = error instanceof RevisionConflict || error instanceof Rejection;
        if (!mayBeStale) throw error;
        const current = await load(stream);
        if (error instanceof Rejection && current.revision === known.revision) return answeredBeforeOr(error, stream, delivery);
        known = current;
      }
    }
    throw new Rejection('CONFLICT');
  }

  async function decideAndAppend(stream: string, command: Command, delivery: CommandDelivery, known: Seen<State>): Promise<Handled<Event>> {
    const decided = decider.decide(command, known.state);
    // Nothing was ever answered about a stream that does not exist yet, and the append will show whether it exists.
    const isFirst = believeNew && known.revision === -1 && decided.length > 0;
    // Asked for after the state is known: an answer that is kept from now on is about a later state, and then the append fails.
    const answered = isFirst ? undefined : await answersTo(delivery)?.find(delivery.commandId, delivery.metadata.request);
    if (answered) return answeredBefore(stream, answered);
    if (decided.length === 0) return unchanged(stream, command, delivery, known);
    if (delivery.basedOn) await mustBeOfVersion(store, stream, delivery.basedOn, known.revision);
    return append(stream, decided, delivery, known);
  }

  async function append(stream: string, decided: readonly Event[], delivery: CommandDelivery, known: Seen<State>): Promise<Handled<Event>> {
    const ids = eventIds(delivery.commandId, decided.length);
    const events = decided.map((event, index) => ({ ...event, id: ids[index]!, metadata: delivery.metadata }));
    const appended = await store.append(stream, events, known.revision === -1 ? 'none' : known.revision);
    const recorded = readsBack ? await recordedUnder(ids, stream, appended.revision, delivery) : [];
    const first = appended.revision - decided.length + 1;
    ids.forEach((id, at) => known.handled.set(id, first + at));
    const now: readonly Event[] = recorded.length > 0 ? recorded : decided;
    remembered(stream, {
      state: now.reduce<State>((state, event, at) => decider.evolve(state, event, first + at), known.state),
      revision: appended.revision,
      position: appended.position,
      handled: known.handled,
      bytes: known.bytes + bytesOf(now),
    });
    return { events: recorded, position: appended.position, repeated: false };
  }

  /** The store goes by ids alone: it may have them from another request, whose events are not the ones decided now. */
  async function recordedUnder(ids: readonly string[], stream: string, revision: number, { metadata }: CommandDelivery) {
    const recorded = await store.recorded<Event>(stream, ids, revision);
    mustBeTheSameRequest(recorded[0]?.metadata.request, metadata.request);
    return recorded;
  }

  /**
   * The answer is kept before it is given, and given only if the stream is still what was decided on: then anybody who decides on a later
   * state finds the answer. Looking first avoids a write that would be taken back if memory was out of date.
   */
  async function unchanged(stream: string, command: Command, delivery: CommandDelivery, known: Seen<State>): Promise<Handled<Event>> {
    await mustStandAt(stream, known.revision);
    const answers = answersTo(delivery);
    const { request } = delivery.metadata;
    const answer: KeptAnswer = { request, position: known.position, revision: decider.recordedAt?.(command, known.state) };
    if (!answers) return answeredBefore(stream, answer);
    if (!(await answers.keep(delivery.commandId, answer)))
      return answeredBefore(stream, (await answers.find(delivery.commandId, request)) ?? answer);
    await mustStandAt(stream, known.revision).catch(async (error) => {
      await answers.withdraw(delivery.commandId);
      throw error;
    });
    return answeredBefore(stream, answer);
  }

  /** @throws RevisionConflict */
  async function mustStandAt(stream: string, revision: number): Promise<void> {
    const newest = await store.readStream(stream, { from: Math.max(revision, 0), count: 2 });
    if ((newest.at(-1)?.revision ?? -1) !== revision) throw new RevisionConflict(stream);
  }

  /** What a rule forbids by now may have been allowed, and answered, when the command first came. */
  async function answeredBeforeOr(rejection: Rejection, stream: string, delivery: CommandDelivery): Promise<Handled<Event>> {
    const answered = await answersTo(delivery)?.find(delivery.commandId, delivery.metadata.request);
    if (answered) return answeredBefore(stream, answered);
    // What a newer version asks for says nothing to somebody who has not seen it.
    if (rejection.code === 'VALIDATION_FAILED' && delivery.basedOn) await mustBeOfVersion(store, stream, delivery.basedOn);
    throw rejection;
  }

  async function answeredBefore(stream: string, { position, revision }: KeptAnswer): Promise<Handled<Event>> {
    return { events: revision === undefined ? [] : await eventsAt(stream, revision, 1), position, repeated: true, unchanged: true };
  }

  async function appendedBefore(
    stream: string,
    { commandId, metadata }: CommandDelivery,
    { handled }: Seen<State>,
  ): Promise<Handled<Event>> {
    const revision = handled.get(commandId)!;
    let count = 1;
    while (handled.get(eventIdAt(commandId, count)) === revision + count) count += 1;
    const events = await eventsAt(stream, revision, count);
    mustBeTheSameRequest(events[0]!.metadata.request, metadata.request);
    return { events, position: events.at(-1)!.position, repeated: true };
  }

  /** @throws Rejection UNAVAILABLE from a node that lags behind */
  async function eventsAt(stream: string, revision: number, count: number): Promise<readonly Recorded<Event>[]> {
    const events = await store.readStream<Event>(stream, { from: revision, count });
    if (events.length < count) throw new Rejection('UNAVAILABLE');
    return events;
  }

  function remembered(stream: string, known: Seen<State>): void {
    if ((seen.get(stream)?.revision ?? -1) < known.revision) seen.set(stream, known);
  }

  async function load(stream: string): Promise<Seen<State>> {
    const events = await store.readStream<Event>(stream);
    const last = events.at(-1);
    if (!last) return unseen();
    const known: Seen<State> = {
      state: events.reduce<State>((state, event) => decider.evolve(state, event, event.revision), decider.initialState),
      revision: last.revision,
      position: last.position,
      handled: new Map(events.map(({ id, revision }) => [id, revision])),
      bytes: bytesOf(events),
    };
    seen.set(stream, known);
    return known;
  }
}

/**
 * Looks at the log and not at memory, which need not hold positions for the few commands that come with a version. What is appended next
 * is appended at the revision that was decided on, so nobody gets in between.
 * @param revision of the stream, at least
 * @throws Rejection VERSION_CHANGED; UNAVAILABLE from a node that lags behind
 */
export async function mustBeOfVersion(store: EventStore, stream: string, { versions, types, upTo }: BasedOn, revision = -1): Promise<void> {
  const events = await store.readStream(stream);
  if ((events.at(-1)?.revision ?? -1) < revision) throw new Rejection('UNAVAILABLE');
  const last = events.findLast(({ type }) => types.includes(type));
  const version = last?.position ?? 0;
  const isRead = upTo ? version <= Math.max(...versions) : versions.includes(version);
  if (!isRead) throw new Rejection('VERSION_CHANGED', last && { changed: changedBy(last) });
}

/** Only acts of office name an account. */
function changedBy({ data, metadata }: Recorded): Changed {
  const { by } = data as { readonly by?: unknown };
  return { at: metadata.at, official: typeof by === 'string' ? by.slice(0, 8) : null };
}
