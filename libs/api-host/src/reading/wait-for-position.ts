import {
  Inject,
  Injectable,
  SetMetadata,
  UseInterceptors,
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { catchError, throwError, type Observable } from 'rxjs';
import { Rejection } from '@isegoria/kernel';
import type { ReadingRequest } from '../request/actor';
import { ReadPosition } from './read-position';
import { afterOf } from './reading';

const groupsRead = 'groups read';

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
    const after = afterOf(request);
    const groups = this.reflector.get<readonly string[]>(groupsRead, context.getHandler());
    if (after !== undefined) await this.readPosition.reached(groups, after);
    const told = (error: unknown) => (areNotYetMade(error) ? new Rejection('UNAVAILABLE') : error);
    return next.handle().pipe(catchError((error: unknown) => throwError(() => told(error))));
  }
}

/** Method decorator: names the groups of read models that a query reads, and so waits for. */
export function Reads(groups: readonly string[]): MethodDecorator {
  return applyDecorators(SetMetadata(groupsRead, groups), UseInterceptors(WaitForPosition));
}

/**
 * Whether PostgreSQL says that a schema, table or column is not there: before the first start of the projector, or while a later version
 * that has it is being built.
 */
function areNotYetMade(error: unknown): boolean {
  return ['3F000', '42P01', '42703'].includes(String((error as { code?: unknown }).code));
}
