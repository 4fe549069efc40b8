import { randomUUID } from 'node:crypto';
import { logKeysStream, type LogEvent } from '@isegoria/contracts';
import type { EventStore } from '@isegoria/event-sourcing';
import type { KeyCeremonies } from '../keys/recorded-keys';

/**
 * Puts on record what happened to the keys of checkpoints and of acts and is not on record yet: that another key signs, and that one no
 * longer does. So a change of keys is part of the history that the keys sign. Only the log's one writer may call it.
 */
export async function recordKeyCeremonies(store: EventStore, ceremonies: KeyCeremonies): Promise<void> {
  const recorded = await store.readStream<LogEvent>(logKeysStream);
  const events = eventsOf(ceremonies).filter(
    ({ type, data }) => !recorded.some((event) => event.type === type && event.data.verifierKey === data.verifierKey),
  );
  if (events.length === 0) return;
  const metadata = { at: new Date().toISOString(), correlationId: randomUUID() };
  const expected = recorded.at(-1)?.revision ?? 'none';
  await store.append(
    logKeysStream,
    events.map((event) => ({ ...event, id: randomUUID(), metadata })),
    expected,
  );
}

function eventsOf({ introduced, retired }: KeyCeremonies): LogEvent[] {
  return [
    ...introduced.map((verifierKey) => ({ type: 'LogKeyIntroduced', data: { verifierKey } }) as const),
    ...retired.map((verifierKey) => ({ type: 'LogKeyRetired', data: { verifierKey } }) as const),
  ];
}
