import { Counter, Gauge } from 'prom-client';
import type { Batch } from '@isegoria/event-sourcing';

const position = new Gauge({ name: 'isegoria_projection_position', help: 'The log position that the read models include.' });
const events = new Counter({ name: 'isegoria_projection_events_total', help: 'Events projected since the start of this process.' });
const lag = new Gauge({
  name: 'isegoria_projection_lag_seconds',
  help: 'How long ago the last projected event had been recorded when its rows were committed.',
});

export function recordMetrics(batch: Batch): void {
  position.set(batch.position);
  events.inc(batch.events.length);
  const last = batch.events.at(-1);
  if (last) lag.set(Math.max(0, (Date.now() - Date.parse(last.recordedAt)) / 1000));
}
