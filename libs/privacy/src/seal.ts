import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { commitmentTo, openingLength, verifyCommitment } from './commitment';

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** Where a text stands in the log: the id of the event that holds it, and the field of the event's data. */
export interface SealedPlace {
  readonly event: string;
  readonly field: string;
}

/** What is in a sealed text. */
export interface Unsealed {
  readonly text: string;
  /** The 32 bytes that, with the text, prove the commitment; null for a text sealed in version 1, which has none. */
  readonly opening: Buffer | null;
}

/** A key for one purpose, from a person's key (HKDF-SHA-256, RFC 5869). */
export function derivedKey(personKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', personKey, Buffer.alloc(0), purpose, 32));
}

interface SealingKeys {
  readonly opening: Buffer;
  readonly nonce: Buffer;
  readonly text: Buffer;
}

/** Each as long as the person's key itself is remembered, and no longer: a response to a survey seals many texts at a time. */
const sealingKeys = new WeakMap<Buffer, SealingKeys>();

function sealingKeysOf(personKey: Buffer): SealingKeys {
  const known = sealingKeys.get(personKey);
  if (known) return known;
  const [opening, nonce, text] = [derivedKey(personKey, 'opening'), derivedKey(personKey, 'nonce 2'), derivedKey(personKey, 'text 2')];
  sealingKeys.set(personKey, { opening, nonce, text });
  return { opening, nonce, text };
}

/**
 * Encrypts text with AES-256-GCM (NIST SP 800-38D) and commits to it, since a ciphertext of that mode can be made to open to two texts
 * under two keys. Nonce and opening are made from the text and its place, so that the retry of a command gives the very same bytes, and no
 * nonce serves two different texts. The keys differ from those of version 1, so the nonces of version 1 are never used again.
 * @returns `2.<reference>.<base64url of nonce, ciphertext of opening and text, and tag>.<commitment in hex>`; the reference names the key
 * and is authenticated
 * @throws for text with half a surrogate pair
 */
export function seal(personKey: Buffer, reference: string, { event, field }: SealedPlace, text: string): string {
  const placed = `${reference}\0${event}\0${field}\0${text}`;
  const keys = sealingKeysOf(personKey);
  const opening = createHmac('sha256', keys.opening).update(placed).digest();
  const nonce = createHmac('sha256', keys.nonce).update(placed).digest().subarray(0, nonceLength);
  const cipher = createCipheriv(algorithm, keys.text, nonce).setAAD(Buffer.from(reference));
  const sealed = Buffer.concat([nonce, cipher.update(opening), cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `2.${reference}.${sealed.toString('base64url')}.${commitmentTo(opening, text)}`;
}

/** The text again, and the opening of its commitment. @throws when it was altered, the key is another's, or the commitment does not fit */
export function unseal(personKey: Buffer, sealed: string): Unsealed {
  const { version, reference, bytes, commitment } = parseSealed(sealed);
  const decipher = createDecipheriv(algorithm, derivedKey(personKey, version === '1' ? 'text' : 'text 2'), bytes.subarray(0, nonceLength))
    .setAAD(Buffer.from(reference))
    .setAuthTag(bytes.subarray(-tagLength));
  const plain = Buffer.concat([decipher.update(bytes.subarray(nonceLength, -tagLength)), decipher.final()]);
  if (commitment === null) return { text: plain.toString('utf8'), opening: null };
  const [opening, text] = [plain.subarray(0, openingLength), plain.subarray(openingLength).toString('utf8')];
  if (!verifyCommitment(commitment, opening, text)) throw new Error('This sealed text is not the one that was committed to.');
  return { text, opening };
}

/** The name of the key that sealed a text. */
export function sealReference(sealed: string): string {
  return parseSealed(sealed).reference;
}

interface Parsed {
  readonly version: '1' | '2';
  readonly reference: string;
  readonly bytes: Buffer;
  readonly commitment: string | null;
}

function parseSealed(sealed: string): Parsed {
  const [version, reference, body, commitment = null, ...rest] = sealed.split('.');
  const isWhole = (version === '1' && commitment === null) || (version === '2' && commitment !== null);
  if (!isWhole || !reference || !body || rest.length > 0) throw new Error('This is not a sealed text.');
  return { version, reference, bytes: Buffer.from(body, 'base64url'), commitment };
}
