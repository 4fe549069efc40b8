import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import replyFrom from '@fastify/reply-from';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Agent, type Dispatcher } from 'undici';
import { clientOf } from './clients';
import { refuse } from './refusals';
import { isLive, roomFor, type Rooms } from './rooms';

/** Milliseconds for which a service may be silent. */
const patience = 120_000;

/** Headers of one connection only (RFC 9110, section 7.6.1), and `Expect`, which this server has answered already. */
const ofThisConnection = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
]);
/** Who asks, and how: incoming values of these were believed or not, and only what this door makes of them is passed on. */
const isOfTheClient = (name: string) => name === 'forwarded' || name === 'x-real-ip' || name.startsWith('x-forwarded-');

/**
 * Passes requests on to the room in which they are answered, and the answers back as they come.
 * A service that does not answer is `UNAVAILABLE`; where an answer breaks off, so does the connection.
 */
export async function passTo(app: FastifyInstance, rooms: Rooms): Promise<(request: FastifyRequest, reply: FastifyReply) => FastifyReply> {
  takeBodiesAsTheyCome(app);
  // An answer of 503 is an answer: it is neither waited out nor asked for again.
  await app.register(replyFrom, { undici: agents(app), retryMethods: [], disableRequestLogging: true });
  return (request, reply) =>
    reply.from(request.url.split('?', 1)[0], {
      getUpstream: () => `http://127.0.0.1:${rooms[roomFor(request.url)]}`,
      rewriteRequestHeaders: (_, headers) => onward(request, headers),
      rewriteHeaders: (headers) => kept(headers, (name) => !ofThisConnection.has(name)),
      onError: (failed) => void refuse(request, failed as FastifyReply, 'UNAVAILABLE'),
    });
}

/**
 * Live streams have connections of their own. The number of connections is no limit, since slow readers could take all of them and leave
 * nothing for others: clients are limited instead.
 */
function agents(app: FastifyInstance): { request: Dispatcher['request'] } {
  const agent = () => new Agent({ connections: null, pipelining: 1, headersTimeout: patience, bodyTimeout: patience });
  const [ordinary, live] = [agent(), agent()];
  app.addHook('onClose', async () => void (await Promise.all([ordinary.destroy(), live.destroy()])));
  const request = (options: Dispatcher.RequestOptions, ...rest: []) => (isLive(options.path) ? live : ordinary).request(options, ...rest);
  return { request: request as Dispatcher['request'] };
}

/** Bodies go through unread. What has none goes on with none, whatever type it names. */
function takeBodiesAsTheyCome(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload: IncomingMessage, done) => done(null, hasBody(payload) ? payload : undefined));
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function onward(request: FastifyRequest, headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { host } = request.headers;
  const onwards = kept(headers, (name) => !ofThisConnection.has(name) && !isOfTheClient(name));
  if (host) onwards.host = host;
  if (request.host) onwards['x-forwarded-host'] = request.host;
  onwards['x-forwarded-for'] = clientOf(request);
  onwards['x-forwarded-proto'] = request.protocol === 'https' ? 'https' : 'http';
  return onwards;
}

function kept(headers: IncomingHttpHeaders, isKept: (name: string) => boolean): IncomingHttpHeaders {
  const some: IncomingHttpHeaders = {};
  for (const name in headers) if (isKept(name)) some[name] = headers[name];
  return some;
}
