import { createHmac } from 'node:crypto';

/**
 * A keyed hash (HMAC-SHA-256, hex) for values that must be found again but not be read or guessed, such as an e-mail address in a stream
 * name.
 */
export function keyedHash(key: Buffer, purpose: string, value: string): string {
  return createHmac('sha256', key).update(purpose).update('\0').update(value).digest('hex');
}

/**
 * An id that only holders of the key can compute: a {@link keyedHash} cut to a UUID of version 8 (RFC 9562 section 5.8). The same key,
 * purpose and value always give the same id. For every public id that follows from who somebody is or from another entry of the same
 * person.
 */
export function keyedUuid(key: Buffer, purpose: string, value: string): string {
  const bytes = Buffer.from(keyedHash(key, purpose, value), 'hex');
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
