import { unverifiedCheckpoint } from '../signing/checkpoint';
import { fromBase64, toBase64 } from '../encoding';
import { isCount, isHash } from '../tree/hash';

/** What a log asks of a witness (C2SP tlog-witness, add-checkpoint). */
export interface AddCheckpoint {
  /** Leaves in the tree that the witness cosigned last, as far as the log knows; 0 for none. */
  oldSize: number;
  /** The consistency path from that tree to the one of the checkpoint; empty where oldSize is 0 or the tree has not grown. */
  proof: Uint8Array[];
  /** A signed checkpoint note. */
  checkpoint: string;
}

/** Hashes in the longest consistency path that a witness has to read. */
const MAX_PROOF = 63;

/** The media type of a witness's answer 409, which tells the size that it cosigned last. */
export const SIZE_MEDIA_TYPE = 'text/x.tlog.size';

/** The body of a request to `<witness>/add-checkpoint`. @throws TypeError for what a witness would call malformed */
export function formatAddCheckpoint({ oldSize, proof, checkpoint }: AddCheckpoint): string {
  if (!isCount(oldSize)) throw new TypeError('The old size is a whole number');
  if (proof.length > MAX_PROOF || !proof.every(isHash)) throw new TypeError('A consistency path has at most 63 hashes');
  if (!unverifiedCheckpoint(checkpoint)) throw new TypeError('A witness is sent a signed checkpoint');
  return `old ${oldSize}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${checkpoint}`;
}

/** Reads the body of a request strictly; nothing of it is verified. @returns undefined where it is malformed */
export function parseAddCheckpoint(body: string): AddCheckpoint | undefined {
  const end = body.indexOf('\n\n');
  if (end < 0) return undefined;
  const [oldLine = '', ...proofLines] = body.slice(0, end).split('\n', MAX_PROOF + 2);
  const oldSize = countAfter('old ', oldLine);
  const proof = proofLines.map(fromBase64);
  const checkpoint = body.slice(end + 2);
  if (oldSize === undefined || proof.length > MAX_PROOF || !proof.every(isHash) || !unverifiedCheckpoint(checkpoint)) return undefined;
  return { oldSize, proof, checkpoint };
}

/** The body of a witness's answer 409. */
export const formatWitnessSize = (size: number): string => `${size}\n`;

/** Reads the body of a witness's answer 409. @returns undefined where it is no size */
export const parseWitnessSize = (body: string): number | undefined => (body.endsWith('\n') ? countAfter('', body.slice(0, -1)) : undefined);

/** A whole number behind a word, in decimal digits without leading zeroes. */
export function countAfter(word: string, line: string): number | undefined {
  const digits = line.startsWith(word) ? line.slice(word.length) : '';
  const count = Number(digits);
  return isCount(count) && String(count) === digits ? count : undefined;
}
