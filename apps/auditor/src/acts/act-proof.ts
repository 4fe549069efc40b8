import { verify } from 'node:crypto';
import type { ActProof } from '@isegoria/contracts';
import type { LeafEntry } from '@isegoria/merkle-log';
import type { ActKey } from './act-keys';

/** What stands beside an act to prove it. @returns undefined for anything that does not have the form of a proof */
export function readProof(value: unknown): ActProof | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { account, session, command, key, signature } = value as Record<string, unknown>;
  const areTexts = [account, session, command].every((member) => member === null || typeof member === 'string');
  const isSigned = typeof key === 'string' && typeof signature === 'string' && hasOneSpelling(signature);
  return areTexts && isSigned ? (value as ActProof) : undefined;
}

/** Base64url can be written in several ways that say the same, and a signature that was seen must not look like another one. */
function hasOneSpelling(signature: string): boolean {
  return Buffer.from(signature, 'base64url').toString('base64url') === signature;
}

/**
 * Whether a key signed that this event was recorded: with these stored bytes, in this stream, for a command received at this time. Written
 * from docs/reference/acts.md, and not from the code that signs.
 */
export function isProven(leaf: LeafEntry, at: unknown, { account, session, command, signature }: ActProof, { key }: ActKey): boolean {
  const { data, id, stream, type } = leaf;
  const statement = { account, at, command, data, id, session, stream, type };
  const bytes = Buffer.from(`isegoria-act.1\0${JSON.stringify(statement)}`);
  return verify(null, bytes, key, Buffer.from(signature, 'base64url'));
}
