import { unverifiedCheckpoint, type Checkpoint } from '../signing/checkpoint';
import type { Cosignature } from '../signing/cosignature';
import { fromBase64, toBase64 } from '../encoding';
import { isCount, isHash } from '../tree/hash';
import { verifyInclusion } from '../tree/verify';
import { checkPolicy, type CheckedPolicy, type WitnessPolicy } from '../witnessing/witness-policy';
import { countAfter } from '../witnessing/witness-messages';
import { webCrypto, type Cryptography } from '../web-crypto';

/** That an entry is in a log, to be verified without asking anybody (C2SP tlog-proof). */
export interface TlogProof {
  /** Index of the leaf, from 0. */
  index: number;
  /** The inclusion path in the tree of the checkpoint, from the leaf's sibling upwards. */
  path: Uint8Array[];
  /** The checkpoint note with all its signatures. */
  checkpoint: string;
  /** Whatever the application needs beside; nobody signed it. Not empty. */
  extra?: Uint8Array;
}

/** What {@link verifyTlogProof} found: the checkpoint that includes the leaf and who cosigned it, or why the proof proves nothing. */
export type VerifiedTlogProof =
  | { ok: true; index: number; checkpoint: Checkpoint; cosignatures: Cosignature[] }
  | { ok: false; reason: Extract<CheckedPolicy, { ok: false }>['reason'] | 'not-included' };

const HEADER = 'c2sp.org/tlog-proof@v1';
const MAX_PATH = 63;
/** UTF-16 units: the longest note, the longest path, and 64 KB of extra data. */
const MAX_LENGTH = 400_000;

/** The text of a proof, by custom in a file `*.tlog-proof`. @throws TypeError for what {@link parseTlogProof} would refuse */
export function formatTlogProof({ index, path, checkpoint, extra }: TlogProof): string {
  if (!isCount(index)) throw new TypeError('The index of a leaf is a whole number');
  if (path.length > MAX_PATH || !path.every(isHash)) throw new TypeError('An inclusion path has at most 63 hashes');
  if (extra?.length === 0) throw new TypeError('Extra data that is empty is left out');
  if (!unverifiedCheckpoint(checkpoint)) throw new TypeError('A proof carries a signed checkpoint');
  const extraLine = extra ? `extra ${toBase64(extra)}\n` : '';
  return `${HEADER}\n${extraLine}index ${index}\n${path.map((hash) => `${toBase64(hash)}\n`).join('')}\n${checkpoint}`;
}

/** Reads a proof strictly; nothing of it is verified. Never throws. @returns undefined where it is malformed */
export function parseTlogProof(text: string): TlogProof | undefined {
  if (typeof text !== 'string' || text.length > MAX_LENGTH) return undefined;
  const end = text.indexOf('\n\n');
  if (end < 0) return undefined;
  const [header, ...lines] = text.slice(0, end).split('\n', MAX_PATH + 4);
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()!.slice('extra '.length)) : null;
  const index = countAfter('index ', lines.shift() ?? '');
  const path = lines.map(fromBase64);
  const checkpoint = text.slice(end + 2);
  if (header !== HEADER || extra === undefined || extra?.length === 0 || index === undefined) return undefined;
  if (path.length > MAX_PATH || !path.every(isHash) || !unverifiedCheckpoint(checkpoint)) return undefined;
  return { index, path, checkpoint, ...(extra && { extra }) };
}

/**
 * Verifies a proof: a log of the policy signed the checkpoint, enough witnesses cosigned it, and the leaf is at the index in its tree.
 * That the index is the one that the leaf itself states is the caller's to compare. Never rejects for a bad proof.
 * @param leaf hash of the leaf that one expects, computed from what one holds and not from what came with the proof
 */
export async function verifyTlogProof(
  text: string,
  leaf: Uint8Array,
  policy: WitnessPolicy,
  crypto: Cryptography = webCrypto,
): Promise<VerifiedTlogProof> {
  const proof = parseTlogProof(text);
  if (!proof) return { ok: false, reason: 'malformed' };
  const checked = await checkPolicy(proof.checkpoint, policy, crypto.verifyEd25519);
  if (!checked.ok) return { ok: false, reason: checked.reason };
  const { checkpoint, cosignatures } = checked;
  const { index, path } = proof;
  const isIncluded = await verifyInclusion({ leafHash: leaf, index, size: checkpoint.size, path, root: checkpoint.root }, crypto.sha256);
  return isIncluded ? { ok: true, index, checkpoint, cosignatures } : { ok: false, reason: 'not-included' };
}
