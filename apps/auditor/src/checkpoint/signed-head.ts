import { formatVerifierKey, openCheckpoint, webCrypto, type Checkpoint } from '@isegoria/merkle-log';
import { Finding } from '@isegoria/audit-kit';
import type { Source } from '../source/source';
import type { TrustedKeys } from './trusted-keys';

/** A checkpoint whose signature was verified. */
export type SignedHead = Checkpoint & { readonly note: string };

const reasons = {
  malformed: 'cannot be read',
  'unknown-key': 'is not signed by the trusted key',
  'wrong-signature': 'has a wrong signature',
  'other-log': 'is of another log',
};

/** The newest checkpoint. @throws Finding signature */
export async function signedHead(source: Source, trusted: TrustedKeys): Promise<SignedHead> {
  return openedHead(await source.text('/log/checkpoint'), trusted);
}

/** @throws Finding signature */
export async function openedHead(note: string, { keys }: TrustedKeys): Promise<SignedHead> {
  const opened = await openCheckpoint(note, [...keys], webCrypto.verifyEd25519);
  if (opened.ok) return { ...opened.checkpoint, note };
  const names = keys.map(({ name, keyId }) => `${name}+${keyId}`).join(', ');
  throw new Finding('signature', `The checkpoint ${reasons[opened.reason]} (trusted is ${names}).`);
}

/** The other keys that signed this checkpoint and that the site shows: one of them is to be trusted once the log has changed to it. */
export async function nextKeys({ note }: SignedHead, { keys, shown }: TrustedKeys): Promise<string[]> {
  const others = shown.filter(({ keyId }) => keys.every((key) => key.keyId !== keyId));
  const opened = await Promise.all(others.map((key) => openCheckpoint(note, [key], webCrypto.verifyEd25519)));
  return others.filter((_, index) => opened[index]!.ok).map(formatVerifierKey);
}
