import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derivedKey } from './seal';

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** Whose a kept secret is, and what it is. */
export interface KeptPlace {
  readonly personId: string;
  readonly purpose: string;
}

const boundTo = ({ personId, purpose }: KeptPlace) => Buffer.from(`${purpose}\0${personId}`);

/** Encrypts what a service keeps about a person outside the log (AES-256-GCM). @returns base64url of nonce, ciphertext and tag */
export function sealKept(personKey: Buffer, place: KeptPlace, text: string): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, derivedKey(personKey, 'kept'), nonce).setAAD(boundTo(place));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** @throws for what was altered, or sealed for somebody or something else */
export function openKept(personKey: Buffer, place: KeptPlace, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv(algorithm, derivedKey(personKey, 'kept'), bytes.subarray(0, nonceLength))
    .setAAD(boundTo(place))
    .setAuthTag(bytes.subarray(-tagLength));
  return Buffer.concat([decipher.update(bytes.subarray(nonceLength, -tagLength)), decipher.final()]).toString('utf8');
}
