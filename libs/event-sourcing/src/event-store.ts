import {
  ANY,
  BACKWARDS,
  CancelledError,
  DeadlineExceededError,
  END,
  EventStoreDBClient,
  FORWARDS,
  NO_STREAM,
  START,
  StreamNotFoundError,
  UnavailableError,
  WrongExpectedVersionError,
  jsonEvent,
  type JSONEventType,
  type JSONRecordedEvent,
  type ResolvedEvent,
} from '@eventstore/db-client';
import {
  Rejection,
  mustBeSigned,
  upcast,
  type DomainEvent,
  type EventCatalogue,
  type EventMetadata,
  type Origin,
  type Recorded,
} from '@isegoria/kernel';
import { alwaysSend } from '@isegoria/event-store-wire';
import { traced } from '@isegoria/tracing';
import type { Acts } from './acts';
import type { Answers } from './answers';
import type { RawEvent } from './raw-event';
import { ReadBack } from './read-back';
import { StreamMemory } from './stream-memory';

/** What the store returns when an append is durable. */
export interface Appended {
  /** The revision of the stream's last event. */
  readonly revision: number;
  /** The log position of the last event appended. */
  readonly position: number;
}

/** What the writer assumes about the stream: `none` = it does not exist yet, a number = the revision of its last event. */
export type ExpectedRevision = 'none' | 'any' | number;

/** Somebody else appended first: load and decide again. */
export class RevisionConflict extends Error {
  constructor(stream: string) {
    super(`The stream ${stream} is at another revision than expected.`);
    this.name = 'RevisionConflict';
  }
}

/**
 * What the writer adds to an event. The schema version is that of the event's contract; only an event without a contract may state it. Of
 * the origin only the proof of an act of staff is recorded.
 */
export type NewMetadata = Omit<EventMetadata, 'schema' | 'act'> & { readonly schema?: number; readonly origin?: Origin };

/** An event about to be appended. `id` makes a retry harmless: the store takes the same id once. */
export type NewEvent<Event extends DomainEvent = DomainEvent> = Event & { readonly id: string; readonly metadata: NewMetadata };

export interface EventStoreOptions {
  /** The most bytes of streams that all command handlers and live folds over this store remember; 64 MiB when absent. */
  readonly memory?: number;
  /** The events that this program knows: it writes in their versions, and brings what it reads to them. None when absent. */
  readonly catalogue?: EventCatalogue;
  /** Where command handlers over this store remember answers that are not in the log. Only they need it. */
  readonly answers?: Answers;
  /** Signs acts of staff. Only those who append them need it. */
  readonly acts?: Acts;
}

const defaultMemory = 64 * 1024 * 1024;
const knowsNoEvent: EventCatalogue = { of: () => undefined };

/** The one thin wrapper over the client of the event store; connects lazily and reconnects by itself. */
export class EventStore {
  readonly client: EventStoreDBClient;
  /** What this process remembers about streams. */
  readonly memory: StreamMemory;
  private readonly readBack = new ReadBack(this);
  private readonly keptAnswers?: Answers;
  private readonly acts?: Acts;
  private readonly catalogue: EventCatalogue;

  /** @param url a connection string: `esdb://host:port?tls=false`, or `esdb+discover://` for a cluster */
  constructor(url: string, { memory = defaultMemory, catalogue = knowsNoEvent, answers, acts }: EventStoreOptions = {}) {
    this.keptAnswers = answers;
    this.acts = acts;
    this.memory = new StreamMemory(memory);
    this.catalogue = catalogue;
    this.client = clientAt(url);
  }

  /** @throws an Error where this store was opened without them */
  get answers(): Answers {
    if (!this.keptAnswers) throw new Error('This event store was opened without a memory of answers, which command handlers need.');
    return this.keptAnswers;
  }

