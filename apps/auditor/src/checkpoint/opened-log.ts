import type { ActKeys } from '../acts/act-keys';
import type { AuditOptions } from '../command-line';
import type { MissingText } from '../recount/missing-texts';
import type { Source } from '../source/source';
import type { ReadLog } from '../tree/read-log';
import { fileOfAddress, memoryFile, recall, remember, type RememberedCheckpoint } from './memory';
import { SeenCheckpoints } from './seen-checkpoints';
import { nextKeys } from './signed-head';
import { nameOfLog, readKey, trustedKeys, type TrustedKeys } from './trusted-keys';
import { keysIn, policyIn, policyOf, type Witnesses } from './witnesses';

/** A log, whom to trust about it, and what the auditor already knows about it. */
export interface OpenedLog {
  /** Where the last checkpoint is kept. */
  readonly file: string;
  readonly last: RememberedCheckpoint | undefined;
  readonly trusted: TrustedKeys;
  readonly seen: SeenCheckpoints;
  readonly witnesses: Witnesses | undefined;
}

/** @throws Finding */
export async function openLog(source: Source, { key, stateFile, policy }: AuditOptions): Promise<OpenedLog> {
  const given = policy === undefined ? undefined : await policyIn(policy);
  const pinned = key !== undefined ? [await readKey(key, 'The key that --key names')] : given ? keysIn(given) : [];
  const known = stateFile ?? (pinned.length > 0 ? undefined : await fileOfAddress(source.url));
  const file = known ?? memoryFile(await nameOfLog(source, pinned));
  const last = await recall(file);
  const trusted = await trustedKeys(source, pinned, last, file);
  return { file, last, trusted, seen: await SeenCheckpoints.read(file, last), witnesses: given ?? (await policyOf(source)) };
}

/**
 * Keeps the checkpoint of an audit for the next one. The checkpoint of a bundle may be older than the known one, and is not kept.
 * @param learnt keys of acts and missing texts: those of the last audit where this one did not look
 */
export async function rememberHead(
  { file, trusted, last }: OpenedLog,
  source: Source,
  { head, key }: ReadLog,
  learnt: { readonly actKeys?: ActKeys; readonly missing?: readonly MissingText[] } = {},
): Promise<void> {
  if (!source.isLive) return;
  const root = Buffer.from(head.root).toString('base64');
  const next = await nextKeys(head, trusted);
  const missing = learnt.missing ?? last?.missing ?? [];
  const actKeys = learnt.actKeys ? [...learnt.actKeys.values()].map(({ text }) => text) : last?.actKeys;
  await remember(file, {
    origin: head.origin,
    key,
    ...(next.length > 0 && { nextKeys: next }),
    actKeys,
    size: head.size,
    root,
    note: head.note,
    url: source.url,
    ...(missing.length > 0 && { missing }),
    at: new Date().toISOString(),
  });
}
