import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '@isegoria/kernel';

/** A request whose session was looked up before its handler runs; see reading.ts. */
export type ReadingRequest = Request & { actor?: Actor };

/** Parameter decorator: the person who reads, undefined for a visitor. */
export const Reader = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<ReadingRequest>().actor,
);
