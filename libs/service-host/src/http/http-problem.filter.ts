import { randomUUID } from 'node:crypto';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  Rejection,
  languages,
  problemOf,
  sourceLanguage,
  type Language,
  type Problem,
  type RejectionCode,
  type RejectionDetails,
} from '@isegoria/kernel';
import { CommandRejection } from '@isegoria/messaging';
import { log } from '../logging/logger';
import { secureRefusal } from '../logging/security-log';
import { memberTwice, notUtf8 } from './well-encoded';

/** Gives every error of an HTTP service as RFC 9457 problem details, in the language that the request accepts. */
@Catch()
export class HttpProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    if (response.headersSent) return void response.end();
    const request = http.getRequest<Request>();
    if (isHealthReport(error)) return void response.status(503).json(error.getResponse());
    const problem = problemFor(error, acceptedLanguage(request), response);
    secureRefusal(request, problem.status, problem.code);
    if (problem.retryAfter !== undefined) response.setHeader('Retry-After', problem.retryAfter);
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

/** The language of a request (RFC 9110, Accept-Language); English when none of ours is accepted. */
export function acceptedLanguage(request: Request): Language {
  return request.acceptsLanguages([...languages]) || sourceLanguage;
}

function problemFor(error: unknown, language: Language, response: Response): Problem {
  if (error instanceof CommandRejection && error.incident) return problemOf(error.code, error.details, language, error.incident);
  const rejection = rejectionIn(error);
  if (rejection) return problemOf(rejection.code, rejection.details, language);
  const code = codeOfHttpError(error);
  if (code) return problemOf(code, retryOf(response), language);
  const incident = randomUUID();
  log.error({ incident, err: error }, 'a request failed');
  return problemOf('INTERNAL', {}, language, incident);
}

function rejectionIn(error: unknown): Rejection | undefined {
  const { type, cause } = error as { type?: string; cause?: unknown };
  const said = type === memberTwice ? cause : error;
  return said instanceof Rejection ? said : undefined;
}

/** A guard that counts requests says when the next one is taken. */
function retryOf(response: Response): RejectionDetails {
  const seconds = Number(response.getHeader('Retry-After'));
  return Number.isInteger(seconds) ? { retryAfter: seconds } : {};
}

/** What Express's body parser and Nest's router throw, in the words of the closed list. */
function codeOfHttpError(error: unknown): RejectionCode | undefined {
  const { type, status } = error as { type?: string; status?: number };
  if (type === 'entity.too.large') return 'BODY_TOO_LARGE';
  if (type === 'entity.parse.failed' || type === 'request.size.invalid' || type === 'request.aborted') return 'MALFORMED_JSON';
  if (type === notUtf8) return 'MALFORMED_REQUEST';
  if (type === 'charset.unsupported' || type === 'encoding.unsupported') return 'UNSUPPORTED_MEDIA_TYPE';
  const byStatus: Record<number, RejectionCode> = {
    400: 'MALFORMED_JSON',
    401: 'SIGN_IN_REQUIRED',
    403: 'FORBIDDEN_ROLE',
    404: 'NOT_FOUND',
    405: 'METHOD_NOT_ALLOWED',
    413: 'BODY_TOO_LARGE',
    415: 'UNSUPPORTED_MEDIA_TYPE',
    429: 'TOO_MANY_REQUESTS',
    503: 'UNAVAILABLE',
  };
  return error instanceof HttpException ? byStatus[error.getStatus()] : byStatus[status ?? 0];
}

function isHealthReport(error: unknown): error is HttpException {
  const body = error instanceof HttpException ? error.getResponse() : undefined;
  return typeof body === 'object' && 'missing' in body;
}
