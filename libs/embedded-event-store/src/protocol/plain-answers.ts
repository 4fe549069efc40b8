import type { RequestListener } from 'node:http';
import { inBackground } from '@isegoria/steady';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { EventStoreFigures } from '../figures';

/** What the server of EventStoreDB has over HTTP/1.1, by the first part of the path. */
const ELSEWHERE = new Set([
  '',
  'web',
  'streams',
  'subscriptions',
  'projections',
  'projection',
  'users',
  'admin',
  'gossip',
  'stats',
  'info',
  'health',
  'metrics',
  'ping',
]);
/** The client's own tests look for this text; the number is a detail of the server that it comes from. */
const PONG = JSON.stringify({ msgTypeId: 0, text: 'Ping request successfully handled' });

/**
 * What is answered to HTTP/1.1 on the store's port: `/ping`, `/health/live` and `/metrics` (Prometheus), under the names of
 * EventStoreDB where it has the figure; 501 for what else EventStoreDB has there, 404 for what it has not.
 */
export function plainAnswers(figures: () => EventStoreFigures): RequestListener {
  const registry = registryOf(figures);
  return (request, response) => {
    request.resume();
    if (request.method === 'GET' && request.url === '/health/live') response.writeHead(204).end();
    else if (request.method === 'GET' && request.url === '/metrics')
      inBackground(registry.metrics().then((text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text)));
    else if (request.method === 'GET' && request.url === '/ping') response.writeHead(200, { 'content-type': 'application/json' }).end(PONG);
    else if (!ELSEWHERE.has(firstPart(request.url))) response.writeHead(404).end();
    else
      response
        .writeHead(501, { 'content-type': 'text/plain' })
        .end('UNIMPLEMENTED: The embedded event store has no AtomPub; take a client that speaks gRPC.\n');
  };
}

const firstPart = (url = '/'): string => url.split(/[/?]/, 2)[1] ?? '';

const GAUGES: readonly [name: string, help: string, value: (figures: EventStoreFigures) => number][] = [
  ['eventstore_last_position', 'Position of the last event in the log.', ({ lastPosition }) => lastPosition],
  ['eventstore_appends_total', 'Appends written since the start.', ({ appends }) => appends],
  ['eventstore_events_written_total', 'Events written since the start.', ({ events }) => events],
  ['eventstore_flushes_total', 'Flushes to disk since the start; appends that wait together share one.', ({ flushes }) => flushes],
  ['eventstore_flush_seconds_total', 'Time spent writing and flushing since the start.', ({ flushSeconds }) => flushSeconds],
  ['eventstore_writer_flush_duration_max_seconds', 'The slowest flush since the start.', ({ slowestFlushSeconds }) => slowestFlushSeconds],
  ['eventstore_open_reads', 'Reads and subscriptions that are open now.', ({ openReads }) => openReads],
];

function registryOf(figures: () => EventStoreFigures): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const [name, help, value] of GAUGES) {
    registry.registerMetric(
      new Gauge({
        name,
        help,
        collect() {
          this.set(value(figures()));
        },
        registers: [],
      }),
    );
  }
  return registry;
}
