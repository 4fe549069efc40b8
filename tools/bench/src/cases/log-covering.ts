import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStore } from '@isegoria/event-sourcing';
import { towards, type Figure } from '../figure';
import type { LogProcess } from './log-process';

const eventsASecond = 1_000;
const eventsAnAppend = 50;
/** Milliseconds after which an event that no checkpoint covers is given up. */
const patience = 30_000;

/** How long it takes, while votes keep arriving at 1,000 a second, until a checkpoint covers one: the longest wait of all. */
export async function measureCovering(log: LogProcess, eventStoreUrl: string, seconds: number): Promise<Figure> {
  const store = new EventStore(eventStoreUrl);
  const already = await log.size();
  const storedAt: number[] = [];
  const appending = (async () => {
    const began = performance.now();
    const appends = (seconds * eventsASecond) / eventsAnAppend;
    for (let n = 0; n < appends; n++) {
      await pause(Math.max(0, began + (n * eventsAnAppend * 1000) / eventsASecond - performance.now()));
      await store.append(`ballot-${randomUUID()}`, Array.from({ length: eventsAnAppend }, vote), 'none');
      storedAt.push(performance.now());
    }
  })();
  const waits: number[] = [];
  let isAppending = true;
  const ended = appending.finally(() => (isAppending = false));
  while (isAppending || waits.length < storedAt.length) {
    const covered = Math.floor(((await log.size()) - already) / eventsAnAppend);
    const now = performance.now();
    while (waits.length < Math.min(covered, storedAt.length)) waits.push(now - storedAt[waits.length]!);
    if (now - (storedAt[waits.length] ?? now) > patience) throw new Error(`No checkpoint covered a vote within ${patience} ms.`);
    await pause(50);
  }
  await ended;
  await store.close();
  return towards(
    {
      name: `log, from a vote to its checkpoint at ${eventsASecond.toLocaleString('en')} votes/s, longest`,
      value: Math.max(...waits),
      unit: 'ms',
    },
    5_000,
    true,
  );
}

function vote() {
  const data = {
    consultationId: randomUUID(),
    activityId: randomUUID(),
    statementId: randomUUID(),
    voter: randomUUID(),
    choice: 'agree',
    assurance: 'email',
  };
  return {
    id: randomUUID(),
    type: 'StatementVoteCast',
    data,
    metadata: { schema: 1, at: new Date().toISOString(), correlationId: randomUUID() },
  };
}
