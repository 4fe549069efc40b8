import { concatBytes, fromBase64, isWellFormed, toBase64, toHex, utf8 } from './encoding';
import type { AnySha256 } from './hash';

/** A public Ed25519 key that signs notes under a name (C2SP signed-note, signature type 0x01). */
export interface VerifierKey {
  /** Non-empty, without spaces and plus signs; a schema-less URL such as `ministry.example/log`. */
  name: string;
  /** The first four bytes of SHA-256(name || 0x0A || 0x01 || publicKey), in lower-case hex. */
  keyId: string;
  /** 32 bytes (RFC 8032 section 5.1.5). */
  publicKey: Uint8Array;
}

const ED25519 = Uint8Array.of(0x01);

/**
 * Names a public key.
 * @throws TypeError for a name that a note cannot carry, or a key that has not 32 bytes
 */
export async function verifierKey(name: string, publicKey: Uint8Array, sha256: AnySha256): Promise<VerifierKey> {
  if (!isKeyName(name)) throw new TypeError('A key name is not empty and has no spaces, control characters or plus signs');
  if (publicKey.length !== 32) throw new TypeError('An Ed25519 public key has 32 bytes');
  const id = await sha256(concatBytes(utf8(`${name}\n`), ED25519, publicKey));
  return { name, keyId: toHex(id.subarray(0, 4)), publicKey };
}

/** The text form of a verifier key, `name+keyid+base64(0x01||publicKey)` (the vkey of golang.org/x/mod/sumdb/note). */
export const formatVerifierKey = ({ name, keyId, publicKey }: VerifierKey): string =>
  `${name}+${keyId}+${toBase64(concatBytes(ED25519, publicKey))}`;

/** @returns the key of this text, or undefined where it is malformed, of another type, or its id is not the key's */
export async function parseVerifierKey(text: string, sha256: AnySha256): Promise<VerifierKey | undefined> {
  const [, name, keyId, encoded] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text) ?? [];
  if (name === undefined || encoded === undefined || !isKeyName(name)) return undefined;
  const typed = fromBase64(encoded);
  if (typed?.length !== 33 || typed[0] !== ED25519[0]) return undefined;
  const key = await verifierKey(name, typed.subarray(1), sha256);
  return key.keyId === keyId ? key : undefined;
}

/** C2SP signed-note: non-empty, no Unicode space, no plus; as part of a note also well-formed and without controls. */
export const isKeyName = (name: string): boolean => /^[^\s\p{Cc}+]+$/u.test(name) && isWellFormed(name);
