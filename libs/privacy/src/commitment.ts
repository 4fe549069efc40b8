import { createHash, timingSafeEqual } from 'node:crypto';

/** Bytes of an opening. */
export const openingLength = 32;

/**
 * Commits to a text: SHA-256(opening || JCS(text)), lower-case hex. JCS (RFC 8785 section 3.2.2.2) writes a string as ECMAScript's
 * `JSON.stringify` does, in UTF-8. Without the opening, nobody learns anything from a commitment, however well the text can be guessed.
 * @param opening 32 bytes that nobody can guess
 * @throws for text with half a surrogate pair, which RFC 8785 refuses
 */
export function commitmentTo(opening: Uint8Array, plaintext: string): string {
  if (opening.length !== openingLength) throw new Error(`An opening has ${openingLength} bytes.`);
  if (/\p{Surrogate}/u.test(plaintext)) throw new Error('A text with half a surrogate pair has no canonical form.');
  return createHash('sha256').update(opening).update(JSON.stringify(plaintext), 'utf8').digest('hex');
}

/** Whether a commitment, as an event and its leaf carry it, is to this text with this opening. */
export function verifyCommitment(commitment: string, opening: Uint8Array, plaintext: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(commitment) || opening.length !== openingLength || /\p{Surrogate}/u.test(plaintext)) return false;
  return timingSafeEqual(Buffer.from(commitment, 'hex'), Buffer.from(commitmentTo(opening, plaintext), 'hex'));
}
