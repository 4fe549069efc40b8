import { createHmac } from 'node:crypto';

/** A keyed hash (HMAC-SHA-256, hex) for values that must be found again but not be read or guessed, such as an e-mail address in a stream name. */
export function keyedHash(key: Buffer, purpose: string, value: string): string {
  return createHmac('sha256', key).update(purpose).update('\0').update(value).digest('hex');
}
