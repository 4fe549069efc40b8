import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { EventStore } from '@isegoria/event-sourcing';
import { countingEntities, countingProjection } from './counting.fixture';
import { runProjections } from './run-projections';

/** `runner EVENTSTORE_URL DATABASE_URL PREFIX`: runs the counting projection in small batches until it is killed. */
const [eventStore, database, prefix] = process.argv.slice(2) as [string, string, string];
const dataSource = await new DataSource({ type: 'postgres', url: database, entities: countingEntities }).initialize();
await runProjections({
  store: new EventStore(eventStore),
  dataSource,
  projections: [countingProjection(prefix)],
  signal: new AbortController().signal,
  batchSize: 7,
});
