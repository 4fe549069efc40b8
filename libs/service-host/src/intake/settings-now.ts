import { settingsStream, type SettingsChanged } from '@isegoria/content';
import type { EventStore } from '@isegoria/event-sourcing';
import { isZoneName } from '@isegoria/kernel';
import { setting } from '../config';

/** The settings of the site as the log has them at this moment: one stream of few events. Undefined while nobody set any. */
export async function settingsNow(store: EventStore): Promise<SettingsChanged['data'] | undefined> {
  const changes = await store.readStream<SettingsChanged>(settingsStream);
  return changes.findLast(({ type }) => type === 'SettingsChanged')?.data;
}

/** The IANA name of the zone of the site as the log has it at this moment, or else as it was installed. */
export async function zoneOfSite(store: EventStore): Promise<string> {
  const chosen = (await settingsNow(store))?.timeZone;
  if (isZoneName(chosen)) return chosen;
  const installed = setting('TIME_ZONE', 'UTC');
  if (!isZoneName(installed)) throw new Error('TIME_ZONE must be the IANA name of a time zone.');
  return installed;
}
