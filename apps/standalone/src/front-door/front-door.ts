import type { AddressInfo, Socket } from 'node:net';
import fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { RejectionCode } from '@isegoria/contracts';
import type { PublicAddress } from '../public-address';
import { StartRefused } from '../start-refused';
import { Answers } from './answers';
import { limitClients } from './clients';
import { doorSettings, type DoorSettings } from './door-settings';
import { faultOf, originForm } from './framing';
import { passTo } from './pass';
import { answerBrokenRequest, refuse } from './refusals';
import { isPrivate, type Rooms } from './rooms';

export interface FrontDoor {
  readonly port: number;
  close(): Promise<void>;
}

/** Sockets at once over all clients; more are closed as they come. Above the live streams that a gateway gives. */
const mostSockets = 20_000;
/** Milliseconds that a connection may be idle: longer than a service may be silent. */
const stillness = 150_000;
/** Milliseconds that a connection is kept open for the client's next request. */
const idleConnectionsLive = 65_000;

/**
 * One origin, as an ingress gives it in a cluster: the API, the log and the portal behind one address, and one readiness for all. Fastify
 * reads what comes in and undici writes what goes on, and neither relies on the client for where a request ends.
 * @param address whose hosts are answered: whoever may choose another chooses what links say, and pages of other sites reach this machine
 * under names of their own (DNS rebinding)
 * @param missing gives the names of the parts that are not ready
 * @throws StartRefused when the port is taken or not allowed, or a setting is wrong
 */
export async function openFrontDoor(
  port: number,
  rooms: Rooms,
  address: PublicAddress,
  missing: () => Promise<string[]>,
): Promise<FrontDoor> {
  const settings = doorSettings();
  const app = serverWith(settings);
  app.addHook('onRequest', async (request, reply) => {
    const fault = faultOf(request.raw);
    if (fault) return refuse(request, reply.header('connection', 'close'), fault);
    if (!asksFor(address, request)) return refuse(request, reply, 'MISDIRECTED_REQUEST');
  });
  limitClients(app, settings);
  tellHealth(app, missing);
  const pass = await passTo(app, rooms);
  app.all('*', (request, reply) => (isPrivate(request.url) ? refuse(request, reply, 'NOT_FOUND') : pass(request, reply)));
  try {
    await app.listen({ port, host: address.host });
  } catch (error) {
    await app.close();
    throw refusal(error as NodeJS.ErrnoException, port);
  }
  return { port: (app.server.address() as AddressInfo).port, close: () => app.close() };
}

/** Who may put in `X-Forwarded-Host` may be a page in a browser on this machine, so that the host itself counts as well. */
function asksFor(address: PublicAddress, { host, headers }: FastifyRequest): boolean {
  return address.isOwn(headers.host) && address.isOwn(host);
}

function serverWith({ isProxy, headWithin, requestWithin }: DoorSettings): FastifyInstance {
  const answers = new Answers();
  const app = fastify({
    trustProxy: isProxy,
    requestTimeout: requestWithin,
    connectionTimeout: stillness,
    keepAliveTimeout: idleConnectionsLive,
    http: {
      headersTimeout: Math.min(headWithin, requestWithin),
      connectionsCheckingInterval: Math.min(headWithin, 5_000),
      insecureHTTPParser: false,
    },
    forceCloseConnections: true,
    rewriteUrl: originForm,
    clientErrorHandler: (error, socket) => answerBrokenRequest(error, socket as Socket, answers.areUnderWay(socket as Socket)),
    frameworkErrors: (_error, request, reply) => {
      void refuse(request, reply.header('connection', 'close'), faultOf(request.raw) ?? 'MALFORMED_REQUEST');
    },
  });
  app.server.maxConnections = mostSockets;
  answers.watch(app);
  app.setNotFoundHandler((request, reply) => refuse(request, reply, 'METHOD_NOT_ALLOWED'));
  app.setErrorHandler((error: FastifyError, request, reply) => refuse(request, reply, codeOf(error)));
  return app;
}

function codeOf({ statusCode }: FastifyError): RejectionCode {
  if (statusCode === 415) return 'UNSUPPORTED_MEDIA_TYPE';
  return statusCode === 400 ? 'MALFORMED_REQUEST' : 'UNAVAILABLE';
}

function tellHealth(app: FastifyInstance, missing: () => Promise<string[]>): void {
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const names = await missing();
    if (names.length === 0) return { status: 'ready' };
    return reply.code(503).send({ status: 'not ready', missing: names });
  });
}

function refusal(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartRefused(`Port ${port} is taken: stop what listens there, or choose another with --port.`);
  }
  if (error.code === 'EACCES') return new StartRefused(`Port ${port} may not be used by this user: choose one above 1023 with --port.`);
  return error;
}
