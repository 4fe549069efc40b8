import type { NextFunction, Response } from 'express';
import type { ReadingRequest } from '../request/actor';
import { wholeNumber } from '../request/query';
import type { Sessions } from '../request/sessions';
import type { ReadPosition } from './read-position';

/**
 * Middleware before every query: finds out who reads, and with `?after=` waits until the read models include that position, so that
 * people read their own writes. @throws Rejection SESSION_EXPIRED, VALIDATION_FAILED or UNAVAILABLE
 */
export function prepareReading(sessions: Sessions, readPosition: ReadPosition) {
  return async (request: ReadingRequest, _response: Response, next: NextFunction): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    if (request.headers.authorization !== undefined) request.actor = await sessions.actorOf(request);
    const after = afterOf(request);
    if (after !== undefined) await readPosition.reached(after);
    next();
  };
}

/** The position that an answer must include, if the request names one. */
export function afterOf(request: ReadingRequest): number | undefined {
  return request.url.includes('after=') ? wholeNumber(request, 'after', 0) : undefined;
}
