import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { EventStore } from '@isegoria/event-sourcing';
import { countingGroup } from './counting.fixture';
import { runGroup } from './groups/run-group';

/** `runner EVENTSTORE_URL DATABASE_URL PREFIX VERSION`: runs the counting group in small batches until it is killed. */
const [eventStore, database, prefix, version] = process.argv.slice(2) as [string, string, string, string];
await runGroup({
  store: new EventStore(eventStore),
  dataSource: await new DataSource({ type: 'postgres', url: database }).initialize(),
  group: countingGroup(prefix, { version: Number(version) }),
  signal: new AbortController().signal,
  batchSize: 7,
});
