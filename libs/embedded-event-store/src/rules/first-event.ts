import { randomUUID } from 'node:crypto';
import type { Change } from './model';

/** The system stream in which EventStoreDB notes each time that somebody became the writer of the log. */
const EPOCHS = '$epoch-information';

/**
 * The first event of a new log: an id of its own, by which a log can be told from another that holds the same. EventStoreDB writes its
 * first epoch in this form, and so a reader of $all meets a system event here as it does there.
 * @param now milliseconds since the epoch
 */
export function firstEvent(now: number): Change {
  const data = { EpochId: randomUUID(), EpochNumber: 0, EpochPosition: 0, PrevEpochPosition: -1, TimeStamp: new Date(now).toISOString() };
  const event = { id: randomUUID(), type: EPOCHS, isJson: true, data: Buffer.from(JSON.stringify(data)), metadata: new Uint8Array() };
  return { kind: 'append', stream: EPOCHS, expected: 'no_stream', events: [event] };
}
