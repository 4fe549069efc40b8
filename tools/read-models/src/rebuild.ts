import { SingleBar } from 'cli-progress';
import { DataSource } from 'typeorm';
import { EventStore } from '@isegoria/event-sourcing';
import { rebuildGroup } from '@isegoria/projection';
import { groupCalled, readModels, type ReadModelName } from '@isegoria/read-models';
import type { Servers } from './options';

/** Fills the groups again, one after the other, beside the rows that pages show. @throws an Error when an event cannot be applied */
export async function rebuild(
  groups: readonly ReadModelName[],
  { databaseUrl, eventStoreUrl }: Servers,
  signal: AbortSignal,
): Promise<void> {
  const store = new EventStore(eventStoreUrl);
  const dataSource = await new DataSource({ type: 'postgres', url: databaseUrl, ...readModels }).initialize();
  const width = Math.max(...groups.map((group) => group.length));
  try {
    for (const name of groups) {
      const bar = new SingleBar({
        format: `  ${name.padEnd(width)} [{bar}] {percentage} %  {events} events`,
        noTTYOutput: true,
        notTTYSchedule: 5_000,
        hideCursor: true,
      });
      const last = await store.lastPosition();
      let events = 0;
      bar.start(last, 0, { events });
      const onAdvanced = (batch: { readonly position: number; readonly events: readonly unknown[] }) => {
        events += batch.events.length;
        bar.update(Math.min(batch.position, last), { events });
      };
      const onFailure = ({ message }: Error) => console.error(`  ${message}; trying again`);
      await rebuildGroup({ store, dataSource, group: groupCalled(name)!, signal, onAdvanced, onFailure }).finally(() => bar.stop());
      if (signal.aborted) return;
      console.log(`  ${name} is filled again from ${events} events, and live.`);
    }
  } finally {
    await dataSource.destroy();
    await store.close();
  }
}
