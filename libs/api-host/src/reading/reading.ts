import type { NextFunction, Response } from 'express';
import type { ReadingRequest } from '../request/actor';
import { wholeNumber } from '../request/query';
import type { Sessions } from '../request/sessions';

/** Middleware before every query: finds out who reads. @throws Rejection SESSION_EXPIRED */
export function prepareReading(sessions: Sessions) {
  return async (request: ReadingRequest, _response: Response, next: NextFunction): Promise<void> => {
    if (isQuery(request) && request.headers.authorization !== undefined) request.actor = await sessions.actorOf(request);
    next();
  };
}

export function isQuery({ method }: ReadingRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** The position that an answer must include, if the request names one. @throws Rejection VALIDATION_FAILED */
export function afterOf(request: ReadingRequest): number | undefined {
  return request.url.includes('after=') ? wholeNumber(request, 'after', 0) : undefined;
}
