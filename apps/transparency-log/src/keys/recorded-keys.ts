import type { EntityManager } from 'typeorm';
import type { LogKeys } from '@isegoria/contracts';

/** Keys that share a name, since they do the same. */
export interface RecordedKeys {
  /** The present one, and the one that takes its place. */
  readonly signing: readonly string[];
  /** In the order in which they were retired. */
  readonly retired: LogKeys['retiredKeys'];
}

/** Keys that were not there from the beginning, and keys that sign no more. */
export interface KeyCeremonies {
  readonly introduced: readonly string[];
  readonly retired: readonly string[];
}

interface KeyRow {
  readonly verifier_key: string;
  readonly until: Date | null;
}

/**
 * Notes when the keys of one name came and went. A new one signs beside the old one first.
 * @throws Error that names the variable, when the present key was never announced as the next one, or the next one was retired before
 */
export async function recordKeys(
  rows: EntityManager,
  { name, variable }: { readonly name: string; readonly variable: string },
  signing: readonly string[],
): Promise<RecordedKeys> {
  const [current, next] = signing;
  const known = await keysNamed(rows, name);
  const isSigning = known.some(({ verifier_key, until }) => verifier_key === current && !until);
  const wasRetired = known.some(({ verifier_key, until }) => verifier_key === next && until);
  if (known.length > 0 && !isSigning) {
    throw new Error(`${variable} is not the key of this log: put its key back, and set a new one as ${variable}_NEXT beside it.`);
  }
  if (wasRetired) throw new Error(`${variable}_NEXT was a key of this log already and has been retired; make a new one.`);
  await rows.query('INSERT INTO log.key (verifier_key) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [signing]);
  const others = known.flatMap(({ verifier_key, until }) => (until || signing.includes(verifier_key) ? [] : [verifier_key]));
  await rows.query('UPDATE log.key SET until = now() WHERE verifier_key = ANY($1)', [others]);
  const retired = (await keysNamed(rows, name)).flatMap(({ verifier_key, until }) =>
    until ? [{ key: verifier_key, until: until.toISOString() }] : [],
  );
  return { signing, retired };
}

/** The key that something begins with is in its first signature, not in an event. */
export function ceremoniesOf(recorded: readonly RecordedKeys[]): KeyCeremonies {
  return {
    introduced: recorded.flatMap(({ signing }) => signing.slice(1)),
    retired: recorded.flatMap(({ retired }) => retired.map(({ key }) => key)),
  };
}

/** No name of a key has a plus sign in it (C2SP signed-note). */
function keysNamed(rows: EntityManager, name: string): Promise<KeyRow[]> {
  return rows.query(`SELECT verifier_key, until FROM log.key WHERE split_part(verifier_key, '+', 1) = $1 ORDER BY until, since`, [name]);
}
