import {
  Inject,
  Injectable,
  SetMetadata,
  type CallHandler,
  type CustomDecorator,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { NextFunction, Response } from 'express';
import { catchError, throwError, type Observable } from 'rxjs';
import { Rejection } from '@isegoria/contracts';
import { readModelNames, type ReadModelName } from '@isegoria/read-models';
import type { ReadingRequest } from '../request/actor';
import { wholeNumber } from '../request/query';
import type { Sessions } from '../request/sessions';
import { ReadPosition } from './read-position';

/** Middleware before every query: finds out who reads. @throws Rejection SESSION_EXPIRED */
export function prepareReading(sessions: Sessions) {
  return async (request: ReadingRequest, _response: Response, next: NextFunction): Promise<void> => {
    if (isQuery(request) && request.headers.authorization !== undefined) request.actor = await sessions.actorOf(request);
    next();
  };
}

const groupsRead = 'groups read';

/** Names the groups of read models that a query reads, and so waits for. Where nothing is named, all. */
export function Reads(...groups: readonly ReadModelName[]): CustomDecorator {
  return SetMetadata(groupsRead, groups);
}

/**
 * With `?after=` waits until the groups that the query reads include that position, so that people read their own writes. A query whose
 * tables are not there yet is answered with UNAVAILABLE, too.
 * @throws Rejection VALIDATION_FAILED or UNAVAILABLE
 */
@Injectable()
export class WaitForPosition implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(ReadPosition) private readonly readPosition: ReadPosition,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<ReadingRequest>();
    const after = isQuery(request) ? afterOf(request) : undefined;
    if (after !== undefined) {
      const named = this.reflector.getAllAndOverride<readonly ReadModelName[] | undefined>(groupsRead, [
        context.getHandler(),
        context.getClass(),
      ]);
      await this.readPosition.reached(named ?? readModelNames, after);
    }
    return next
      .handle()
      .pipe(catchError((error: unknown) => throwError(() => (areNotYetMade(error) ? new Rejection('UNAVAILABLE') : error))));
  }
}

/**
 * Whether PostgreSQL says that a schema, table or column is not there: before the first start of the projector, or while a later version
 * that has it is being built.
 */
function areNotYetMade(error: unknown): boolean {
  return ['3F000', '42P01', '42703'].includes(String((error as { code?: unknown }).code));
}

function isQuery({ method }: ReadingRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** The position that an answer must include, if the request names one. */
export function afterOf(request: ReadingRequest): number | undefined {
  return request.url.includes('after=') ? wholeNumber(request, 'after', 0) : undefined;
}
