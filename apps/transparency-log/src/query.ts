import type { Request } from 'express';
import { Rejection } from '@isegoria/contracts';

interface Bounds {
  readonly min: number;
  readonly max: number;
  /** Used when the parameter is absent; without it the parameter is required. */
  readonly otherwise?: number;
}

/** A query parameter that is a whole number. @throws Rejection VALIDATION_FAILED, naming it */
export function wholeNumber({ query }: Request, field: string, { min, max, otherwise }: Bounds): number {
  const value = query[field] ?? otherwise?.toString();
  if (typeof value !== 'string' || !/^\d{1,16}$/.test(value)) throw invalid(field, 'isInt');
  const number = Number(value);
  if (number < min) throw invalid(field, 'min', min);
  if (number > max) throw invalid(field, 'max', max);
  return number;
}

function invalid(field: string, constraint: string, limit?: number): Rejection {
  return new Rejection('VALIDATION_FAILED', { field, params: { constraint, ...(limit === undefined ? {} : { limit }) } });
}
