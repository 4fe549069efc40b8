import type { Request } from 'express';
import { Rejection } from '@isegoria/kernel';

/** A query parameter that is a whole number from `min` on. @throws Rejection VALIDATION_FAILED */
export function wholeNumber({ query }: Request, field: string, min: number, max = Number.MAX_SAFE_INTEGER): number | undefined {
  const value = query[field];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !/^\d{1,16}$/.test(value)) throw invalid(field, 'isInt');
  const number = Number(value);
  if (number < min) throw invalid(field, 'min', min);
  if (number > max) throw invalid(field, 'max', max);
  return number;
}

function invalid(field: string, constraint: string, limit?: number): Rejection {
  return new Rejection('VALIDATION_FAILED', { field, params: { constraint, ...(limit === undefined ? {} : { limit }) } });
}
