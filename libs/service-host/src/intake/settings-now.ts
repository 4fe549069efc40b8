import { settingsStream, type SettingsChanged } from '@isegoria/content';
import type { EventStore } from '@isegoria/event-sourcing';

/** The settings of the site as the log has them at this moment: one stream of few events. Undefined while nobody set any. */
export async function settingsNow(store: EventStore): Promise<SettingsChanged['data'] | undefined> {
  const changes = await store.readStream<SettingsChanged>(settingsStream);
  return changes.findLast(({ type }) => type === 'SettingsChanged')?.data;
}
