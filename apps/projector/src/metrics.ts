import { Counter, Gauge } from 'prom-client';
import type { GroupBatch } from '@isegoria/projection';

const labelNames = ['group'] as const;
const position = new Gauge({
  name: 'isegoria_projection_position',
  help: 'The log position that the rows of the group include.',
  labelNames,
});
const events = new Counter({
  name: 'isegoria_projection_events_total',
  help: 'Events projected since the start of this process.',
  labelNames,
});
const lag = new Gauge({
  name: 'isegoria_projection_lag_seconds',
  help: 'How long ago the last projected event had been recorded when its rows were committed.',
  labelNames,
});
const stopped = new Gauge({
  name: 'isegoria_projection_stopped',
  help: '1 while the group stands at an event that it cannot apply.',
  labelNames,
});

export function recordMetrics(group: string, batch: GroupBatch): void {
  position.set({ group }, batch.position);
  events.inc({ group }, batch.events.length);
  const last = batch.events.at(-1);
  if (last) lag.set({ group }, Math.max(0, (Date.now() - Date.parse(last.recordedAt)) / 1000));
}

export function recordStop(group: string, isStopped: boolean): void {
  stopped.set({ group }, Number(isStopped));
}
