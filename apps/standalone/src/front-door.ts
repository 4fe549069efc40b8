import { Agent, createServer, request, type IncomingMessage, type OutgoingMessage, type Server, type ServerResponse } from 'node:http';
import { StartRefused } from './start-refused';

export interface FrontDoor {
  readonly port: number;
  close(): Promise<void>;
}

export interface Rooms {
  readonly portal: number;
  readonly gateway: number;
  readonly 'transparency-log': number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });
/** Headers of one connection only (RFC 9110 section 7.6.1), which a proxy does not pass on. */
const hopByHop = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade']);
/** What only this door may say of a client; whatever the client says of itself is dropped. */
const ownWord = new Set(['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'forwarded']);

/**
 * One origin, as an ingress gives it in a cluster: the API, the log and the portal behind one address, and one readiness for all.
 * @param missing gives the names of the parts that are not ready
 * @throws StartRefused when the port is taken or not allowed
 */
export function openFrontDoor(port: number, rooms: Rooms, missing: () => Promise<string[]>): Promise<FrontDoor> {
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/';
    if (path === '/health/ready') return void reportReadiness(outgoing, missing);
    if (path === '/health/live') return void outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"live"}');
    pass(incoming, outgoing, roomFor(path, rooms));
  });
  server.keepAliveTimeout = 65_000;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, port)));
    server.listen(port, process.env['HOST'] ?? '127.0.0.1', () => resolve({ port: (server.address() as { port: number }).port, close: () => closed(server) }));
  });
}

function roomFor(path: string, rooms: Rooms): number {
  if (path.startsWith('/api/')) return rooms.gateway;
  if (path === '/log' || path.startsWith('/log/')) return rooms['transparency-log'];
  return rooms.portal;
}

function pass(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
  const headers = headersExcept(incoming.rawHeaders, hopByHop, ownWord);
  headers.push('x-forwarded-for', incoming.socket.remoteAddress ?? '', 'x-forwarded-proto', 'http', 'x-forwarded-host', incoming.headers.host ?? '');
  const onward = request({ host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers, agent }, (answer) => {
    inOneWrite(outgoing);
    outgoing.writeHead(answer.statusCode ?? 502, headersExcept(answer.rawHeaders, hopByHop));
    answer.pipe(outgoing);
    answer.once('error', () => outgoing.destroy());
  });
  onward.once('error', () => unavailable(outgoing));
  outgoing.once('close', () => !outgoing.writableFinished && onward.destroy());
  inOneWrite(onward);
  incoming.pipe(onward);
}

/** Headers as they came, name and value in turn, without those named. */
function headersExcept(rawHeaders: readonly string[], ...dropped: ReadonlySet<string>[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!.toLowerCase();
    if (!dropped.some((names) => names.has(name))) kept.push(rawHeaders[at]!, rawHeaders[at + 1]!);
  }
  return kept;
}

/** Head and body usually come in one turn of the event loop: held until its end, they leave in one packet. */
function inOneWrite(message: OutgoingMessage): void {
  message.cork();
  setImmediate(() => message.uncork());
}

function unavailable(outgoing: ServerResponse): void {
  if (outgoing.headersSent) return void outgoing.destroy();
  outgoing.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '2' });
  outgoing.end(
    JSON.stringify({
      type: 'urn:isegoria:problem:unavailable',
      title: 'This part of the platform cannot answer just now. Try again in a moment.',
      status: 503,
      code: 'UNAVAILABLE',
      detail: 'This part of the platform cannot answer just now. Try again in a moment.',
    }),
  );
}

async function reportReadiness(outgoing: ServerResponse, missing: () => Promise<string[]>): Promise<void> {
  const names = await missing();
  outgoing.writeHead(names.length === 0 ? 200 : 503, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify(names.length === 0 ? { status: 'ready' } : { status: 'not ready', missing: names }));
}

function refusal(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new StartRefused(`Port ${port} is taken: stop what listens there, or choose another with --port.`);
  if (error.code === 'EACCES') return new StartRefused(`Port ${port} may not be used by this user: choose one above 1023 with --port.`);
  return error;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