  /**
   * Appends the events as one transaction; resolves when they are durable.
   * @throws RevisionConflict when the stream is not where `expected` says; Rejection UNAVAILABLE when the store cannot be reached
   */
  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    // The events say nothing about the trace, since the log is public; the span says where they are in the log.
    return traced({ name: 'append', kind: 'CLIENT' }, async (tell) => {
      const appended = await this.appendNow(stream, events, expected);
      tell({ 'isegoria.log.position': appended.position, 'isegoria.events': events.length });
      return appended;
    });
  }

  private async appendNow(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    const expectedRevision = expected === 'none' ? NO_STREAM : expected === 'any' ? ANY : BigInt(expected);
    try {
      const stamped = events.map((event) => this.toJsonEvent(stream, event));
      const { nextExpectedRevision, position } = await this.client.appendToStream(stream, stamped, { expectedRevision });
      return { revision: Number(nextExpectedRevision), position: Number(position?.commit ?? 0n) };
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) throw new RevisionConflict(stream);
      throw orUnavailable(error);
    }
  }

  /** The events of one stream, from the first or from a revision on, all of them or a number; empty if there is no such stream. */
  async readStream<Event extends DomainEvent>(
    stream: string,
    { from, count }: { from?: number; count?: number } = {},
  ): Promise<Recorded<Event>[]> {
    const found: ResolvedEvent<JSONEventType>[] = [];
    const fromRevision = from === undefined ? START : BigInt(from);
    try {
      const read = this.client.readStream<JSONEventType>(stream, { direction: FORWARDS, fromRevision, maxCount: count });
      for await (const resolved of read) found.push(resolved);
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw orUnavailable(error);
    }
    // Not while it reads: the client keeps a read that an unreadable event ended early, and waits for it when it closes.
    return found.flatMap(({ event, commitPosition }) => (event ? [this.toRecorded<Event>(event, commitPosition)] : []));
  }

  /**
   * Events that were just appended, as the log has them: a store that had them already, from an earlier delivery, keeps its own time.
   * @throws Rejection UNAVAILABLE from a node that lags behind; the events are safe, and a retry gives them
   */
  async recorded<Event extends DomainEvent>(stream: string, ids: readonly string[], revision: number): Promise<Recorded<Event>[]> {
    const newest = await this.readBack.find(stream, ids).catch((error) => {
      throw orUnavailable(error);
    });
    if (newest) return newest.map((event) => this.fromRaw<Event>(event));
    const events = await this.readStream<Event>(stream, { from: revision - ids.length + 1, count: ids.length });
    if (events.length < ids.length) throw new Rejection('UNAVAILABLE');
    return events;
  }

  /** The client's event in the house's shape. */
  toRecorded<Event extends DomainEvent>(event: JSONRecordedEvent, commitPosition?: bigint): Recorded<Event> {
    return this.inPresentVersion<Event>({
      type: event.type,
      data: event.data as object,
      id: event.id,
      stream: event.streamId,
      revision: Number(event.revision),
      position: Number(event.position?.commit ?? commitPosition ?? 0n),
      recordedAt: event.created.toISOString(),
      metadata: event.metadata as unknown as EventMetadata,
    });
  }

  /** Resolves when the store answers; rejects otherwise. */
  async ping(): Promise<void> {
    // Read to its end: the client would keep a read that was left early, and wait for it when it closes.
    for await (const _ of this.client.readAll({ maxCount: 1 }));
  }

  /** The position of the last event in the log; 0 while there is none. */
  async lastPosition(): Promise<number> {
    let last = 0;
    for await (const { event, commitPosition } of this.client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 })) {
      if (event) last = Number(commitPosition ?? event.position.commit);
    }
    return last;
  }

  close(): Promise<void> {
    return this.client.dispose();
  }

  private fromRaw<Event extends DomainEvent>({ data, metadata, place, ...event }: RawEvent): Recorded<Event> {
    const parsed = { data: JSON.parse(data.toString()), metadata: JSON.parse(metadata.toString()) };
    return this.inPresentVersion<Event>({ ...event, ...parsed, position: place.commit });
  }

  /** For those who fold and project; the log hashes what is stored, which it reads by itself. */
  private inPresentVersion<Event extends DomainEvent>(event: Recorded): Recorded<Event> {
    const data = upcast(this.catalogue, event.type, event.metadata?.schema, event.data);
    return (data === event.data ? event : { ...event, data, stored: event.data }) as unknown as Recorded<Event>;
  }

  private toJsonEvent(stream: string, { id, type, data, metadata: { origin, ...metadata } }: NewEvent) {
    const contract = this.catalogue.of(type);
    const schema = contract?.schema ?? metadata.schema ?? 1;
    const isSigned = contract && mustBeSigned(contract, metadata);
    const act = isSigned ? this.acts?.proofOf({ stream, id, type, data, at: metadata.at, origin }) : undefined;
    const beside = { ...metadata, schema, ...(act && { act }) };
    return jsonEvent<JSONEventType>({ id, type, data: data as Record<string, unknown>, metadata: beside });
  }
}

/**
 * The client sends the credentials of a connection string over TLS alone. The embedded store is on this machine, has none and asks for
 * them; to any other address they never go in the open.
 */
function clientAt(url: string): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(url);
  const [, user, password] = /^esdb:\/\/([^:@/]+):([^@/]+)@(?:127\.0\.0\.1|localhost):\d+\/?\?.*tls=false/i.exec(url) ?? [];
  if (user && password) alwaysSend(client, { user: decodeURIComponent(user), password: decodeURIComponent(password) });
  return client;
}

/** The status of gRPC (UNAVAILABLE), which the client passes on bare when its connection breaks. */
const grpcUnavailable = 14;
/** What gRPC says of a call that a busy server, or a proxy, cut off before its status: with code 0, nothing was wrong with it. */
const endedWithoutStatus = /RST_STREAM with code 0\b/;

/**
 * A store that is unavailable for a moment, or too busy to answer in time, is not a failure of the platform: the caller may ask again,
 * under the same id. EventStoreDB also lets the time run out if a retry overtakes the replication of its original.
 */
function orUnavailable(error: unknown): unknown {
  const isAway = [UnavailableError, DeadlineExceededError, CancelledError].some((kind) => error instanceof kind);
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const isCutOff = code === grpcUnavailable || endedWithoutStatus.test(String(message));
  return isAway || isCutOff ? new Rejection('UNAVAILABLE') : error;
}
