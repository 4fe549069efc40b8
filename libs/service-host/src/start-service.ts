import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { Catch, type ArgumentsHost, type DynamicModule, type ExceptionFilter, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { limits } from '@isegoria/kernel';
import { natsTransport, reportRefusedBroadcastsTo } from '@isegoria/messaging';
import { startTracing, tracing } from '@isegoria/tracing';
import { reportFailuresTo, steady } from '@isegoria/steady';
import { addresses } from './config';
import { HttpProblemFilter } from './http/http-problem.filter';
import { log, nestLogger } from './logging/logger';
import { RpcRejectionFilter } from './intake/rpc-rejection.filter';
import { secure } from './logging/security-log';
import { TracedCommands } from './intake/traced-commands';
import { mustBeReadInOneWay } from './http/well-encoded';

export interface StartOptions {
  /** The service's name in logs and, for a command service, the queue that its instances share. */
  readonly name: string;
  /** True for a service that answers commands over NATS. */
  readonly commands?: boolean;
  /** What the service adds to its HTTP application before it listens. */
  readonly configure?: (app: NestExpressApplication) => void | Promise<void>;
}

/** A filter that is registered after Nest has bound the message handlers is left out, so one filter serves both ways in. */
@Catch()
class ProblemFilter implements ExceptionFilter {
  private readonly http = new HttpProblemFilter();
  private readonly rpc = new RpcRejectionFilter();

  catch(error: unknown, host: ArgumentsHost) {
    return host.getType() === 'http' ? this.http.catch(error, host) : this.rpc.catch(error, host);
  }
}

/**
 * Starts a service: its HTTP application (at least the small admin) on `HOST`:`PORT` (default 127.0.0.1, any free port) and, for a command
 * service, its handlers on NATS. SIGTERM and SIGINT stop it after the work in hand.
 */
export async function startService(module: Type | DynamicModule, options: StartOptions): Promise<NestExpressApplication> {
  reportFailuresTo((err) => log.error({ err }, 'a timer or callback failed; the service goes on'));
  reportRefusedBroadcastsTo((subject) => secure('sender-refused', { code: 'UNTRUSTED_SENDER', subject }));
  await startTracing(options.name);
  const app = await NestFactory.create<NestExpressApplication>(module, { logger: nestLogger, bodyParser: false, abortOnError: false });
  try {
    await begin(app, options);
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function begin(app: NestExpressApplication, { name, commands, configure }: StartOptions): Promise<void> {
  app.disable('x-powered-by');
  app.useBodyParser('json', { limit: limits.requestBytes, verify: mustBeReadInOneWay });
  app.useGlobalFilters(new ProblemFilter());
  if (tracing()) app.useGlobalInterceptors(new TracedCommands());
  if (commands) app.connectMicroservice(natsTransport(addresses.nats(), name), { inheritAppConfig: true });
  await configure?.(app);
  await app.init();
  if (commands) await app.startAllMicroservices();
  app.enableShutdownHooks();
  await app.listen(Number(process.env['PORT'] ?? 0), process.env['HOST'] ?? '127.0.0.1');
  log.info({ port: portOf(app) }, `${name} is ready`);
}

function portOf(app: NestExpressApplication): number {
  return (app.getHttpServer().address() as AddressInfo).port;
}

/**
 * Runs a service as a program: a failure to start is one sentence and exit code 1. Tells a supervising parent its port when it is ready,
 * and ends when that parent is gone.
 */
export function runService(module: Type | DynamicModule, options: StartOptions): void {
  startService(module, options).then(
    (app) => {
      process.send?.({ ready: true, port: portOf(app) });
      process.once(
        'disconnect',
        steady(() => app.close().finally(() => process.exit(0))),
      );
    },
    (error: Error) => {
      log.fatal({ err: error }, `${options.name} could not start${whyInWords(error)}`);
      process.exit(1);
    },
  );
}

/** Settings are refused by a plain error with a sentence for the operator; those of libraries have a code or a class of their own. */
function whyInWords(error: Error & { readonly code?: unknown; readonly sentence?: unknown }): string {
  if (typeof error.sentence === 'string') return `: ${error.sentence}`;
  const { constructor, code, message: sentence } = error;
  return constructor === Error && code === undefined ? `: ${sentence}` : '';
}
