import {
  StreamNotFoundError,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
  type Position,
  type ReadStreamOptions,
  type StreamSubscription,
} from '@eventstore/db-client';

export type Subscription = AllStreamSubscription | StreamSubscription;

/** What the contract looks at in an event, whichever call gave it. */
export interface Seen {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly n: number;
}

export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}

/** The error that an attempt ends with; undefined when it succeeds. */
export const errorOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => undefined,
    (error: unknown) => error,
  );

/** A stream as a reader sees it; empty if it does not exist. */
export async function readStream(client: EventStoreDBClient, stream: string, options: ReadStreamOptions = {}): Promise<Seen[]> {
  try {
    return (await collect(client.readStream(stream, options))).map((event) => seen(event as AllStreamResolvedEvent));
  } catch (error) {
    if (error instanceof StreamNotFoundError) return [];
    throw error;
  }
}

export const revisionsOf = async (client: EventStoreDBClient, stream: string, options?: ReadStreamOptions): Promise<number[]> =>
  (await readStream(client, stream, options)).map(({ revision }) => revision);

/** What $all has from the position (inclusive) to its end of the streams that begin with the prefix, metadata streams included. */
export async function readAll(client: EventStoreDBClient, fromPosition: Position, prefix: string): Promise<Seen[]> {
  const found: Seen[] = [];
  for await (const event of client.readAll({ fromPosition })) if (isOf(event, prefix)) found.push(seen(event));
  return found;
}

export const isOf = ({ event }: { event?: { streamId: string } }, prefix: string): boolean =>
  event !== undefined && (event.streamId.startsWith(prefix) || event.streamId.startsWith(`$$${prefix}`));

/** Takes events until there are `count` wanted ones, then ends the subscription. */
export async function take(subscription: Subscription, count: number, wanted: (event: Seen) => boolean = () => true): Promise<Seen[]> {
  const taken: Seen[] = [];
  try {
    for await (const event of subscription as AsyncIterable<AllStreamResolvedEvent>) {
      if (event.event && wanted(seen(event))) taken.push(seen(event));
      if (taken.length === count) break;
    }
  } finally {
    await subscription.unsubscribe();
  }
  return taken;
}

/** Resolves when the subscription says the word. */
export const told = (subscription: Subscription, word: 'confirmation' | 'caughtUp'): Promise<void> =>
  new Promise((resolve, reject) => {
    (subscription as NodeJS.EventEmitter).once(word, () => resolve());
    (subscription as NodeJS.EventEmitter).once('error', reject);
  });

export function seen({ event }: AllStreamResolvedEvent): Seen {
  const { id, type, streamId, revision, position, data } = event!;
  return { id, type, stream: streamId, revision: Number(revision), position: position!, n: (data as { n?: number } | undefined)?.n ?? -1 };
}

/** Negative when `a` lies before `b` in the log. Events may share a commit position; the prepare position tells them apart. */
export function compare(a: Position, b: Position): number {
  const difference = a.commit === b.commit ? a.prepare - b.prepare : a.commit - b.commit;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
