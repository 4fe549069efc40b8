import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Connection, type Hub, type Subscription } from './connection';
import { BlockPool } from './outbox';
import type { Publication } from './parser';
import { SubscriptionIndex, type QueueGroup } from './subjects';

export interface BrokerOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** A name or address of this machine's loopback; 127.0.0.1 by default. */
  readonly host?: string;
  /** Bytes of headers and payload of one message; 1 MiB by default. */
  readonly maxPayload?: number;
  /** Bytes that may wait for one client before it is cut off as a slow consumer; 64 MiB by default. */
  readonly maxPending?: number;
  /** Clients at a time; 65,536 by default. */
  readonly maxConnections?: number;
  /** Milliseconds after which a silent client is asked for a sign of life; two minutes by default. */
  readonly pingInterval?: number;
}

export interface RunningBroker {
  readonly port: number;
  /** As a NATS client takes it: `nats://127.0.0.1:PORT`. */
  readonly url: string;
  /** Takes no more clients, sends what is still to be sent (for a second at most) and closes every connection. */
  stop(): Promise<void>;
}

const LOOPBACK = new Map([
  ['localhost', '127.0.0.1'],
  ['127.0.0.1', '127.0.0.1'],
  ['::1', '::1'],
]);
const MEBIBYTE = 1024 * 1024;
/** The release of nats-server whose core protocol this one speaks; clients tell by it what they may use. */
const SPEAKS_AS = '2.9.10';

/**
 * Starts a core NATS server on this machine's loopback.
 * Rejects with one sentence for any other host, for a port that is taken and for one that may not be used.
 */
export async function startBroker(options: BrokerOptions = {}): Promise<RunningBroker> {
  const { port = 0, host = '127.0.0.1', maxPayload = MEBIBYTE, maxConnections = 65_536, pingInterval = 120_000 } = options;
  const address = LOOPBACK.get(host);
  if (!address) throw new Error(`The embedded broker listens on loopback only, not on "${host}": for anything else run a NATS cluster.`);

  const connections = new Set<Connection>();
  const hub = createHub(maxPayload, options.maxPending ?? 64 * MEBIBYTE);
  const describe = infoOf(address, maxPayload);
  const server = createServer((socket) => {
    const connection = new Connection(hub, socket, describe(socket));
    if (connections.size >= maxConnections) return connection.broken('maximum connections exceeded');
    connections.add(connection);
    socket.once('close', () => connections.delete(connection));
  });
  await listen(server, port, address);
  const sweep = setInterval(() => connections.forEach((connection) => connection.checkAlive()), pingInterval);

  const taken = (server.address() as AddressInfo).port;
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    clearInterval(sweep);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    connections.forEach((connection) => connection.hangUp());
    return closed;
  };
  return {
    port: taken,
    url: `nats://${address === '::1' ? '[::1]' : address}:${taken}`,
    stop: () => (stopped ??= stop()),
  };
}

function createHub(maxPayload: number, maxPending: number): Hub {
  const index = new SubscriptionIndex<Subscription>();
  let unflushed: Connection[] = [];
  const flushAll = (): void => {
    const now = unflushed;
    unflushed = [];
    for (const connection of now) connection.flush();
  };
  return {
    index,
    blocks: new BlockPool(),
    maxPayload,
    maxPending,
    route: (publication, publisher) => deliver(index, publication, publisher),
    flushSoon(connection) {
      if (unflushed.push(connection) === 1) setImmediate(flushAll);
    },
  };
}

function deliver(index: SubscriptionIndex<Subscription>, publication: Publication, publisher: Connection): boolean {
  const { everyone, groups } = index.match(publication.subject);
  let reached = false;
  for (const subscription of everyone) {
    if (offer(subscription, publication, publisher)) reached = true;
  }
  for (const group of groups) {
    if (deliverToOne(group, publication, publisher)) reached = true;
  }
  return reached;
}

/** Begins at a member taken at random and goes on to the next while one is gone: a group gets the message once if anyone is left. */
function deliverToOne({ members }: QueueGroup<Subscription>, publication: Publication, publisher: Connection): boolean {
  const first = Math.floor(Math.random() * members.length);
  for (let i = 0; i < members.length; i++) {
    if (offer(members[(first + i) % members.length]!, publication, publisher)) return true;
  }
  return false;
}

function offer(subscription: Subscription, publication: Publication, publisher: Connection): boolean {
  if (subscription.connection === publisher && publisher.deafToItself) return false;
  return subscription.connection.deliver(subscription, publication);
}

/** What INFO says to each client. */
function infoOf(host: string, maxPayload: number): (socket: Socket) => string {
  const serverId = randomUUID();
  let clients = 0;
  return (socket) =>
    JSON.stringify({
      server_id: serverId,
      server_name: 'isegoria-embedded-broker',
      version: SPEAKS_AS,
      proto: 1,
      host,
      port: socket.localPort,
      headers: true,
      max_payload: maxPayload,
      client_id: ++clients,
      client_ip: socket.remoteAddress,
    });
}

function listen(server: Server, port: number, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // For good: later errors, such as too many open files at an accept, must not end the process.
    server.on('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'EADDRINUSE' ? 'another program uses that port' : cause.message;
      reject(new Error(`The embedded broker cannot listen on ${address}:${port}: ${reason}.`, { cause }));
    });
    server.listen(port, address, 2_048, resolve);
  });
}
