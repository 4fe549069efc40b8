import { randomUUID } from 'node:crypto';
import { EventStore } from '@isegoria/event-sourcing';
import type { Figure } from '../figure';
import { startEventStoreProcess } from './event-store-process';

const inFlight = 64;

/** Appends of one vote each to streams of their own, through the real client, 64 in flight. */
export async function eventStoreAlone(seconds: number): Promise<Figure> {
  const part = await startEventStoreProcess();
  const store = new EventStore(part.url);
  const data = {
    consultationId: randomUUID(),
    activityId: randomUUID(),
    statementId: randomUUID(),
    voter: 'f'.repeat(32),
    choice: 'agree',
    assurance: 'email',
  };
  const metadata = { schema: 1, at: new Date().toISOString(), correlationId: randomUUID() };
  const until = Date.now() + seconds * 1000;
  let count = 0;
  const appendUntilOver = async () => {
    while (Date.now() < until) {
      await store.append(`ballot-${randomUUID()}`, [{ id: randomUUID(), type: 'StatementVoteCast', data, metadata }], 'none');
      count++;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, appendUntilOver));
  await store.close();
  await part.stop();
  return { name: 'event store alone', value: count / seconds, unit: 'appends/s' };
}
