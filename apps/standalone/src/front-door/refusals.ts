import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import type { Tell } from './security-records';
import accepts from 'accepts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languages, problemOf, type Language, type RejectionCode } from '@isegoria/contracts';

const problemType = 'application/problem+json';
/** Seconds after which it is worth trying again. */
const retryAfter: Partial<Record<RejectionCode, number>> = { UNAVAILABLE: 2, TOO_MANY_REQUESTS: 10 };

let tell: Tell = () => undefined;

/** Who hears of refusals from now on. */
export function tellOfRefusals(to: Tell): void {
  tell = to;
}

/** Answers with problem details (RFC 9457) in the language that the request accepts. */
export function refuse(request: FastifyRequest, reply: FastifyReply, code: RejectionCode): FastifyReply {
  const language = (accepts(request.raw).languages([...languages]) || 'en') as Language;
  const wait = retryAfter[code];
  const problem = problemOf(code, wait === undefined ? {} : { retryAfter: wait }, language);
  tell(code, request.method);
  if (wait !== undefined) void reply.header('retry-after', String(wait));
  return reply.code(problem.status).type(problemType).send(JSON.stringify(problem));
}

const statusOf: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/**
 * Answers what could not be read as a request, and closes the connection: where the next one would begin is not known.
 * @param isAnswering whether an answer to an earlier request is on its way there, into which nothing may be written
 */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket, isAnswering: boolean): void {
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswering) return void socket.destroy();
  const status = statusOf[error.code ?? ''] ?? 400;
  const title = STATUS_CODES[status] ?? '';
  const body = JSON.stringify(status === 400 ? problemOf('MALFORMED_REQUEST', {}, 'en') : { type: 'about:blank', title, status });
  const headers = [`content-type: ${problemType}`, `content-length: ${Buffer.byteLength(body)}`, 'connection: close'];
  socket.end([`HTTP/1.1 ${status} ${title}`, ...headers, '', body].join('\r\n'), () => socket.destroy());
}
