import { crc32 } from 'node:zlib';
import type { StreamHead } from '../rules/model';

/**
 * A head is a CRC-32 that begins with the stream's name, the stream's number and the next revision in six bytes
 * each, a byte that says what follows, and then, eight bytes each, what the stream's metadata says.
 */
const AT = { number: 4, nextRevision: 10, flags: 16, rest: 17 };
const LONGEST = AT.rest + 3 * 8;
const TOMBSTONED = 1;
const FROM_METADATA = [
  ['truncateBefore', 2],
  ['maxCount', 4],
  ['maxAge', 8],
] as const;

const target = Buffer.alloc(LONGEST);

/** A view that the next call makes invalid; LMDB copies it at once. */
export function encodeHead(name: string, head: StreamHead): Buffer {
  target.writeUIntBE(head.number, AT.number, 6);
  target.writeUIntBE(head.revision + 1, AT.nextRevision, 6);
  let flags = head.tombstoned ? TOMBSTONED : 0;
  let end = AT.rest;
  for (const [field, flag] of FROM_METADATA) {
    const value = head[field];
    if (value === undefined) continue;
    flags |= flag;
    end = target.writeDoubleBE(value, end);
  }
  target[AT.flags] = flags;
  const stored = target.subarray(0, end);
  stored.writeUInt32LE(checksumOf(name, stored), 0);
  return stored;
}

/** The head, or undefined when it is not the one that was written for the stream of that name. */
export function decodeHead(name: string, stored: Buffer): StreamHead | undefined {
  if (stored.length < AT.rest || checksumOf(name, stored) !== stored.readUInt32LE(0)) return undefined;
  const flags = stored[AT.flags]!;
  const head: { -readonly [Field in keyof StreamHead]: StreamHead[Field] } = {
    number: stored.readUIntBE(AT.number, 6),
    revision: stored.readUIntBE(AT.nextRevision, 6) - 1,
  };
  if (flags & TOMBSTONED) head.tombstoned = true;
  let at = AT.rest;
  for (const [field, flag] of FROM_METADATA) {
    if (!(flags & flag)) continue;
    head[field] = stored.readDoubleBE(at);
    at += 8;
  }
  return head;
}

/** A head with its stream's name behind it, for where the name is not the key. */
export function encodeNamedHead(name: string, head: StreamHead): Buffer {
  return Buffer.concat([encodeHead(name, head), Buffer.from(name)]);
}

/** Undefined when it is not as it was written. */
export function decodeNamedHead(stored: Buffer): { name: string; head: StreamHead } | undefined {
  if (stored.length < AT.rest) return undefined;
  const flags = stored[AT.flags]!;
  const end = AT.rest + 8 * FROM_METADATA.filter(([, flag]) => flags & flag).length;
  const name = stored.toString('utf8', end);
  const head = decodeHead(name, stored.subarray(0, end));
  return head && { name, head };
}

const checksumOf = (name: string, stored: Buffer): number => crc32(stored.subarray(AT.number), crc32(name));
