import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { DomainEvent } from '@isegoria/kernel';
import { EventStore } from '@isegoria/event-sourcing';
import { testDatabase, testEventStore } from '@isegoria/testing';
import type { ReadModelGroup } from './projection';
import { runGroup, type RunGroup } from './groups/run-group';
import { readingFrom } from './groups/schemas';

/** A real log and a real database, and groups that run on them. */
export async function projectionStage(groups: readonly string[] = ['counting']) {
  const [events, database] = await Promise.all([testEventStore(), testDatabase()]);
  const store = new EventStore(events.url);
  const dataSource = await new DataSource({ type: 'postgres', url: database.url, poolSize: 20, extra: readingFrom(groups) }).initialize();
  const metadata = { schema: 1, at: new Date().toISOString(), correlationId: 'spec' };

  return {
    eventsUrl: events.url,
    databaseUrl: database.url,
    store,
    dataSource,
    /** @returns the position of the last event, and the ids of all */
    async append(stream: string, events: number | readonly DomainEvent[]): Promise<{ position: number; ids: string[] }> {
      const told = typeof events === 'number' ? Array.from({ length: events }, () => ({ type: 'Happened', data: {} })) : events;
      const recorded = told.map((event) => ({ ...event, id: randomUUID(), metadata }));
      const { position } = await store.append(stream, recorded, 'any');
      return { position, ids: recorded.map(({ id }) => id) };
    },
    start(group: ReadModelGroup, options: Partial<RunGroup> = {}) {
      const abort = new AbortController();
      const ended = runGroup({ store, dataSource, group, signal: abort.signal, ...options });
      ended.catch(() => undefined);
      return { ended, stop: () => (abort.abort(), ended) };
    },
    async counted(prefix: string): Promise<Record<string, number>> {
      const rows: { stream: string; events: number }[] = await dataSource.query('SELECT stream, events FROM counted');
      return Object.fromEntries(rows.map(({ stream, events }) => [stream.slice(prefix.length), events]));
    },
    seen: async (): Promise<number> => (await dataSource.query('SELECT count(*)::int AS n FROM seen'))[0].n,
    schemas: async (): Promise<string[]> => {
      const found: { name: string }[] = await dataSource.query(
        `SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'read\\_%' ORDER BY 1`,
      );
      return found.map(({ name }) => name);
    },
    /** Drops every group. */
    async clear(): Promise<void> {
      for (const schema of await this.schemas()) await dataSource.query(`DROP SCHEMA ${schema} CASCADE`);
    },
    async stop(): Promise<void> {
      await store.close();
      await dataSource.destroy();
      await Promise.all([events.stop(), database.stop()]);
    },
  };
}

export type ProjectionStage = Awaited<ReturnType<typeof projectionStage>>;
