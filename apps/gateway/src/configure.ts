import type { ExpressAdapter, NestExpressApplication } from '@nestjs/platform-express';
import { json, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import { DataSource, type EntityManager } from 'typeorm';
import { Sessions, apiPrefix, limitFactor, prepareReading } from '@isegoria/api-host';
import { Rejection, addFile, keepAnswerFile, keepTestAnswerFile, limits } from '@isegoria/contracts';
import { groupState, readPosition } from '@isegoria/projection';
import { readModelNames } from '@isegoria/read-models';
import {
  Readiness,
  compressed,
  hasUtf8Query,
  log,
  mustBeReadInOneWay,
  setting,
  strictTransport,
  tracedRequest,
} from '@isegoria/service-host';
import { steady } from '@isegoria/steady';

/** Longer than an ingress keeps an idle connection, in milliseconds, so that it never reuses one that is closing. */
const idleConnectionsLive = 65_000;

/** What the gateway adds to its HTTP application. */
export function configure(app: NestExpressApplication): void {
  limitFactor(); // A wrong setting is reported at the start, not to the first visitor.
  // Whose X-Forwarded-For names the client: the ingress on this machine, or the addresses and subnets of TRUSTED_PROXIES.
  app.set('trust proxy', setting('TRUSTED_PROXIES', 'loopback'));
  app.disable('etag');
  app.setGlobalPrefix(apiPrefix, { exclude: ['health/live', 'health/ready', 'metrics'] });
  (app.getHttpAdapter() as unknown as ExpressAdapter).setOnRequestHook(beforeTheBodyIsRead());
  app.use(compressedReads());
  app.use(`/${apiPrefix}`, prepareReading(app.get(Sessions)));
  app.getHttpServer().keepAliveTimeout = idleConnectionsLive;
  const { manager } = app.get(DataSource);
  app.get(Readiness).require('read models', () => readPosition(manager, readModelNames));
  app.get(Readiness).warnOf(() => stoppedGroups(manager));
}

/** What a command is answered with is a few hundred bytes, so that looking whether to compress it costs more than it could save. */
function compressedReads(): RequestHandler {
  const compress = compressed();
  return (request, response, next) => (request.method === 'GET' ? compress(request, response, next) : next());
}

/** The others go on, and are answered. */
async function stoppedGroups(rows: EntityManager): Promise<string[]> {
  const states = await Promise.all(readModelNames.map((group) => groupState(rows, group)));
  return states.flatMap(({ group, stopped }) => (stopped ? `read models: ${group}, stopped at event ${stopped.eventId}` : []));
}

/**
 * Runs before the body parser, so that its refusals carry the security headers too. Answers are personal unless their handler says
 * otherwise.
 */
function beforeTheBodyIsRead() {
  const secure = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    strictTransportSecurity: strictTransport(),
    // What concerns documents alone is left out: the API gives data, and sends these with each answer.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
  const file = json({ limit: limits.fileRequestBytes, verify: mustBeReadInOneWay });
  return (request: Request, response: Response, next: NextFunction): void => {
    if (log.isLevelEnabled('debug')) logWhenDone(request, response);
    response.setHeader('Cache-Control', 'no-store');
    tracedRequest(request, response, () =>
      secure(request, response, () => {
        const fault = faultOf(request);
        if (!fault && bringsFile(request)) return file(request, response, next);
        next(fault);
      }),
    );
  };
}

/** Larger than other bodies may be, so nobody has it read without a session to show. */
function bringsFile({ method, path, headers }: Request): boolean {
  return headers.authorization !== undefined && withFiles.some((route) => route.method === method && route.path.test(path));
}

const withFiles = [addFile, keepAnswerFile, keepTestAnswerFile].map(({ route }) => ({
  method: route!.method,
  path: new RegExp(`^/${apiPrefix}${route!.path.replace(/:[a-zA-Z]+/g, '[^/]+')}$`),
}));

function faultOf(request: Request): Rejection | undefined {
  if (request.url.includes('%') && !isDecodable(request.path)) return new Rejection('NOT_FOUND');
  if (!hasUtf8Query(request.url)) return new Rejection('MALFORMED_REQUEST');
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  return hasBody && !request.is('application/json') ? new Rejection('UNSUPPORTED_MEDIA_TYPE') : undefined;
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\u0000');
  } catch {
    return false;
  }
}

/** Method, route, status and duration alone: a path may hold an id, a query or a body anything. */
function logWhenDone(request: Request, response: Response): void {
  const started = performance.now();
  const answered = () => {
    const { path } = (request.route as { path?: string } | undefined) ?? {};
    log.debug(
      { method: request.method, route: path, status: response.statusCode, ms: Math.round(performance.now() - started) },
      'answered',
    );
  };
  response.once('finish', steady(answered));
}
