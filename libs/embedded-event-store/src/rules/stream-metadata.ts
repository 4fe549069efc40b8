import { SOFT_DELETED } from './model';

/** The part of a stream's metadata that the store itself obeys. */
export interface Truncation {
  truncateBefore?: number;
  maxCount?: number;
  /** Seconds. */
  maxAge?: number;
}

/** Reads `$tb`, `$maxCount` and `$maxAge`; metadata that is no JSON object sets none, as in EventStoreDB. */
export function truncationIn(metadata: Uint8Array): Truncation {
  const properties = parseObject(metadata);
  const truncation: Truncation = {};
  const truncateBefore = naturalNumber(properties['$tb']);
  const maxCount = naturalNumber(properties['$maxCount']);
  const maxAge = naturalNumber(properties['$maxAge']);
  if (truncateBefore !== undefined) truncation.truncateBefore = Math.min(truncateBefore, SOFT_DELETED);
  if (maxCount) truncation.maxCount = maxCount;
  if (maxAge) truncation.maxAge = maxAge;
  return truncation;
}

/** The metadata that a delete writes. Written out because 2^63 - 1 is no JavaScript number. */
export const softDeletion = (): Buffer => Buffer.from('{"$tb":9223372036854775807}');

/** The metadata of a deleted stream that lives again: what it said before, showing only what comes now. */
export function recreation(metadata: Uint8Array, firstRevision: number): Buffer {
  return Buffer.from(JSON.stringify({ ...parseObject(metadata), $tb: firstRevision }));
}

/** The properties of metadata; none where it is no JSON object. */
export function parseObject(metadata: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(metadata).toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const naturalNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
