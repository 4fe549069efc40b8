import { cosign, verifyCosignatures } from './cosignature';
import type { AnySha256 } from '../tree/hash';
import { parseNote, withSignatures, type NoteSigner, type VerifyEd25519 } from './signed-note';
import { cosignerKey, type VerifierKey } from './verifier-key';

/** What {@link signedTime} found: seconds since 1970, undefined where none of the keys signed one. */
export type SignedTime = { ok: true; time: number | undefined } | { ok: false; reason: 'malformed' | 'wrong-signature' };

/**
 * Puts under a log's checkpoint that the log still stands by it at a time: a cosignature (C2SP tlog-cosignature) by the log itself, with
 * the keys that sign its checkpoints, in place of an earlier one. A checkpoint alone says no time, so that an old one looks like a new
 * one. The two messages that a key signs begin differently, with the log's origin and with `cosignature/v1`, so that neither stands for
 * the other.
 * @param time seconds since 1970
 * @throws TypeError for a note that is no checkpoint, or a time that is no whole number
 */
export async function withSignedTime(note: string, signers: readonly NoteSigner[], time: number, sha256: AnySha256): Promise<string> {
  const { text = '' } = parseNote(note) ?? {};
  const lines = signers.map(async ({ key: { name, publicKey }, sign }) =>
    cosign(text, time, await cosignerKey(name, publicKey, sha256), sign),
  );
  const timed = withSignatures(note, await Promise.all(lines));
  if (timed === undefined) throw new TypeError('The time is put under a checkpoint');
  return timed;
}

/** When a log last stood by a checkpoint, the latest where several of its keys say so. Never throws for a bad note. */
export async function signedTime(
  note: string,
  keys: readonly VerifierKey[],
  sha256: AnySha256,
  verify: VerifyEd25519,
): Promise<SignedTime> {
  const own = await Promise.all(keys.map(({ name, publicKey }) => cosignerKey(name, publicKey, sha256)));
  const verified = await verifyCosignatures(note, own, verify);
  if (!verified.ok) return verified;
  const times = verified.cosignatures.map(({ time }) => time);
  return { ok: true, time: times.length === 0 ? undefined : Math.max(...times) };
}
