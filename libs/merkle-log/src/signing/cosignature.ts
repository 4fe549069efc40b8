import { parseCheckpoint } from './checkpoint';
import { concatBytes, utf8 } from '../encoding';
import { isCount } from '../tree/hash';
import { parseNote, parseSignatureLines, withSignatures, type NoteSignature, type SignEd25519, type VerifyEd25519 } from './signed-note';
import type { CosignerKey } from './verifier-key';

/** That a cosigner, as of a time, knew of no larger tree of the log than this, and of none that contradicts it. */
export interface Cosignature {
  key: CosignerKey;
  /** Seconds since 1970 in UTC. */
  time: number;
}

/** What {@link verifyCosignatures} found. One that is wrong spoils the note (C2SP signed-note, "Signatures"). */
export type VerifiedCosignatures = { ok: true; cosignatures: Cosignature[] } | { ok: false; reason: 'malformed' | 'wrong-signature' };

/** What {@link addCosignatures} made of a witness's answer. */
export type GrownNote =
  { ok: true; note: string; cosignatures: Cosignature[] } | { ok: false; reason: 'malformed' | 'wrong-signature' | 'unknown-key' };

const TIME_SIZE = 8;
const SIGNATURE_SIZE = 64;

/**
 * What is cosigned (C2SP tlog-cosignature, "Ed25519 signed message"): `cosignature/v1`, the time, and the text of the checkpoint.
 * @param text of a checkpoint, with its last newline and without signatures
 * @param time seconds since 1970
 * @throws TypeError for a text that is no checkpoint, or a time that is no whole number
 */
export function cosignedBytes(text: string, time: number): Uint8Array {
  if (!parseCheckpoint(text)) throw new TypeError('Only a checkpoint is cosigned');
  if (!isCount(time)) throw new TypeError('The time of a cosignature is a whole number of seconds');
  return utf8(`cosignature/v1\ntime ${time}\n${text}`);
}

/**
 * Cosigns a checkpoint. Whether it may be cosigned is the caller's to know.
 * @returns what `withSignatures` puts under the checkpoint: the time as 64 bits, big-endian, and 64 bytes of Ed25519
 * @throws TypeError as {@link cosignedBytes}, or where `sign` gives no Ed25519 signature
 */
export async function cosign(text: string, time: number, key: CosignerKey, sign: SignEd25519): Promise<NoteSignature> {
  const signature = await sign(cosignedBytes(text, time));
  if (signature.length !== SIGNATURE_SIZE) throw new TypeError('An Ed25519 signature has 64 bytes');
  return { name: key.name, keyId: key.keyId, signature: concatBytes(timeBytes(time), signature) };
}

/**
 * Verifies the cosignatures on a checkpoint by these keys; all others are ignored. How many are enough is for a policy to say.
 * Never throws for a bad note; rejects only where `verify` does.
 */
export async function verifyCosignatures(
  note: string,
  trusted: readonly CosignerKey[],
  verify: VerifyEd25519,
): Promise<VerifiedCosignatures> {
  const parsed = parseNote(note);
  if (!parsed || !parseCheckpoint(parsed.text)) return { ok: false, reason: 'malformed' };
  const found = new Map<CosignerKey, Cosignature>();
  for (const signature of parsed.signatures) {
    const key = keyOf(signature, trusted);
    if (!key) continue;
    const time = await verifiedTime(parsed.text, signature, key, verify);
    if (time === undefined) return { ok: false, reason: 'wrong-signature' };
    found.set(key, { key, time });
  }
  return { ok: true, cosignatures: [...found.values()] };
}

/**
 * Takes over what a witness answered to a checkpoint: its signature lines. Only verified ones reach the note, so no witness can spoil it
 * for those who trust others.
 * @param lines the body of the answer
 * @param trusted the keys of this witness
 * @returns the note with the cosignatures under it; `unknown-key` where none is by these keys
 */
export async function addCosignatures(
  note: string,
  lines: string,
  trusted: readonly CosignerKey[],
  verify: VerifyEd25519,
): Promise<GrownNote> {
  const own = parseSignatureLines(lines)?.filter((signature) => keyOf(signature, trusted));
  const text = parseNote(note)?.text;
  if (!own || text === undefined) return { ok: false, reason: 'malformed' };
  if (own.length === 0) return { ok: false, reason: 'unknown-key' };
  const alone = withSignatures(note, own);
  if (alone === undefined) return { ok: false, reason: 'malformed' };
  const verified = await verifyCosignatures(alone, trusted, verify);
  return verified.ok ? { ...verified, note: alone } : verified;
}

const keyOf = ({ name, keyId }: NoteSignature, keys: readonly CosignerKey[]): CosignerKey | undefined =>
  keys.find((key) => key.name === name && key.keyId === keyId);

async function verifiedTime(
  text: string,
  { signature }: NoteSignature,
  key: CosignerKey,
  verify: VerifyEd25519,
): Promise<number | undefined> {
  if (signature.length !== TIME_SIZE + SIGNATURE_SIZE) return undefined;
  const time = timeOf(signature);
  if (time === undefined) return undefined;
  const isRight = await verify(key.publicKey, cosignedBytes(text, time), signature.subarray(TIME_SIZE));
  return isRight ? time : undefined;
}

function timeBytes(time: number): Uint8Array {
  const bytes = new Uint8Array(TIME_SIZE);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time));
  return bytes;
}

/** The time in front of a signature. None is later than 2^53 seconds, which is 285 million years from now. */
function timeOf(signature: Uint8Array): number | undefined {
  const time = Number(new DataView(signature.buffer, signature.byteOffset, TIME_SIZE).getBigUint64(0));
  return isCount(time) ? time : undefined;
}
