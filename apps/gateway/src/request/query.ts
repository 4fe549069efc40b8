import { isUUID } from 'class-validator';
import type { Request } from 'express';
import { Rejection } from '@isegoria/contracts';

const lastPage = 1_000_000;

/** A query parameter with a closed list of values. @throws Rejection VALIDATION_FAILED for any other value, or when given twice */
export function oneOf<T extends string>({ query }: Request, field: string, values: readonly T[]): T | undefined {
  const value = query[field];
  if (value === undefined) return undefined;
  const known = values.find((candidate) => candidate === value);
  if (known === undefined) throw invalid(field, 'isIn');
  return known;
}

/** A query parameter that is a UUID. @throws Rejection VALIDATION_FAILED */
export function uuidOf({ query }: Request, field: string): string | undefined {
  const value = query[field];
  if (value === undefined) return undefined;
  if (!isUUID(value)) throw invalid(field, 'isUuid');
  return (value as string).toLowerCase();
}

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

/** Which page of a list is asked for, from 1. @throws Rejection VALIDATION_FAILED */
export function pageOf(request: Request): number {
  return wholeNumber(request, 'page', 1, lastPage) ?? 1;
}

function invalid(field: string, constraint: string, limit?: number): Rejection {
  return new Rejection('VALIDATION_FAILED', { field, params: { constraint, ...(limit === undefined ? {} : { limit }) } });
}
