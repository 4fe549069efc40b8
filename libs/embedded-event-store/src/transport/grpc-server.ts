import { once } from 'node:events';
import { createServer as createHttp1Server, type RequestListener } from 'node:http';
import { createServer as createHttp2Server, type IncomingHttpHeaders, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { steady } from '@isegoria/steady';
import { Call } from './call';
import { Holdings } from './holdings';
import { hangUpOnTheSilent } from './keep-alive';
import type { CallError } from './status';

export type Method = (call: Call) => void;

export interface GrpcServerOptions {
  /** By path, `/package.Service/Method`. */
  readonly methods: ReadonlyMap<string, Method>;
  /** What a call of any other path is refused with. */
  readonly absent: (path: string) => CallError;
  /** Turns what no handler foresaw into what a caller may know of it. */
  readonly unexpected: (error: unknown) => CallError;
  /** Answers those who come with HTTP/1.1 to the same port. */
  readonly plain: RequestListener;
  /** Milliseconds from one sign of life that a caller is asked for to the next. */
  readonly pingInterval: number;
}

export interface GrpcServer {
  readonly port: number;
  /** Tells every call, lets them end for a while, and closes. */
  stop(): Promise<void>;
}

const STOP_PATIENCE_MS = 500;
const FIRST_BYTES_MS = 10_000;
const MAX_CONNECTIONS = 10_000;
const MAX_CALLS_A_CONNECTION = 10_000;
/** How much may be on its way to us, so that the sender need not wait for each acknowledgement: a call, and a connection. */
const CALL_WINDOW = 1024 * 1024;
const CONNECTION_WINDOW = 8 * 1024 * 1024;
/** Node refuses new calls of a connection that holds more than this, in megabytes. */
const MAX_CONNECTION_MEMORY = 256;
const HTTP2_PREFACE = 'PRI * HTTP/2';

/**
 * A gRPC server over cleartext HTTP/2 on 127.0.0.1, as thin as it can be: Node's own HTTP/2, and messages as the
 * bytes they are. HTTP/1.1 is answered on the same port, as EventStoreDB does.
 * @throws when the port is taken
 */
export async function startGrpcServer(port: number, options: GrpcServerOptions): Promise<GrpcServer> {
  const { methods, absent, unexpected, plain, pingInterval } = options;
  const calls = new Set<Call>();
  const sessions = new Set<ServerHttp2Session>();
  const sockets = new Set<Socket>();
  const holdings = new Holdings();
  let stopping = false;

  const http1 = createHttp1Server(plain);
  const http2 = createHttp2Server({
    settings: { initialWindowSize: CALL_WINDOW, maxConcurrentStreams: MAX_CALLS_A_CONNECTION },
    maxSessionMemory: MAX_CONNECTION_MEMORY,
  });
  const welcome = (session: ServerHttp2Session) => {
    session.on('error', () => session.destroy());
    session.on('close', () => sessions.delete(session));
    sessions.add(session);
    session.setLocalWindowSize(CONNECTION_WINDOW);
    hangUpOnTheSilent(session, pingInterval);
  };
  const take = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
    if (!isGrpc(headers)) return refuseOther(stream);
    const call = new Call(stream, headers, unexpected, holdings);
    calls.add(call);
    call.onceClosed(() => calls.delete(call));
    if (stopping) return call.stop();
    const method = methods.get(headers[':path']!);
    if (method) method(call);
    else call.fail(absent(headers[':path']!));
  };
  // An unforeseen failure costs only the caller who caused it, and only the session or the call.
  http2.on(
    'session',
    steady(welcome, (_, session) => session.destroy()),
  );
  http2.on(
    'stream',
    steady(take, (_, stream) => stream.destroy()),
  );

  const admit = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.setTimeout(FIRST_BYTES_MS, () => socket.destroy());
    onceTold(socket, (speaksHttp2) => {
      socket.setTimeout(0);
      socket.removeAllListeners('timeout');
      (speaksHttp2 ? http2 : http1).emit('connection', socket);
      if (!speaksHttp2) socket.resume();
    });
  };
  const listener = createServer(
    { noDelay: true },
    steady(admit, (_, socket) => socket.destroy()),
  );
  listener.maxConnections = MAX_CONNECTIONS;
  listener.listen(port, '127.0.0.1');
  await once(listener, 'listening');

  return {
    port: (listener.address() as AddressInfo).port,
    async stop() {
      stopping = true;
      const closed = new Promise((done) => listener.close(done));
      for (const call of calls) steady(() => call.stop())();
      for (const session of sessions) session.close();
      http1.closeIdleConnections();
      const force = setTimeout(
        steady(() => sockets.forEach((socket) => socket.destroy())),
        STOP_PATIENCE_MS,
      );
      await closed;
      clearTimeout(force);
      http1.close();
    },
  };
}

/** Looks at the first bytes, as many as it takes, and puts them back. */
function onceTold(socket: Socket, told: (speaksHttp2: boolean) => void, before = Buffer.alloc(0)): void {
  const look = (chunk: Buffer) => {
    const first = Buffer.concat([before, chunk]);
    const start = first.toString('latin1', 0, HTTP2_PREFACE.length);
    if (start.length < HTTP2_PREFACE.length && HTTP2_PREFACE.startsWith(start)) return onceTold(socket, told, first);
    socket.pause();
    socket.unshift(first);
    told(HTTP2_PREFACE.startsWith(start));
  };
  socket.once(
    'data',
    steady(look, () => socket.destroy()),
  );
}

const isGrpc = (headers: IncomingHttpHeaders): boolean =>
  headers[':method'] === 'POST' && (headers['content-type'] ?? '').startsWith('application/grpc');

function refuseOther(stream: ServerHttp2Stream): void {
  stream.on('error', () => stream.destroy());
  stream.respond({ ':status': 415 }, { endStream: true });
  stream.resume();
}
