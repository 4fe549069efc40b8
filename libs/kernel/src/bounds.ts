import { isObject } from './is-object';
import { limits } from './limits';
import { Rejection } from './rejection';

const mostFields = 40;
/** Objects, lists and their entries together. */
const mostParts = 5_000;
/** The deepest that a class reaches: the options that the innermost condition of a question of a draft names. */
const deepest = 18;

/**
 * What somebody sent, once it is known to be an object that can be checked against a class: checking tens of thousands of fields, entries
 * or levels would hold up everybody for seconds, or end in no answer at all.
 * @throws Rejection VALIDATION_FAILED
 */
export function bounded(body: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(body)) throw invalid('body');
  const fields = Object.entries(body as Record<string, unknown>);
  if (fields.length > mostFields) throw invalid('body');
  for (const [field, value] of fields) {
    if (Array.isArray(value) && value.length > limits.importBatch)
      throw invalid(field, { constraint: 'arrayMaxSize', limit: limits.importBatch });
    if (partsOf(value, deepest) > mostParts) throw invalid(field);
  }
  return body as Readonly<Record<string, unknown>>;
}

/** How many values a value holds; too many by definition where it goes deeper than so many levels. */
function partsOf(value: unknown, levels: number): number {
  if (typeof value !== 'object' || value === null) return 1;
  if (levels === 0) return mostParts + 1;
  let parts = 1;
  for (const inner of Object.values(value)) {
    parts += partsOf(inner, levels - 1);
    if (parts > mostParts) break;
  }
  return parts;
}

function invalid(field: string, params: Readonly<Record<string, string | number>> = { constraint: 'other' }): Rejection {
  return new Rejection('VALIDATION_FAILED', { field, params });
}
