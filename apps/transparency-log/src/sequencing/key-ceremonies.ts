import { randomUUID } from 'node:crypto';
import { logKeysStream, type LogEvent, type LogKeys } from '@isegoria/contracts';
import type { EventStore } from '@isegoria/event-sourcing';

/**
 * Puts on record what happened to the keys of the log and is not on record yet: that another key signs, and that one no longer does. So a
 * change of keys is part of the history that the keys sign. Only the log's one writer may call it.
 */
export async function recordKeyCeremonies(store: EventStore, { checkpointKeys, retiredKeys }: LogKeys): Promise<void> {
  const recorded = await store.readStream<LogEvent>(logKeysStream);
  const events = ceremoniesOf(checkpointKeys, retiredKeys.map(({ key }) => key)).filter(
    ({ type, data }) => !recorded.some((event) => event.type === type && event.data.verifierKey === data.verifierKey),
  );
  if (events.length === 0) return;
  const metadata = { at: new Date().toISOString(), correlationId: randomUUID() };
  const expected = recorded.at(-1)?.revision ?? 'none';
  await store.append(logKeysStream, events.map((event) => ({ ...event, id: randomUUID(), metadata })), expected);
}

/** The key that a log begins with is in its first checkpoint, not in an event. */
function ceremoniesOf([, next]: readonly string[], retired: readonly string[]): LogEvent[] {
  return [
    ...(next === undefined ? [] : [{ type: 'LogKeyIntroduced', data: { verifierKey: next } } as const]),
    ...retired.map((verifierKey) => ({ type: 'LogKeyRetired', data: { verifierKey } }) as const),
  ];
}
