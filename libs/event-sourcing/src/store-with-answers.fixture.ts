import { DataSource } from 'typeorm';
import { testDatabase, testEventStore } from '@isegoria/testing';
import { EventStore, KeptAnswers, type EventStoreOptions } from './index';

/** A table of answers in a database of its own. */
export async function testAnswers() {
  const database = await testDatabase();
  const dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  return {
    dataSource,
    answers: await KeptAnswers.of(dataSource, 'test'),
    async stop(): Promise<void> {
      await dataSource.destroy();
      await database.stop();
    },
  };
}

export type StoreWithAnswers = Awaited<ReturnType<typeof storeWithAnswers>>;

/** An event store and a table of answers, opened as often as a test wants: each as another process has them. */
export async function storeWithAnswers() {
  const [events, kept] = await Promise.all([testEventStore(), testAnswers()]);
  const opened: EventStore[] = [];
  return {
    dataSource: kept.dataSource,
    answers: () => KeptAnswers.of(kept.dataSource, 'test'),
    open(options: EventStoreOptions = {}): EventStore {
      const store = new EventStore(events.url, { answers: kept.answers, ...options });
      opened.push(store);
      return store;
    },
    async stop(): Promise<void> {
      await Promise.all(opened.map((store) => store.close()));
      await Promise.all([kept.stop(), events.stop()]);
    },
  };
}
