import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { steady } from '@isegoria/steady';
import { Connection } from './connection';
import { Hub } from './hub';
import { CHECKS_A_DEADLINE } from './outbox';
import { Users, type BrokerUser } from './users';

export interface BrokerOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** A name or address of this machine's loopback; 127.0.0.1 by default. */
  readonly host?: string;
  /** Bytes of headers and payload of one message; 1 MiB by default. */
  readonly maxPayload?: number;
  /** Bytes that may wait for one client before it is cut off as a slow consumer; 64 MiB by default. */
  readonly maxPending?: number;
  /**
   * Bytes held for all clients together, of each kind: what waits to be sent, messages of which a part has arrived, and subscriptions;
   * 256 MiB by default. Over it, those who hold the most are cut off, or whose message began first.
   */
  readonly maxHeld?: number;
  /** Milliseconds in which a client must take something of what is sent to it; ten seconds by default. */
  readonly writeDeadline?: number;
  /** Clients at a time; 65,536 by default. */
  readonly maxConnections?: number;
  /** Who may connect; everybody on this machine when absent or empty. */
  readonly users?: readonly BrokerUser[];
  /** Milliseconds after which a silent client is asked for a sign of life; two minutes by default. */
  readonly pingInterval?: number;
}

/** What happened since the start, and what is now; named as in /varz of nats-server. Bytes are those of headers and payloads. */
export interface BrokerFigures {
  readonly connections: number;
  /** Those turned away included. */
  readonly totalConnections: number;
  /** Clients cut off because too much waited for them or they took nothing. */
  readonly slowConsumers: number;
  readonly inMsgs: number;
  readonly outMsgs: number;
  readonly inBytes: number;
  readonly outBytes: number;
  /** What waits to be sent, with its control lines; not in /varz. */
  readonly pendingBytes: number;
  readonly subscriptions: number;
}

export interface RunningBroker {
  readonly port: number;
  /** As a NATS client takes it: `nats://127.0.0.1:PORT`. */
  readonly url: string;
  figures(): BrokerFigures;
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
  const {
    port = 0,
    host = '127.0.0.1',
    maxPayload = MEBIBYTE,
    maxConnections = 65_536,
    pingInterval = 120_000,
    writeDeadline = 10_000,
  } = options;
  const address = LOOPBACK.get(host);
  if (!address) throw new Error(`The embedded broker listens on loopback only, not on "${host}": for anything else run a NATS cluster.`);

  const users = new Users(options.users);
  const limits = { maxPayload, maxPending: options.maxPending ?? 64 * MEBIBYTE, maxHeld: options.maxHeld ?? 256 * MEBIBYTE };
  const hub = new Hub(limits, users);
  const { connections, counts } = hub;
  const describe = infoOf(address, maxPayload, users.areAsked);
  const server = createServer((socket) => {
    counts.totalConnections++;
    const connection = new Connection(hub, socket, describe(socket));
    if (connections.size >= maxConnections) return connection.broken('maximum connections exceeded');
    connections.add(connection);
    socket.once('close', () => connections.delete(connection));
  });
  await listen(server, port, address);
  const sweeps = [
    setInterval(
      steady(() => connections.forEach((connection) => connection.checkAlive())),
      pingInterval,
    ),
    setInterval(
      steady(() => connections.forEach((connection) => connection.checkProgress())),
      writeDeadline / CHECKS_A_DEADLINE,
    ),
  ];

  const taken = (server.address() as AddressInfo).port;
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    sweeps.forEach(clearInterval);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    connections.forEach((connection) => connection.hangUp());
    return closed;
  };
  return {
    port: taken,
    url: `nats://${address === '::1' ? '[::1]' : address}:${taken}`,
    figures: () => ({ ...counts, connections: connections.size, pendingBytes: hub.pending.used, subscriptions: hub.index.size }),
    stop: () => (stopped ??= stop()),
  };
}

/** What INFO says to each client. */
function infoOf(host: string, maxPayload: number, asksWho: boolean): (socket: Socket) => string {
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
      ...(asksWho && { auth_required: true }),
      client_id: ++clients,
      client_ip: socket.remoteAddress,
    });
}

function listen(server: Server, port: number, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'EADDRINUSE' ? 'another program uses that port' : cause.message;
      reject(new Error(`The embedded broker cannot listen on ${address}:${port}: ${reason}.`, { cause }));
    };
    // For good: later errors, such as too many open files at an accept, must not end the process.
    server.on('error', steady(refuse));
    server.listen(port, address, 2_048, resolve);
  });
}
