import { canonicalBytes, concatBytes, equalBytes } from '../encoding';
import { HASH_SIZE, type AnySha256 } from './hash';

/** Bytes of the random opening of a commitment. */
export const OPENING_SIZE = 32;

/**
 * Commits to a plaintext without saying anything about it: SHA-256(opening || JCS(plaintext)). The opening belongs inside the ciphertext,
 * so that anybody who can decrypt can verify, and erasing the key erases both. A hash of the ciphertext alone would not do: AES-GCM does
 * not commit to its key, so one ciphertext can be made that opens to two texts.
 * @param opening 32 random bytes, new for each plaintext: without them, short texts could be guessed
 * @param plaintext a JSON value
 * @throws TypeError for an opening of another length, Error for what RFC 8785 has no form for
 */
export async function commitmentTo(plaintext: unknown, opening: Uint8Array, sha256: AnySha256): Promise<Uint8Array> {
  if (opening.length !== OPENING_SIZE) throw new TypeError('The opening of a commitment has 32 bytes');
  return sha256(concatBytes(opening, canonicalBytes(plaintext)));
}

/** Tells whether a commitment is to this plaintext. Never rejects for a bad value; rejects only where the hash does. */
export async function verifyCommitment(
  commitment: Uint8Array,
  plaintext: unknown,
  opening: Uint8Array,
  sha256: AnySha256,
): Promise<boolean> {
  if (commitment.length !== HASH_SIZE || opening.length !== OPENING_SIZE) return false;
  const canonical = canonicalOrNothing(plaintext);
  return canonical !== undefined && equalBytes(commitment, await sha256(concatBytes(opening, canonical)));
}

/** A new opening from the runtime's source of randomness. */
export const newOpening = (): Uint8Array => globalThis.crypto.getRandomValues(new Uint8Array(OPENING_SIZE));

function canonicalOrNothing(value: unknown): Uint8Array | undefined {
  try {
    return canonicalBytes(value);
  } catch {
    return undefined;
  }
}
