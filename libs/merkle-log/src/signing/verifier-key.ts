import { concatBytes, fromBase64, isWellFormed, toBase64, toHex, utf8 } from '../encoding';
import type { AnySha256 } from '../tree/hash';

/** A public Ed25519 key that signs notes under a name (C2SP signed-note, signature type 0x01). */
export interface VerifierKey {
  /** Never there: it keeps the key of a cosigner from being taken for one of a log. */
  cosigns?: never;
  /** Non-empty, without spaces and plus signs; a schema-less URL such as `ministry.example/log`. */
  name: string;
  /** The first four bytes of SHA-256(name || 0x0A || 0x01 || publicKey), in lower-case hex. */
  keyId: string;
  /** 32 bytes (RFC 8032 section 5.1.5). */
  publicKey: Uint8Array;
}

/** A public Ed25519 key that cosigns checkpoints under a name (C2SP tlog-cosignature, signature type 0x04). */
export interface CosignerKey {
  cosigns: true;
  /** As that of a {@link VerifierKey}; a schema-less URL such as `witness.example/w1`. */
  name: string;
  /** The first four bytes of SHA-256(name || 0x0A || 0x04 || publicKey), in lower-case hex. */
  keyId: string;
  /** 32 bytes (RFC 8032 section 5.1.5). */
  publicKey: Uint8Array;
}

/** The signature types of C2SP signed-note that this library knows. */
const ED25519 = 0x01;
const COSIGNATURE_V1 = 0x04;

/**
 * Names a public key.
 * @throws TypeError for a name that a note cannot carry, or a key that has not 32 bytes
 */
export async function verifierKey(name: string, publicKey: Uint8Array, sha256: AnySha256): Promise<VerifierKey> {
  return { name, keyId: await keyIdOf(ED25519, name, publicKey, sha256), publicKey };
}

/**
 * Names the public key of a cosigner, such as a witness. Use a key for one name only: what is cosigned does not say by whom.
 * @throws TypeError for a name that a note cannot carry, or a key that has not 32 bytes
 */
export async function cosignerKey(name: string, publicKey: Uint8Array, sha256: AnySha256): Promise<CosignerKey> {
  return { cosigns: true, name, keyId: await keyIdOf(COSIGNATURE_V1, name, publicKey, sha256), publicKey };
}

/** The text form of a verifier key, `name+keyid+base64(0x01||publicKey)` (the vkey of golang.org/x/mod/sumdb/note). */
export const formatVerifierKey = (key: VerifierKey): string => formatKey(ED25519, key);

/** The text form of the key of a cosigner, `name+keyid+base64(0x04||publicKey)`. */
export const formatCosignerKey = (key: CosignerKey): string => formatKey(COSIGNATURE_V1, key);

/** @returns the key of this text, or undefined where it is malformed, of another type, or its id is not the key's */
export async function parseVerifierKey(text: string, sha256: AnySha256): Promise<VerifierKey | undefined> {
  return parseKey(ED25519, text, (name, publicKey) => verifierKey(name, publicKey, sha256));
}

/** As {@link parseVerifierKey}, for the key of a cosigner. */
export async function parseCosignerKey(text: string, sha256: AnySha256): Promise<CosignerKey | undefined> {
  return parseKey(COSIGNATURE_V1, text, (name, publicKey) => cosignerKey(name, publicKey, sha256));
}

async function keyIdOf(type: number, name: string, publicKey: Uint8Array, sha256: AnySha256): Promise<string> {
  if (!isKeyName(name)) throw new TypeError('A key name is not empty and has no spaces, control characters or plus signs');
  if (publicKey.length !== 32) throw new TypeError('An Ed25519 public key has 32 bytes');
  const id = await sha256(concatBytes(utf8(`${name}\n`), Uint8Array.of(type), publicKey));
  return toHex(id.subarray(0, 4));
}

const formatKey = (type: number, { name, keyId, publicKey }: VerifierKey | CosignerKey): string =>
  `${name}+${keyId}+${toBase64(concatBytes(Uint8Array.of(type), publicKey))}`;

async function parseKey<K extends { keyId: string }>(
  type: number,
  text: string,
  named: (name: string, publicKey: Uint8Array) => Promise<K>,
): Promise<K | undefined> {
  const [, name, keyId, encoded] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text) ?? [];
  if (name === undefined || encoded === undefined || !isKeyName(name)) return undefined;
  const typed = fromBase64(encoded);
  if (typed?.length !== 33 || typed[0] !== type) return undefined;
  const key = await named(name, typed.subarray(1));
  return key.keyId === keyId ? key : undefined;
}

/** C2SP signed-note: non-empty, no Unicode space, no plus; as part of a note also well-formed and without controls. */
export const isKeyName = (name: string): boolean => /^[^\s\p{Cc}+]+$/u.test(name) && isWellFormed(name);
