/** Bytes in a SHA-256 hash. */
export const HASH_SIZE = 32;

/**
 * SHA-256, synchronous. The library brings no implementation of its own, because Node and browsers differ. In Node, with
 * `hash` from `node:crypto`: `(bytes) => Buffer.from(hash('sha256', bytes, 'binary'), 'binary')` (by way of a string because
 * that is twice as fast there as asking for a buffer).
 */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** SHA-256, synchronous or not, as WebCrypto gives it. All verification takes either. */
export type AnySha256 = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** The hash of a tree without leaves: SHA-256 of nothing (RFC 9162 section 2.1.1). */
export const emptyRoot = <R>(sha256: (bytes: Uint8Array) => R): R => sha256(new Uint8Array(0));

/** The hash of a leaf: SHA-256(0x00 || leaf) (RFC 9162 section 2.1.1). */
export function leafHash<R>(sha256: (bytes: Uint8Array) => R, leaf: Uint8Array): R {
  const input = new Uint8Array(1 + leaf.length);
  input.set(leaf, 1);
  return sha256(input);
}

/** {@link leafHash} of a leaf that is at hand as text, with a SHA-256 of the UTF-8 form of text: nothing is copied on the way. */
export const leafTextHash = <R>(sha256: (text: string) => R, leaf: string): R => sha256(`\0${leaf}`);

/** The hash of an inner node: SHA-256(0x01 || left || right) (RFC 9162 section 2.1.1). */
export function nodeHash<R>(sha256: (bytes: Uint8Array) => R, left: Uint8Array, right: Uint8Array): R {
  const input = new Uint8Array(1 + 2 * HASH_SIZE);
  input[0] = 0x01;
  input.set(left, 1);
  input.set(right, 1 + HASH_SIZE);
  return sha256(input);
}

export const isHash = (value: unknown): value is Uint8Array => value instanceof Uint8Array && value.length === HASH_SIZE;

/** A hash as the leaves and receipts write it: 64 lower-case hex digits. */
export const isHexHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/** A whole number that a double holds exactly: 0 to 2^53 - 1. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** The largest power of two that is smaller than n, for n > 1 (the k of RFC 9162 section 2.1.1). */
export function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}
