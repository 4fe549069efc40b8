import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** One JSON line a record on standard output. Only ids, codes and figures are logged: no names, addresses, texts, tokens or bodies. */
export const log: Logger = pino({
  level: process.env['LOG_LEVEL'] ?? 'info',
  base: { service: process.env['SERVICE_NAME'] },
  // A failed query carries its parameters, and those may be somebody's words: only the kind of the failure and its place are kept.
  serializers: { err: ({ name, stack }: Error) => ({ name, at: stack?.split('\n').filter((line) => /^\s+at /.test(line)) }) },
});

/** Nest's own messages, in the same form; its start-up chatter only at debug level. */
export const nestLogger: LoggerService = {
  log: (message, ...context) => log.debug({ context }, String(message)),
  debug: (message, ...context) => log.debug({ context }, String(message)),
  verbose: (message, ...context) => log.trace({ context }, String(message)),
  warn: (message, ...context) => log.warn({ context }, String(message)),
  error: (message, ...context) => log.error({ context }, String(message)),
  fatal: (message, ...context) => log.fatal({ context }, String(message)),
};
