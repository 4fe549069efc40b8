import { openCheckpoint, type Checkpoint, type OpenedCheckpoint } from '../signing/checkpoint';
import { fromBase64 } from '../encoding';
import { leafHash } from '../tree/hash';
import { leafButPlace, leafBytes, type LeafEntry } from '../tree/leaf';
import { isPromised, parseReceipt, verifyReceipt, type ParsedReceipt, type Receipt } from './receipt';
import { parseVerifierKey, type VerifierKey } from '../signing/verifier-key';
import { verifyInclusion } from '../tree/verify';
import { CryptoUnavailable, webCrypto, type Cryptography } from '../web-crypto';

/** What the log shows for a receipt, in JSON's types. */
export interface ReceiptEvidence {
  leaf: LeafEntry;
  /** The inclusion path of leaf `leaf.seq` in the checkpoint's tree, each hash in standard base64, from the leaf upwards. */
  path: string[];
  /** A checkpoint note. */
  checkpoint: string;
}

/** Whom to believe, as verifier key strings. They must not come from where the evidence comes from. */
export interface TrustedKeys {
  receipt: string[];
  log: string[];
}

export type StepFailure =
  | Extract<ParsedReceipt, { ok: false }>['reason']
  | Extract<OpenedCheckpoint, { ok: false }>['reason']
  /** The leaf is of another event, or of the same with other content or at another time. */
  | 'different-event'
  | 'not-included'
  /** No evidence was given: the event may still be on its way into the log. */
  | 'no-evidence'
  /** A step that this one builds on failed. */
  | 'not-checked'
  /** This runtime cannot check it: nothing is known to be wrong. */
  | 'unsupported';

export interface ReceiptStep {
  name: 'receipt-readable' | 'receipt-signed' | 'leaf-matches' | 'checkpoint-signed' | 'leaf-included';
  ok: boolean;
  /** Why not; present just where ok is false. */
  reason?: StepFailure;
}

type Outcome<T> = { ok: true; value: T } | { ok: false; reason: StepFailure };

/**
 * Checks a receipt from end to end: it can be read, the platform signed it, the leaf is of that event with that content, the log
 * signed the checkpoint, and the leaf is in the tree of the checkpoint. Runs in a browser.
 * @param evidence undefined where the log has none yet
 * @returns the five steps, always all of them and in this order; only where all are ok does the receipt hold. Never rejects,
 *   whatever it is given.
 */
export async function checkReceipt(
  text: string,
  evidence: ReceiptEvidence | undefined,
  keys: TrustedKeys,
  crypto: Cryptography = webCrypto,
): Promise<ReceiptStep[]> {
  const receipt = await attempt(async () => readable(text));
  const signed = await attempt(() => ifOk(receipt, (value) => signedReceipt(value, keys.receipt, crypto)));
  const leaf = await attempt(() => ifOk(receipt, (value) => matchingLeaf(value, evidence, crypto)));
  const checkpoint = await attempt(() => signedCheckpoint(evidence, keys.log, crypto));
  const included = await attempt(() => ifOk(leaf, (bytes) => ifOk(checkpoint, (head) => includedLeaf(bytes, head, evidence, crypto))));
  return [
    stepOf('receipt-readable', receipt),
    stepOf('receipt-signed', signed),
    stepOf('leaf-matches', leaf),
    stepOf('checkpoint-signed', checkpoint),
    stepOf('leaf-included', included),
  ];
}

function readable(text: string): Outcome<Receipt> {
  const parsed = parseReceipt(text);
  return parsed.ok ? right(parsed.receipt) : parsed;
}

async function signedReceipt(receipt: Receipt, keys: string[], crypto: Cryptography): Promise<Outcome<true>> {
  const trusted = await trustedKeys(keys, crypto);
  if (trusted.length === 0) return wrong('unknown-key');
  return (await verifyReceipt(receipt, trusted, crypto.verifyEd25519)) ? right(true) : wrong('wrong-signature');
}

async function matchingLeaf(
  { promise }: Receipt,
  evidence: ReceiptEvidence | undefined,
  { sha256 }: Cryptography,
): Promise<Outcome<Uint8Array>> {
  if (!evidence) return wrong('no-evidence');
  const bytes = leafBytes(evidence.leaf);
  const { leaf } = evidence;
  return isPromised(promise, leaf, await sha256(leafButPlace(leaf))) ? right(bytes) : wrong('different-event');
}

async function signedCheckpoint(evidence: ReceiptEvidence | undefined, keys: string[], crypto: Cryptography): Promise<Outcome<Checkpoint>> {
  if (!evidence) return wrong('no-evidence');
  const opened = await openCheckpoint(evidence.checkpoint, await trustedKeys(keys, crypto), crypto.verifyEd25519);
  return opened.ok ? right(opened.checkpoint) : opened;
}

async function includedLeaf(
  bytes: Uint8Array,
  { size, root }: Checkpoint,
  evidence: ReceiptEvidence | undefined,
  { sha256 }: Cryptography,
): Promise<Outcome<true>> {
  if (!evidence) return wrong('no-evidence');
  const path = evidence.path.map(fromBase64);
  if (!path.every((hash) => hash !== undefined)) return wrong('malformed');
  // The index is the one that the leaf itself states: a leaf that sits elsewhere than it says is not included.
  const proof = { leafHash: await leafHash(sha256, bytes), index: evidence.leaf.seq, size, path, root };
  return (await verifyInclusion(proof, sha256)) ? right(true) : wrong('not-included');
}

async function trustedKeys(texts: string[], { sha256 }: Cryptography): Promise<VerifierKey[]> {
  const keys = await Promise.all(texts.map((text) => parseVerifierKey(text, sha256)));
  return keys.filter((key) => key !== undefined);
}

const right = <T>(value: T): Outcome<T> => ({ ok: true, value });
const wrong = (reason: StepFailure): Outcome<never> => ({ ok: false, reason });

const ifOk = async <T, U>(earlier: Outcome<T>, next: (value: T) => Promise<Outcome<U>>): Promise<Outcome<U>> =>
  earlier.ok ? next(earlier.value) : wrong(earlier.reason === 'no-evidence' ? 'no-evidence' : 'not-checked');

/** Evidence comes from outside and may be anything: what a step cannot digest is malformed. */
async function attempt<T>(step: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await step();
  } catch (error) {
    return wrong(error instanceof CryptoUnavailable ? 'unsupported' : 'malformed');
  }
}

const stepOf = (name: ReceiptStep['name'], outcome: Outcome<unknown>): ReceiptStep =>
  outcome.ok ? { name, ok: true } : { name, ok: false, reason: outcome.reason };
