import { Gauge } from 'prom-client';
import { parseNote } from '@isegoria/merkle-log';
import type { StoredCheckpoint } from './stored-tree';

const entries = new Gauge({ name: 'isegoria_log_entries', help: 'Entries under the newest published checkpoint.' });
const signed = new Gauge({
  name: 'isegoria_log_signed_timestamp_seconds',
  help: 'When the newest checkpoint was signed (Unix time); 0 before this process signed one.',
});
const lag = new Gauge({
  name: 'isegoria_log_lag_seconds',
  help: 'How long ago the last entry under the newest checkpoint had been recorded when it was signed.',
});
const cosignatures = new Gauge({
  name: 'isegoria_log_cosignatures',
  help: 'Witnesses whose cosignatures the newest published checkpoint carries.',
});

/** @param recordedAt when the store recorded the last event that the checkpoint covers, where this process read one */
export function recordSigned(recordedAt: string | undefined): void {
  signed.setToCurrentTime();
  if (recordedAt !== undefined) lag.set(Math.max(0, (Date.now() - Date.parse(recordedAt)) / 1000));
}

/** @param origin the name under which the log itself signs */
export function recordPublished({ size, note }: StoredCheckpoint, origin: string): void {
  entries.set(size);
  cosignatures.set(parseNote(note)?.signatures.filter(({ name }) => name !== origin).length ?? 0);
}
