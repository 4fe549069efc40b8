import type { Request } from 'express';
import { Rejection, limits } from '@isegoria/contracts';

const mostFields = 40;
const deepest = 2;

/**
 * The fields of a request's body; none when it is absent. Commands are flat, so that a body is bounded before it is checked against one:
 * checking tens of thousands of fields, entries or levels would hold up everybody for seconds.
 * @throws Rejection VALIDATION_FAILED
 */
export function bodyOf({ body }: Request): Readonly<Record<string, unknown>> {
  if (body === undefined) return {};
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid('body');
  const fields = Object.entries(body as Record<string, unknown>);
  if (fields.length > mostFields) throw invalid('body');
  for (const [field, value] of fields) {
    if (Array.isArray(value) && value.length > limits.importBatch) throw invalid(field, { constraint: 'arrayMaxSize', limit: limits.importBatch });
    if (isDeeperThan(value, deepest)) throw invalid(field);
  }
  return body;
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}

function invalid(field: string, params: Readonly<Record<string, string | number>> = { constraint: 'other' }): Rejection {
  return new Rejection('VALIDATION_FAILED', { field, params });
}
