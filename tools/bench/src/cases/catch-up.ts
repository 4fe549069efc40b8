import { randomBytes, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { EventStore } from '@isegoria/event-sourcing';
import { SharedReading, rowsOfVersion, runGroup, type ReadModelGroup } from '@isegoria/projection';
import { readModelGroups, readModels } from '@isegoria/read-models';
import type { Figure } from '../figure';
import { sized } from '../load';
import { startEventStoreProcess } from './event-store-process';
import { startEmbeddedDatabase } from './reference-database';

const mostVoters = 1_000;
const statements = 50;

/** All groups of read models from the start of a log of votes, on the same PostgreSQL as the platform's. */
export async function catchUp(lasting: number): Promise<Figure> {
  const voters = sized(mostVoters, lasting);
  const [part, database] = await Promise.all([startEventStoreProcess(), startEmbeddedDatabase()]);
  const store = new EventStore(part.url);
  const last = await appendVotes(store, voters);
  const dataSource = await new DataSource({ type: 'postgres', url: database.url, ...readModels }).initialize();
  for (const group of readModelGroups) await rowsOfVersion(dataSource, group);
  const started = Date.now();
  const done = new AbortController();
  const reading = new SharedReading({ store, signal: done.signal });
  await Promise.all(readModelGroups.map((group) => caughtUp(store, dataSource, { group, reading, last })));
  done.abort();
  const seconds = (Date.now() - started) / 1000;
  await dataSource.destroy();
  await store.close();
  await Promise.all([part.stop(), database.stop()]);
  return {
    name: `projections catching up on ${(voters * statements).toLocaleString('en')} votes`,
    value: (voters * statements) / seconds,
    unit: 'events/s',
  };
}

interface CatchingUp {
  readonly group: ReadModelGroup;
  readonly reading: SharedReading;
  readonly last: number;
}

async function caughtUp(store: EventStore, dataSource: DataSource, { group, reading, last }: CatchingUp): Promise<void> {
  const abort = new AbortController();
  await runGroup({
    store,
    dataSource,
    group,
    reading,
    signal: abort.signal,
    onAdvanced: ({ position }) => position >= last && abort.abort(),
    onFailure: (error) => console.error(error.message),
  });
}

/** One stream a voter, as the platform has them. @returns the position of the last event */
async function appendVotes(store: EventStore, voters: number): Promise<number> {
  const [consultationId, activityId] = [randomUUID(), randomUUID()];
  const ids = Array.from({ length: statements }, () => randomUUID());
  const metadata = { schema: 1, at: new Date().toISOString(), correlationId: randomUUID() };
  let last = 0;
  for (let from = 0; from < voters; from += 50) {
    const appended = await Promise.all(
      Array.from({ length: Math.min(50, voters - from) }, () => {
        const voter = randomBytes(16).toString('hex');
        const events = ids.map((statementId, index) => ({
          id: randomUUID(),
          type: 'StatementVoteCast',
          data: {
            consultationId,
            activityId,
            statementId,
            voter,
            choice: ['agree', 'disagree', 'pass'][index % 3],
            assurance: 'email',
          },
          metadata,
        }));
        return store.append(`ballot-${activityId}-${voter}`, events, 'none');
      }),
    );
    last = Math.max(last, ...appended.map(({ position }) => position));
  }
  return last;
}
