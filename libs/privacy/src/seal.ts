import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** A key for one purpose, from a person's key (HKDF-SHA-256, RFC 5869). */
export function derivedKey(personKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', personKey, Buffer.alloc(0), purpose, 32));
}

/**
 * Encrypts text with AES-256-GCM (NIST SP 800-38D). The nonce is made from the text and the `occasion` (an event id), so that the retry
 * of a command gives the very same bytes, and no nonce serves two different texts.
 * @returns `1.<reference>.<base64url of nonce, ciphertext and tag>`; the reference names the key and is authenticated
 */
export function seal(personKey: Buffer, reference: string, occasion: string, text: string): string {
  const nonce = createHmac('sha256', derivedKey(personKey, 'nonce')).update(`${reference}\0${occasion}\0${text}`).digest().subarray(0, nonceLength);
  const cipher = createCipheriv(algorithm, derivedKey(personKey, 'text'), nonce).setAAD(Buffer.from(reference));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `1.${reference}.${sealed.toString('base64url')}`;
}

/** The text again. @throws when it was altered or the key is another's */
export function unseal(personKey: Buffer, sealed: string): string {
  const { reference, bytes } = parseSealed(sealed);
  const decipher = createDecipheriv(algorithm, derivedKey(personKey, 'text'), bytes.subarray(0, nonceLength))
    .setAAD(Buffer.from(reference))
    .setAuthTag(bytes.subarray(-tagLength));
  return decipher.update(bytes.subarray(nonceLength, -tagLength), undefined, 'utf8') + decipher.final('utf8');
}

/** The name of the key that sealed a text. */
export function sealReference(sealed: string): string {
  return parseSealed(sealed).reference;
}

function parseSealed(sealed: string): { reference: string; bytes: Buffer } {
  const [version, reference, body, ...rest] = sealed.split('.');
  if (version !== '1' || !reference || !body || rest.length > 0) throw new Error('This is not a sealed text.');
  return { reference, bytes: Buffer.from(body, 'base64url') };
}
