import { fromUtf8, isWellFormed, utf8 } from '../encoding';
import { isCount, isHexHash } from './hash';

/** What the log says of one event. It commits to the bytes as they are stored, which may be ciphertext. */
export interface LeafEntry {
  v: 1;
  /** Index of the leaf in the log, from 0. */
  seq: number;
  /** Stream of the event, and its revision there, from 0. */
  stream: string;
  revision: number;
  /** Event id. */
  id: string;
  /** Event type. */
  type: string;
  /** When the store recorded it: ISO 8601 in UTC, `2026-01-31T12:00:00Z`, with up to nine decimals of a second. */
  time: string;
  /** Version of the event's schema. */
  schema: number;
  /** SHA-256 of the stored data bytes, in lower-case hex. */
  data: string;
  /** SHA-256 of the stored metadata bytes, in lower-case hex. */
  metadata: string;
  /**
   * Where the event holds encrypted texts: the commitments to their plaintexts, SHA-256 in lower-case hex, in the order in which the
   * event's data carries them; of more than {@link MAX_COMMITMENTS} the first ones. Left out if there are none.
   */
  commitments?: string[];
}

/** Commitments in one leaf, so that they always fit into {@link MAX_LEAF_SIZE}. */
export const MAX_COMMITMENTS = 500;

/** Bytes: what a 16-bit length in front of a leaf can say (as in C2SP tlog-tiles entry bundles). */
export const MAX_LEAF_SIZE = 65_535;

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '' && isWellFormed(value);

const FIELDS: Record<keyof LeafEntry, [isValid: (value: unknown) => boolean, expected: string]> = {
  v: [(value) => value === 1, '1'],
  seq: [isCount, 'a whole number up to 2^53 - 1'],
  stream: [isText, 'non-empty well-formed text'],
  revision: [isCount, 'a whole number up to 2^53 - 1'],
  id: [isText, 'non-empty well-formed text'],
  type: [isText, 'non-empty well-formed text'],
  time: [isUtcTime, 'an ISO 8601 time in UTC'],
  schema: [isCount, 'a whole number up to 2^53 - 1'],
  data: [isHexHash, 'a SHA-256 in lower-case hex'],
  metadata: [isHexHash, 'a SHA-256 in lower-case hex'],
  commitments: [isCommitments, `1 to ${MAX_COMMITMENTS} SHA-256 in lower-case hex, or left out`],
};
const CHECKS = Object.entries(FIELDS);
const NAMES = new Set(Object.keys(FIELDS));

/**
 * The bytes of a leaf: the RFC 8785 (JCS) form of its entry, at most {@link MAX_LEAF_SIZE} of them.
 * @throws TypeError that names the field, for an entry that has not exactly these fields or is too long; never its value,
 *   which might be personal
 */
export function leafBytes(entry: LeafEntry): Uint8Array {
  return utf8(leafText(entry));
}

/** Reads a leaf back, from its bytes or its text. @returns undefined for what {@link leafBytes} would not have made */
export function parseLeaf(leaf: Uint8Array | string): LeafEntry | undefined {
  const text = typeof leaf === 'string' ? leaf : fromUtf8(leaf);
  if (text === undefined) return undefined;
  try {
    const entry = JSON.parse(text) as LeafEntry;
    return leafText(entry) === text ? entry : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Everything that a leaf says except its place (`seq`), which is known before the leaf has one: what a receipt can promise. RFC 8785 (JCS);
 * the text of the leaf without that member.
 */
export function leafButPlace(entry: Omit<LeafEntry, 'seq'> & { seq?: number }): Uint8Array {
  return utf8(jsonOf({ ...entry, seq: undefined }));
}

/** {@link leafBytes} as text. @throws TypeError as it does */
export function leafText(entry: LeafEntry): string {
  const fault = faultOf(entry);
  if (fault !== undefined) throw new TypeError(fault);
  const text = jsonOf(entry);
  // No character of a text takes more than three bytes.
  const size = text.length * 3 <= MAX_LEAF_SIZE ? 0 : utf8(text).length;
  if (size > MAX_LEAF_SIZE) throw new TypeError(`A leaf has at most ${MAX_LEAF_SIZE} bytes, this one ${size}`);
  return text;
}

function jsonOf(entry: Omit<LeafEntry, 'seq'> & { seq: number | undefined }): string {
  // For whole numbers and well-formed strings, with the names in this order, this is all that RFC 8785 asks for, and several times as fast
  // as sorting again for every leaf of an audit.
  const { commitments, data, id, metadata, revision, schema, seq, stream, time, type, v } = entry;
  return JSON.stringify({ commitments, data, id, metadata, revision, schema, seq, stream, time, type, v });
}

function faultOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return 'A leaf entry is an object';
  const unknown = Object.keys(entry).find((field) => !NAMES.has(field));
  if (unknown !== undefined) return `A leaf entry has no field ${JSON.stringify(unknown.slice(0, 40))}`;
  const fields = entry as Record<string, unknown>;
  const wrong = CHECKS.find(([field, [isValid]]) => !isValid(Object.hasOwn(fields, field) ? fields[field] : undefined));
  return wrong && `The ${wrong[0]} of a leaf entry must be ${wrong[1][1]}`;
}

function isCommitments(value: unknown): boolean {
  if (value === undefined) return true;
  return Array.isArray(value) && value.length >= 1 && value.length <= MAX_COMMITMENTS && value.every(isHexHash);
}

const utcTime = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?Z$/;

/** Whether it is a time as {@link LeafEntry} has it. */
export function isUtcTime(value: unknown): boolean {
  if (typeof value !== 'string' || !utcTime.test(value)) return false;
  const day = value.slice(8, 10);
  // A date counts days beyond the end of a month into the next one.
  return day < '29' || new Date(value.slice(0, 10)).getUTCDate() === Number(day);
}
