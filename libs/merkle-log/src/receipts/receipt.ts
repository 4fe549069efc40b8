import { concatBytes, equalBytes, fromBase64Url, fromUtf8, isWellFormed, toBase64Url, toHex, utf8 } from '../encoding';
import { OPENING_SIZE } from '../tree/commitment';
import { isHexHash } from '../tree/hash';
import { isUtcTime, type LeafEntry } from '../tree/leaf';
import type { VerifyEd25519 } from '../signing/signed-note';
import type { VerifierKey } from '../signing/verifier-key';

/**
 * What the platform promises a citizen: an event with this id, type and time of recording, and with this leaf, is or will be in the log.
 */
export interface ReceiptPromise {
  v: 2;
  /** Event id. */
  id: string;
  /** Event type. */
  type: string;
  /** SHA-256 of {@link leafButPlace}, in lower-case hex: of all that the leaf says, but for the place, which nobody knows yet. */
  leaf: string;
  /** When the store recorded it, as the leaf says it. */
  time: string;
}

export interface Receipt {
  promise: ReceiptPromise;
  /** Ed25519, 64 bytes, over {@link receiptSigningBytes}. */
  signature: Uint8Array;
  /** What opens the commitment to the words of the contribution, 32 bytes; absent for a contribution without words. */
  opening?: Uint8Array;
}

/** What {@link parseReceipt} read. The signature of the receipt is not verified by reading it. */
export type ParsedReceipt = { ok: true; receipt: Receipt } | { ok: false; reason: 'malformed' | 'unsupported-version' };

const VERSION = 'isegoria-receipt.2';
/** UTF-16 units of an id or a type. */
const MAX_NAME_LENGTH = 200;
const MAX_RECEIPT_LENGTH = 4_096;

/**
 * What is signed: `isegoria-receipt.2` || 0x00 || the RFC 8785 (JCS) form of the promise. The prefix keeps the signature from
 * standing for anything else; no note can be mistaken for it, as a note has no zero byte.
 * @throws TypeError for a promise with other fields or values than {@link ReceiptPromise} has
 */
export function receiptSigningBytes(promise: ReceiptPromise): Uint8Array {
  return concatBytes(utf8(`${VERSION}\0`), promiseBytes(promise));
}

/**
 * The one line that a citizen keeps: `isegoria-receipt.2.<base64url(JCS)>.<base64url(signature)>`, and for words `.<base64url(opening)>`.
 * The opening needs no signature: only the one that was committed to opens the commitment, which the promised leaf repeats.
 * @param signature Ed25519 over {@link receiptSigningBytes} of the same promise
 * @param opening of the words of the contribution, where it has any
 * @throws TypeError for a promise as above, a signature that has not 64 bytes, or an opening that has not 32
 */
export function formatReceipt(promise: ReceiptPromise, signature: Uint8Array, opening?: Uint8Array): string {
  if (signature.length !== 64) throw new TypeError('An Ed25519 signature has 64 bytes');
  if (opening && opening.length !== OPENING_SIZE) throw new TypeError('The opening of a commitment has 32 bytes');
  const parts = [VERSION, toBase64Url(promiseBytes(promise)), toBase64Url(signature)];
  return [...parts, ...(opening ? [toBase64Url(opening)] : [])].join('.');
}

/**
 * Reads a receipt, strictly: a promise and a signature have one text, and every other text is refused, surrounding
 * blanks included (trim what people paste). Never throws.
 */
export function parseReceipt(text: string): ParsedReceipt {
  if (typeof text !== 'string' || text.length > MAX_RECEIPT_LENGTH) return { ok: false, reason: 'malformed' };
  const [kind, version = '', encodedPromise = '', encodedSignature = '', encodedOpening, ...rest] = text.split('.');
  if (kind !== 'isegoria-receipt' || !/^[1-9]\d*$/.test(version)) return { ok: false, reason: 'malformed' };
  if (version !== '2') return { ok: false, reason: 'unsupported-version' };
  const promise = parsePromise(fromBase64Url(encodedPromise));
  const signature = fromBase64Url(encodedSignature);
  if (rest.length > 0 || !promise || signature?.length !== 64) return { ok: false, reason: 'malformed' };
  if (encodedOpening === undefined) return { ok: true, receipt: { promise, signature } };
  const opening = fromBase64Url(encodedOpening);
  if (opening?.length !== OPENING_SIZE) return { ok: false, reason: 'malformed' };
  return { ok: true, receipt: { promise, signature, opening } };
}

/** True where one of these keys signed the receipt. Rejects only where `verify` does. */
export async function verifyReceipt({ promise, signature }: Receipt, trusted: VerifierKey[], verify: VerifyEd25519): Promise<boolean> {
  const bytes = receiptSigningBytes(promise);
  for (const { publicKey } of trusted) if (await verify(publicKey, bytes, signature)) return true;
  return false;
}

/**
 * Whether a leaf is the one that was promised, wherever it stands.
 * @param hash SHA-256 of {@link leafButPlace} of that leaf
 */
export function isPromised(promise: ReceiptPromise, leaf: LeafEntry, hash: Uint8Array): boolean {
  return (['id', 'type', 'time'] as const).every((field) => leaf[field] === promise[field]) && toHex(hash) === promise.leaf;
}

function promiseBytes(promise: ReceiptPromise): Uint8Array {
  if (!isPromise(promise))
    throw new TypeError('A receipt promises an event by v: 2, id, type, time and the SHA-256 of its leaf but for the place alone');
  // Of well-formed strings and a whole number, with the names in this order, this is the RFC 8785 form.
  const { id, leaf, time, type, v } = promise;
  return utf8(JSON.stringify({ id, leaf, time, type, v }));
}

function parsePromise(bytes: Uint8Array | undefined): ReceiptPromise | undefined {
  if (!bytes) return undefined;
  try {
    const promise = JSON.parse(fromUtf8(bytes) ?? '') as ReceiptPromise;
    return equalBytes(promiseBytes(promise), bytes) ? promise : undefined;
  } catch {
    return undefined;
  }
}

function isPromise(value: unknown): value is ReceiptPromise {
  if (typeof value !== 'object' || value === null || Object.keys(value).sort().join() !== 'id,leaf,time,type,v') return false;
  const { v, id, type, leaf, time } = value as Record<string, unknown>;
  return v === 2 && isName(id) && isName(type) && isHexHash(leaf) && isUtcTime(time);
}

const isName = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && value.length <= MAX_NAME_LENGTH && isWellFormed(value);
