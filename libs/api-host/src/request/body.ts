import type { Request } from 'express';
import { bounded } from '@isegoria/kernel';

/** The fields of a request's body; none when it is absent. @throws Rejection VALIDATION_FAILED */
export function bodyOf({ body }: Request): Readonly<Record<string, unknown>> {
  return body === undefined ? {} : bounded(body);
}
