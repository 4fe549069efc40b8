import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { withoutErrors } from './without-errors';

/**
 * One JSON line a record on standard output. Only ids, codes and figures are logged: no names, addresses, texts, tokens or bodies. An error
 * may be given under any name, and only what `toldOf` says of it is written; lint refuses its message where a line is written.
 */
export const log: Logger = pino({
  level: process.env['LOG_LEVEL'] ?? 'info',
  base: { service: process.env['SERVICE_NAME'] },
  serializers: { err: (told: unknown) => told },
  hooks: {
    logMethod(given, write) {
      write.apply(this, withoutErrors(given) as Parameters<typeof write>);
    },
  },
});

/**
 * Nest's own messages, in the same form; its start-up chatter only at debug level. What it reports of failures may be the message of any
 * error, so that only where it was is kept.
 */
export const nestLogger: LoggerService = {
  log: (said, ...context) => log.debug({ context }, String(said)),
  debug: (said, ...context) => log.debug({ context }, String(said)),
  verbose: (said, ...context) => log.trace({ context }, String(said)),
  warn: (said, ...context) => log.warn(reportOf(said, context), 'the framework warns'),
  error: (said, ...context) => log.error(reportOf(said, context), 'the framework reports a failure'),
  fatal: (said, ...context) => log.fatal(reportOf(said, context), 'the framework cannot go on'),
};

/** Nest gives the name of the part last, and a stack or an error before it. */
function reportOf(said: unknown, context: readonly unknown[]): object {
  const part = context.at(-1);
  const from = typeof part === 'string' && /^\w{1,64}$/.test(part) ? part : undefined;
  return { from, err: [said, ...context].find((one) => one instanceof Error) };
}
