import { AppendTree } from '../src/tree/append-tree';
import type { ReceiptEvidence, TrustedKeys } from '../src/receipts/check-receipt';
import { signCheckpoint } from '../src/signing/checkpoint';
import { toHex } from '../src/encoding';
import { leafHash } from '../src/tree/hash';
import { leafButPlace, leafBytes, type LeafEntry } from '../src/tree/leaf';
import { inclusionPath } from '../src/tree/paths';
import { formatReceipt, receiptSigningBytes, type ReceiptPromise } from '../src/receipts/receipt';
import { NodeStore, sha256, signerOf } from './vectors.fixture';
import { formatVerifierKey, verifierKey } from '../src/signing/verifier-key';

export const receiptSigner = signerOf(new Uint8Array(32).fill(1));
export const logSigner = signerOf(new Uint8Array(32).fill(2));
export const logKey = await verifierKey('ministry.example/log', logSigner.publicKey, sha256);
const receiptKey = await verifierKey('ministry.example/receipts', receiptSigner.publicKey, sha256);

export const keys: TrustedKeys = { receipt: [formatVerifierKey(receiptKey)], log: [formatVerifierKey(logKey)] };

const entries: LeafEntry[] = [...Array(21).keys()].map((seq) => ({
  v: 1,
  seq,
  stream: `ballot-${seq}`,
  revision: 0,
  id: `event-${seq}`,
  type: 'BallotCast',
  time: '2026-01-31T12:00:00Z',
  schema: 1,
  data: seq.toString(16).padStart(64, '0'),
  metadata: '0'.repeat(64),
}));
const store = new NodeStore();
const tree = new AppendTree(sha256);
for (const entry of entries) store.keep(tree.append(leafHash(sha256, leafBytes(entry))));

export async function receiptFor(seq: number): Promise<string> {
  const { id, type, time } = entries[seq]!;
  const promise: ReceiptPromise = { v: 2, id, type, leaf: toHex(sha256(leafButPlace(entries[seq]!))), time };
  return formatReceipt(promise, await receiptSigner.sign(receiptSigningBytes(promise)));
}

export async function evidenceFor(seq: number): Promise<ReceiptEvidence> {
  const path = await inclusionPath(sha256, seq, tree.size, store.read);
  return {
    leaf: entries[seq]!,
    path: path.map((hash) => Buffer.from(hash).toString('base64')),
    checkpoint: await signCheckpoint({ size: tree.size, root: tree.root() }, logKey, logSigner.sign),
  };
}
