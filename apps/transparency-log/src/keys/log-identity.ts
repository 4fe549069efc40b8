import { createPublicKey, hash, sign, type KeyObject } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { LogKeys } from '@isegoria/contracts';
import { formatVerifierKey, verifierKey, type NoteSigner } from '@isegoria/merkle-log';

export const sha256 = (content: Uint8Array | string): Uint8Array => Buffer.from(hash('sha256', content, 'binary'), 'binary');

/** Whose log this is: its name, its keys, and how it signs. */
export interface LogIdentity {
  readonly keys: LogKeys;
  /** All that sign each checkpoint. */
  readonly signers: readonly NoteSigner[];
}

export interface IdentitySettings {
  readonly logKey: KeyObject;
  /** The key that the log is changing to. */
  readonly nextLogKey?: KeyObject;
  /** Public: the log signs no receipts. */
  readonly receiptKey: KeyObject;
  /** The name that the operator chose, if any. */
  readonly chosenOrigin?: string;
  /** The name of a log that begins without a chosen one. */
  readonly defaultOrigin: string;
}

interface KeyRow {
  readonly verifier_key: string;
  readonly until: Date | null;
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
  const retiredKeys = await recordKeys(rows, checkpointKeys);
  const receiptKey = formatVerifierKey(await verifierKey(`${origin}/receipts`, rawKey(settings.receiptKey), sha256));
  return { signers, keys: { origin, checkpointKey: checkpointKeys[0]!, checkpointKeys, retiredKeys, receiptKey } };
}

async function originOf(rows: EntityManager, { chosenOrigin, defaultOrigin }: IdentitySettings): Promise<string> {
  const [begun]: { origin: string }[] = await rows.query('SELECT origin FROM log.identity');
  const origin = begun?.origin ?? chosenOrigin ?? defaultOrigin;
  if (chosenOrigin !== undefined && chosenOrigin !== origin) {
    throw new Error(`This log began under the name ${origin} and keeps it; LOG_ORIGIN names it ${chosenOrigin}.`);
  }
  return origin;
}

/** @returns the keys that no longer sign */
async function recordKeys(rows: EntityManager, [current, next]: readonly string[]): Promise<LogKeys['retiredKeys']> {
  const known: KeyRow[] = await rows.query('SELECT verifier_key, until FROM log.key');
  const isSigning = (key: string) => known.some(({ verifier_key, until }) => verifier_key === key && !until);
  const isRetired = (key: string) => known.some(({ verifier_key, until }) => verifier_key === key && until);
  if (known.length > 0 && !isSigning(current!)) {
    throw new Error('LOG_SIGNING_KEY is not the key of this log: put its key back, and set a new one as LOG_SIGNING_KEY_NEXT beside it.');
  }
  if (next !== undefined && isRetired(next))
    throw new Error('LOG_SIGNING_KEY_NEXT was a key of this log already and has been retired; make a new one.');
  if (known.length === 0) await beginLog(rows, current!);
  await rows.query('INSERT INTO log.key (verifier_key) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [
    [current, next].filter(Boolean),
  ]);
  await rows.query('UPDATE log.key SET until = now() WHERE until IS NULL AND verifier_key NOT IN ($1, $2)', [current, next ?? '']);
  const retired: { verifier_key: string; until: Date }[] = await rows.query(
    'SELECT verifier_key, until FROM log.key WHERE until IS NOT NULL ORDER BY until',
  );
  return retired.map(({ verifier_key, until }) => ({ key: verifier_key, until: until.toISOString() }));
}

async function beginLog(rows: EntityManager, firstKey: string): Promise<void> {
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
