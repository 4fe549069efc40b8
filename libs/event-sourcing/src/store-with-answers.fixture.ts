import { DataSource } from 'typeorm';
import { testDatabase, testEventStore } from '@isegoria/testing';
import { EventStore, KeptAnswers, type EventStoreOptions } from './index';

export type StoreWithAnswers = Awaited<ReturnType<typeof storeWithAnswers>>;

/** An event store and a table of answers, opened as often as a test wants: each as another process has them. */
export async function storeWithAnswers() {
  const parts = await Promise.all([testEventStore(), testDatabase()]);
  const [events, database] = parts;
  const dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  const opened: EventStore[] = [];
  const answers = () => KeptAnswers.of(dataSource, 'test');
  const first = await answers();
  return {
    dataSource,
    answers,
    open(options: EventStoreOptions = {}): EventStore {
      const store = new EventStore(events.url, { answers: first, ...options });
      opened.push(store);
      return store;
    },
    async stop(): Promise<void> {
      await Promise.all(opened.map((store) => store.close()));
      await dataSource.destroy();
      for (const part of parts) await part.stop();
    },
  };
}
