import { createPublicKey, hash, sign, type KeyObject } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { LogKeys } from '@isegoria/contracts';
import { formatVerifierKey, verifierKey, type NoteSigner } from '@isegoria/merkle-log';
import { actKeysNote } from './act-keys';
import { ceremoniesOf, recordKeys, type KeyCeremonies } from './recorded-keys';

export const sha256 = (content: Uint8Array | string): Uint8Array => Buffer.from(hash('sha256', content, 'binary'), 'binary');

/** Whose log this is: its name, its keys, and how it signs. */
export interface LogIdentity {
  readonly keys: LogKeys;
  /** All that sign each checkpoint. */
  readonly signers: readonly NoteSigner[];
  /** What has to be on record about keys of checkpoints and of acts. */
  readonly ceremonies: KeyCeremonies;
}

export interface IdentitySettings {
  readonly logKey: KeyObject;
  /** The key that the log is changing to. */
  readonly nextLogKey?: KeyObject;
  /** Public: the log signs no receipts. */
  readonly receiptKey: KeyObject;
  /** Public, of the services that sign acts of staff, and the one that they are changing to. */
  readonly actKeys: { readonly current: KeyObject; readonly next?: KeyObject };
  /** The name that the operator chose, if any. */
  readonly chosenOrigin?: string;
  /** The name of a log that begins without a chosen one. */
  readonly defaultOrigin: string;
}

/**
 * The identity of the log in this database. A log keeps the name that it began with: its address may change, but under another name nobody
 * could compare its new checkpoints with earlier ones. A new key signs beside the old one first; the table of keys records when each came
 * and went.
 * @throws Error when the settings name another log than the one in the database, or the database has lost whose log it is
 */
export async function logIdentity(rows: EntityManager, settings: IdentitySettings): Promise<LogIdentity> {
  const origin = await originOf(rows, settings);
  const signers = [await signerOf(origin, settings.logKey)];
  if (settings.nextLogKey) signers.push(await signerOf(origin, settings.nextLogKey));
  const checkpointKeys = signers.map(({ key }) => formatVerifierKey(key));
  await beginLog(rows, checkpointKeys[0]!);
  const ofLog = await recordKeys(rows, { name: origin, variable: 'LOG_SIGNING_KEY' }, checkpointKeys);
  const keyNamed = async (name: string, key: KeyObject) => formatVerifierKey(await verifierKey(name, rawKey(key), sha256));
  const { current, next } = settings.actKeys;
  const acting = await Promise.all([current, ...(next ? [next] : [])].map((key) => keyNamed(`${origin}/acts`, key)));
  const ofActs = await recordKeys(rows, { name: `${origin}/acts`, variable: 'ACT_PUBLIC_KEY' }, acting);
  const keys = {
    origin,
    checkpointKey: checkpointKeys[0]!,
    checkpointKeys,
    retiredKeys: ofLog.retired,
    receiptKey: await keyNamed(`${origin}/receipts`, settings.receiptKey),
    actKeys: await actKeysNote(`${origin}/acts`, ofActs, signers),
  };
  return { signers, keys, ceremonies: ceremoniesOf([ofLog, ofActs]) };
}

async function originOf(rows: EntityManager, { chosenOrigin, defaultOrigin }: IdentitySettings): Promise<string> {
  const [begun]: { origin: string }[] = await rows.query('SELECT origin FROM log.identity');
  const origin = begun?.origin ?? chosenOrigin ?? defaultOrigin;
  if (chosenOrigin !== undefined && chosenOrigin !== origin) {
    throw new Error(`This log began under the name ${origin} and keeps it; LOG_ORIGIN names it ${chosenOrigin}.`);
  }
  return origin;
}

/** @throws Error where a log that has begun has lost its keys, or has those of another name */
async function beginLog(rows: EntityManager, firstKey: string): Promise<void> {
  const names: { name: string }[] = await rows.query(`SELECT split_part(verifier_key, '+', 1) AS name FROM log.key`);
  if (names.some(({ name }) => name === firstKey.split('+')[0])) return;
  if (names.length > 0) throw new Error('LOG_SIGNING_KEY is not the key of this log, which began under another name.');
  const values = [firstKey.split('+')[0], firstKey];
  const begun = await rows.query(
    'INSERT INTO log.identity (origin, verifier_key) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING one',
    values,
  );
  if (begun.length === 0)
    throw new Error('The table log.key is empty, though this log has begun: put the newest copy of the database back.');
}

async function signerOf(origin: string, secret: KeyObject): Promise<NoteSigner> {
  return { key: await verifierKey(origin, rawKey(createPublicKey(secret)), sha256), sign: (bytes) => sign(null, bytes, secret) };
}

/** `https://ministry.example/` gives `ministry.example/log`. */
export function originAt(publicUrl: string): string {
  return `${new URL(publicUrl).host}/log`;
}

function rawKey(publicKey: KeyObject): Uint8Array {
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
}
