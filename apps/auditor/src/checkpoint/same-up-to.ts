import type { LogEntry } from '@isegoria/contracts';
import { AppendTree, leafTextHash } from '@isegoria/merkle-log';
import type { Source } from '../source/source';
import { sha256 } from '../tree/rebuilt-log';
import type { SeenCheckpoint } from './memory';

/**
 * How far a log that contradicts a checkpoint still has the entries that it signed: the size of the last of these checkpoints, before any
 * that does not fit, that its first `end` entries make. It differs at that entry or after it.
 */
export async function sameUpTo(source: Source, seen: readonly SeenCheckpoint[], end: number): Promise<number> {
  const roots = new Map<number, string[]>();
  for (const { size, root } of seen) roots.set(size, [...(roots.get(size) ?? []), root]);
  const tree = new AppendTree(sha256);
  let same = 0;
  try {
    for await (const page of source.lines(0, end)) {
      for (const line of page) {
        tree.append(leafTextHash(sha256, (JSON.parse(line) as LogEntry).leaf));
        const signed = roots.get(tree.size);
        if (!signed) continue;
        const root = Buffer.from(tree.root()).toString('base64');
        if (signed.some((one) => one !== root)) return same;
        same = tree.size;
      }
    }
  } catch {
    // What it does not serve, or not as entries, shows nothing further.
  }
  return same;
}
