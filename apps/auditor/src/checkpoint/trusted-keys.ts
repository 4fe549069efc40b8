import type { LogKeys } from '@isegoria/contracts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '@isegoria/merkle-log';
import { Finding } from '@isegoria/audit-kit';
import type { Source } from '../source/source';
import { sha256 } from '../tree/rebuilt-log';
import type { RememberedCheckpoint } from './memory';

/** Why the key is trusted: named by the auditor, the one of the last audit, or simply shown by the site. */
export type KeyTrust = 'pinned' | 'remembered' | 'first-use';

export interface TrustedKeys {
  /** One of them must have signed the checkpoint. */
  readonly keys: readonly VerifierKey[];
  readonly trust: KeyTrust;
  /** All that the site shows: two while the log changes from one key to the next. */
  readonly shown: readonly VerifierKey[];
}

/** What the site shows; while the log changes its key, all keys that sign. */
interface ShownKeys extends Partial<LogKeys> {
  readonly checkpointKeys?: readonly string[];
  readonly receiptKeys?: readonly string[];
}

/** The name of the log: that of the key the auditor holds, otherwise the one that the site shows. */
export async function nameOfLog(source: Source, pinned: readonly VerifierKey[]): Promise<string> {
  return pinned[0]?.name ?? (await readKey((await shownKeys(source))[0]!, 'The key that the site shows')).name;
}

/** @throws Finding signature when the site shows no key of the last audit; cannotRun for something that is not a key */
export async function trustedKeys(
  source: Source,
  pinned: readonly VerifierKey[],
  last: RememberedCheckpoint | undefined,
  file: string,
): Promise<TrustedKeys> {
  const texts = await shownKeys(source);
  const shown = await Promise.all(texts.map((text) => readKey(text, 'A key that the site shows')));
  if (pinned.length > 0) return { keys: pinned, trust: 'pinned', shown };
  if (!last) return { keys: shown.slice(0, 1), trust: 'first-use', shown };
  const known = [last.key, ...(last.nextKeys ?? [])].find((key) => texts.includes(key));
  if (known !== undefined) return { keys: [shown[texts.indexOf(known)]!], trust: 'remembered', shown };
  throw new Finding(
    'signature',
    `The site shows another log key than at the audit of ${last.at}; if you know why, name the right one with --key, or move ${file} away.`,
  );
}

/** The keys that receipts are signed with. */
export async function receiptKeys(source: Source): Promise<string[]> {
  const { receiptKey, receiptKeys: more = [] } = await source.json<ShownKeys>('/log/keys');
  return textsIn([receiptKey, ...more]);
}

/** @throws Finding cannotRun for a text that is not a verifier key */
export async function readKey(text: string, what: string): Promise<VerifierKey> {
  const key = await parseVerifierKey(text, sha256);
  if (!key) throw new Finding('cannotRun', `${what} is not a verifier key (name+id+base64).`);
  return key;
}

export const textOf = (key: VerifierKey): string => formatVerifierKey(key);

/** The one that signed first comes first. */
async function shownKeys(source: Source): Promise<string[]> {
  const { checkpointKey, checkpointKeys: more = [] } = await source.json<ShownKeys>('/log/keys');
  const keys = textsIn([checkpointKey, ...more]);
  if (keys.length === 0) throw new Finding('cannotRun', `${source.name}/log/keys shows no key.`);
  return keys;
}

const textsIn = (values: readonly unknown[]): string[] => values.filter((value) => typeof value === 'string').slice(0, 16);
