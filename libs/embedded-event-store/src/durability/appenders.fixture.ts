import { expect } from '@jest/globals';
import { jsonEvent, type EventData, type EventStoreDBClient } from '@eventstore/db-client';

interface Acknowledged {
  readonly ids: string[];
  readonly position: number;
}

/** Appends one to three events at a time at the exact revision; what had no answer is tried again with the same ids. */
export class Appender {
  private revision = -1;
  private pending: EventData[] | undefined;
  private made = 0;
  readonly acknowledged: Acknowledged[] = [];

  constructor(
    readonly stream: string,
    private readonly padding = '',
  ) {}

  /** Ends when told to, when the store is gone, or when an append is refused. */
  async appendUntil(stopped: () => boolean, client: EventStoreDBClient, gone: Promise<unknown>): Promise<void> {
    while (!stopped()) {
      this.pending ??= this.nextEvents();
      const expectedRevision = this.revision < 0 ? 'no_stream' : BigInt(this.revision);
      const appended = client.appendToStream(this.stream, this.pending, { expectedRevision }).catch(() => undefined);
      const answer = await Promise.race([appended, gone.then(() => undefined)]);
      if (!answer) return;
      this.revision += this.pending.length;
      expect(answer.nextExpectedRevision).toBe(BigInt(this.revision));
      this.acknowledged.push({ ids: this.pending.map(({ id }) => id), position: Number(answer.position!.commit) });
      this.pending = undefined;
    }
  }

  private nextEvents(): EventData[] {
    const append = this.made++;
    const size = 1 + (append % 3);
    return Array.from({ length: size }, (_, part) => jsonEvent({ type: 'Happened', data: { append, part, size, padding: this.padding } }));
  }
}

/** Appenders of so many streams, each with its own. */
export const appendersOf = (count: number, padding?: string): Appender[] =>
  Array.from({ length: count }, (_, n) => new Appender(`appender-${n}`, padding));

export const acknowledgedBy = (appenders: readonly Appender[]): number =>
  appenders.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);

export interface Logged {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly data: { append: number; part: number; size: number };
}

export async function wholeLog(client: EventStoreDBClient): Promise<Logged[]> {
  const log: Logged[] = [];
  for await (const { event } of client.readAll()) {
    const { id, streamId, revision, position, data } = event!;
    log.push({
      id,
      stream: streamId,
      revision: Number(revision),
      position: Number(position!.commit),
      data: data as unknown as Logged['data'],
    });
  }
  return log;
}

/** Every acknowledged append is there once, in order and whole, and what was not acknowledged is there whole or not at all. */
export function expectWhole(log: readonly Logged[], appenders: readonly Pick<Appender, 'stream' | 'acknowledged'>[]): void {
  expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => index + 1));
  expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
  const streams = new Map<string, Logged[]>(appenders.map(({ stream }) => [stream, []]));
  for (const logged of log) streams.get(logged.stream)?.push(logged);
  for (const { stream, acknowledged } of appenders) {
    const events = streams.get(stream)!;
    expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
    const ids = acknowledged.flatMap((append) => append.ids);
    expect(events.slice(0, ids.length).map(({ id }) => id)).toEqual(ids);
    for (const append of acknowledged) expect(log[append.position - 1]!.id).toBe(append.ids.at(-1));
    for (const [index, { data }] of events.entries()) {
      const next = events[index + 1]?.data;
      if (data.part < data.size - 1) expect([next?.append, next?.part]).toEqual([data.append, data.part + 1]);
    }
  }
}
