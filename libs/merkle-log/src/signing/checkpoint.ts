import { fromBase64, toBase64 } from '../encoding';
import { HASH_SIZE, isCount, isHash } from '../tree/hash';
import {
  parseNote,
  signNote,
  signNoteWithAll,
  verifyNote,
  type NoteSigner,
  type SignEd25519,
  type VerifiedNote,
  type VerifyEd25519,
} from './signed-note';
import type { VerifierKey } from './verifier-key';

/** The head of a log's tree (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Which log this is. */
  origin: string;
  /** Leaves in the tree. */
  size: number;
  root: Uint8Array;
}

/** What {@link openCheckpoint} found: a checkpoint to rely on, or why there is none. */
export type OpenedCheckpoint =
  { ok: true; checkpoint: Checkpoint } | { ok: false; reason: Extract<VerifiedNote, { ok: false }>['reason'] | 'other-log' };

/**
 * The text of a checkpoint, `<origin>\n<size>\n<base64 root>\n`.
 * @throws TypeError for an origin that is empty or has a line break, a size that is no whole number, a root that is no hash
 */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  if (origin === '' || origin.includes('\n')) throw new TypeError('The origin of a checkpoint is one line of text');
  if (!isCount(size)) throw new TypeError('The size of a checkpoint is a whole number');
  if (!isHash(root)) throw new TypeError('The root of a checkpoint has 32 bytes');
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Reads the text of a checkpoint; extension lines are let pass unread. @returns undefined where it is none */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const lines = text.split('\n');
  const [origin, digits, encoded] = lines;
  if (lines.length < 4 || lines.pop() !== '' || lines.includes('')) return undefined;
  if (origin === undefined || digits === undefined || encoded === undefined) return undefined;
  const size = Number(digits);
  const root = fromBase64(encoded);
  if (String(size) !== digits || !isCount(size) || root?.length !== HASH_SIZE) return undefined;
  return { origin, size, root };
}

/** Reads the checkpoint of a signed note without verifying it. @returns undefined where the note is malformed or no checkpoint */
export function unverifiedCheckpoint(note: string): Checkpoint | undefined {
  const text = parseNote(note)?.text;
  return text === undefined ? undefined : parseCheckpoint(text);
}

/** Signs the head of a log as a checkpoint note. The log's origin is the name of its key, as C2SP recommends. */
export const signCheckpoint = (head: Omit<Checkpoint, 'origin'>, key: VerifierKey, sign: SignEd25519): Promise<string> =>
  signNote(formatCheckpoint({ ...head, origin: key.name }), key, sign);

/**
 * Signs the head of a log with several keys of one name, the log's origin: while a log changes its key, those who know the old one and
 * those who know the new one can both verify it.
 * @throws TypeError for no keys, or keys of several names
 */
export async function signCheckpointWithAll(head: Omit<Checkpoint, 'origin'>, signers: readonly NoteSigner[]): Promise<string> {
  const [origin, ...others] = new Set(signers.map(({ key }) => key.name));
  if (origin === undefined || others.length > 0) throw new TypeError('The keys of one log have one name');
  return signNoteWithAll(formatCheckpoint({ ...head, origin }), signers);
}

/**
 * Verifies a checkpoint note and reads it. The origin must be the name of a trusted key that signed it: a key that one
 * trusts for one log cannot speak for another.
 */
export async function openCheckpoint(note: string, trusted: VerifierKey[], verify: VerifyEd25519): Promise<OpenedCheckpoint> {
  const opened = await verifyNote(note, trusted, verify);
  if (!opened.ok) return opened;
  const checkpoint = parseCheckpoint(opened.text);
  if (!checkpoint) return { ok: false, reason: 'malformed' };
  const isOwn = opened.signedBy.some((key) => key.name === checkpoint.origin);
  return isOwn ? { ok: true, checkpoint } : { ok: false, reason: 'other-log' };
}
