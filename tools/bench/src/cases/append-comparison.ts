import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { beside, type Figure } from '../figure';
import { startEventStoreProcess } from './event-store-process';
import { startEmbeddedDatabase } from './reference-database';

/** How many appends are under way at once, and how many events each has. */
const shapes = [
  { inFlight: 1, events: 1 },
  { inFlight: 8, events: 1 },
  { inFlight: 64, events: 1, aim: 3 },
  { inFlight: 256, events: 1 },
  { inFlight: 1, events: 10 },
  { inFlight: 64, events: 10 },
  { inFlight: 1, events: 100 },
  { inFlight: 64, events: 100 },
] as const;

type Append = (stream: string, events: number) => Promise<unknown>;

const vote = {
  consultationId: randomUUID(),
  activityId: randomUUID(),
  statementId: randomUUID(),
  voter: 'f'.repeat(32),
  choice: 'agree',
  assurance: 'email',
};

/**
 * Durable appends to streams of their own, through the real clients: the event store beside Emmett on PostgreSQL, in turns,
 * shape by shape. Both servers run for themselves, both clients in this process, with the options they come with.
 */
export async function appendComparison(seconds: number): Promise<Figure[]> {
  const [part, database] = await Promise.all([startEventStoreProcess(), startEmbeddedDatabase()]);
  const client = EventStoreDBClient.connectionString(part.url);
  const emmett = getPostgreSQLEventStore(database.url);
  const toStore: Append = (stream, count) =>
    client.appendToStream(
      stream,
      Array.from({ length: count }, () => jsonEvent({ type: 'StatementVoteCast', data: vote })),
      { expectedRevision: 'no_stream' },
    );
  const toEmmett: Append = (stream, count) =>
    emmett.appendToStream(
      stream,
      Array.from({ length: count }, () => ({ type: 'StatementVoteCast', data: vote })),
      { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' },
    );
  const figures: Figure[] = [];
  try {
    for (const append of [toEmmett, toStore]) await appendsPerSecond(append, shapes[2], 2);
    for (const shape of shapes) {
      const ofEmmett = await appendsPerSecond(toEmmett, shape, seconds);
      const ofStore = await appendsPerSecond(toStore, shape, seconds);
      const reference = {
        name: `Emmett on PostgreSQL (${Math.round(ofEmmett).toLocaleString('en')}/s)`,
        value: ofEmmett,
        unit: 'appends/s',
      };
      const name = `event store, ${shape.inFlight} in flight, ${shape.events} event${shape.events === 1 ? '' : 's'} an append`;
      figures.push(beside({ name, value: ofStore, unit: 'appends/s' }, reference, 'aim' in shape ? shape.aim : 1));
    }
    return figures;
  } finally {
    await Promise.all([client.dispose(), emmett.close()]);
    await Promise.all([part.stop(), database.stop()]);
  }
}

async function appendsPerSecond(
  append: Append,
  { inFlight, events }: { inFlight: number; events: number },
  seconds: number,
): Promise<number> {
  const started = performance.now();
  const until = started + seconds * 1000;
  let count = 0;
  const appendUntilOver = async () => {
    while (performance.now() < until) {
      await append(`ballot-${randomUUID()}`, events);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, appendUntilOver));
  return (count / (performance.now() - started)) * 1000;
}
