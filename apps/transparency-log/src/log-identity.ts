import { createPublicKey, hash, sign, type KeyObject } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { LogKeys } from '@isegoria/contracts';
import { formatVerifierKey, verifierKey, type SignEd25519, type VerifierKey } from '@isegoria/merkle-log';

export const sha256 = (bytes: Uint8Array): Uint8Array => Buffer.from(hash('sha256', bytes, 'binary'), 'binary');

/** Whose log this is: its name, its keys, and how it signs. */
export interface LogIdentity {
  readonly key: VerifierKey;
  readonly keys: LogKeys;
  readonly sign: SignEd25519;
}

export interface IdentitySettings {
  readonly logKey: KeyObject;
  readonly receiptKey: KeyObject;
  /** The name that the operator chose, if any. */
  readonly chosenOrigin?: string;
  /** The name of a log that begins without a chosen one. */
  readonly defaultOrigin: string;
}

/**
 * The identity of the log in this database. A log keeps the name and the key that it began with: its address may change, but under another
 * name or key nobody could hold its new checkpoints against those seen before.
 * @throws Error when the settings name another log than the one in the database
 */
export async function logIdentity(dataSource: DataSource, settings: IdentitySettings): Promise<LogIdentity> {
  const { logKey, receiptKey, chosenOrigin, defaultOrigin } = settings;
  const [begun]: { origin: string; verifier_key: string }[] = await dataSource.query('SELECT origin, verifier_key FROM log.identity');
  const origin = begun?.origin ?? chosenOrigin ?? defaultOrigin;
  if (chosenOrigin !== undefined && chosenOrigin !== origin) {
    throw new Error(`This log began under the name ${origin} and keeps it; LOG_ORIGIN names it ${chosenOrigin}.`);
  }
  const key = await verifierKey(origin, rawPublicKey(logKey), sha256);
  const keys: LogKeys = {
    origin,
    checkpointKey: formatVerifierKey(key),
    receiptKey: formatVerifierKey(await verifierKey(`${origin}/receipts`, rawPublicKey(receiptKey), sha256)),
  };
  if (begun && begun.verifier_key !== keys.checkpointKey) {
    throw new Error('LOG_SIGNING_KEY is not the key that this log began with: put that key back, since nobody could trust checkpoints signed by another.');
  }
  if (!begun) await dataSource.query('INSERT INTO log.identity (origin, verifier_key) VALUES ($1, $2) ON CONFLICT DO NOTHING', [origin, keys.checkpointKey]);
  return { key, keys, sign: (bytes) => sign(null, bytes, logKey) };
}

/** `https://ministry.example/` gives `ministry.example/log`. */
export function originAt(publicUrl: string): string {
  return `${new URL(publicUrl).host}/log`;
}

function rawPublicKey(privateKey: KeyObject): Uint8Array {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
}
