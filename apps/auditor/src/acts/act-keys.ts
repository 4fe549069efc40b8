import { createPublicKey, hash, type KeyObject } from 'node:crypto';
import { Finding } from '@isegoria/audit-kit';
import { parseVerifierKey, verifyNote, webCrypto } from '@isegoria/merkle-log';
import type { TrustedKeys } from '../checkpoint/trusted-keys';
import type { Source } from '../source/source';
import { sha256 } from '../tree/rebuilt-log';

/** A key that acts of staff are, or were, signed with. */
export interface ActKey {
  /** Its verifier key. */
  readonly text: string;
  readonly key: KeyObject;
  readonly isRetired: boolean;
}

/** The keys that the log vouches for, by what proofs call them: the oldest first. */
export type ActKeys = ReadonlyMap<string, ActKey>;

/**
 * The keys of acts, from the note that the trusted key of the log signed. None where the site shows no note: then every act is a finding.
 * @param known those of the last audit, in their order; a bundle may be older than that, and have fewer
 * @throws Finding signature for a note that the log's key did not sign, or that leaves out or puts in another place a key of the last audit
 */
export async function actKeysOf(source: Source, { keys }: Pick<TrustedKeys, 'keys'>, known: readonly string[] = []): Promise<ActKeys> {
  const { actKeys: note } = await source.json<{ readonly actKeys?: unknown }>('/log/keys');
  const found = note === undefined ? [] : await readNote(String(note), keys);
  const compared = source.isLive ? known : known.slice(0, found.length);
  const isKnown = compared.every((text, at) => found[at]?.[1].text === text);
  if (isKnown) return new Map(found);
  throw new Finding('signature', 'The log vouches for other keys of acts than at the last audit; it may add some, and take away none.');
}

/**
 * Keys may change while the log is read: then an act that was signed with the next one looks wrong.
 * @throws Finding cannotRun where the note is another one by now
 */
export async function refuseChangedKeys(source: Source, trusted: Pick<TrustedKeys, 'keys'>, before: ActKeys): Promise<void> {
  const now = await actKeysOf(source, trusted);
  const inLines = (keys: ActKeys) => [...keys.values()].map(({ text, isRetired }) => `${text} ${isRetired}`).join();
  if (inLines(now) !== inLines(before)) throw new Finding('cannotRun', 'The keys of acts changed during the audit; run it again.');
}

async function readNote(note: string, keys: TrustedKeys['keys']): Promise<[id: string, ActKey][]> {
  const verified = await verifyNote(note, [...keys], webCrypto.verifyEd25519);
  if (!verified.ok) throw new Finding('signature', `The note on the keys of acts is not signed by the trusted key: ${verified.reason}.`);
  const [name, ...lines] = verified.text.trimEnd().split('\n');
  const isOfThisLog = verified.signedBy.some((key) => name === `${key.name}/acts`);
  if (!isOfThisLog) throw new Finding('signature', `The note on the keys of acts is about something else: ${name}.`);
  return Promise.all(lines.map((line) => readLine(line, name!)));
}

async function readLine(line: string, name: string): Promise<[id: string, ActKey]> {
  const [text = '', state = '', ...rest] = line.split(' ');
  const key = await parseVerifierKey(text, sha256);
  if (key?.name !== name || !['signing', 'retired'].includes(state) || rest.length > 0)
    throw new Finding('signature', `The note on the keys of acts has a line that is none: ${line}.`);
  const x = Buffer.from(key.publicKey).toString('base64url');
  const id = hash('sha256', key.publicKey, 'hex').slice(0, 16);
  return [id, { text, key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }), isRetired: state === 'retired' }];
}
