import { leafTextHash, verifyConsistency, type Checkpoint } from '@isegoria/merkle-log';
import type { LogEntry } from '@isegoria/contracts';
import type { Source } from '../source/source';
import { keptLevel, sha256, type RebuiltLog } from './rebuilt-log';

const block = 2 ** keptLevel;

/**
 * Finds the first leaf that differs from what was signed, when the rebuilt tree has another root: the log's own consistency proofs hold for
 * the leaves before it, and for no more. Some twenty questions, whatever the size.
 */
export async function firstWrongLeaf(source: Source, rebuilt: RebuiltLog, signed: Checkpoint): Promise<number> {
  const isSigned = async (from: number, fromRoot: Uint8Array): Promise<boolean> => {
    if (from === 0) return true;
    const proof = await source
      .json<{ path: string[] }>(`/log/proofs/consistency?from=${from}&to=${signed.size}`)
      .catch(() => ({ path: [] }));
    const path = proof.path.map((hash) => Buffer.from(hash, 'base64'));
    return verifyConsistency({ from, fromRoot, to: signed.size, toRoot: signed.root, path }, sha256);
  };
  // The blocks begin where the log was read from, and then at every multiple of their size.
  const blocks = Math.ceil(signed.size / block) - Math.floor(rebuilt.start / block);
  const startOf = (count: number) => (count === 0 ? rebuilt.start : (Math.floor(rebuilt.start / block) + count) * block);
  const last = await lastTrue(blocks, async (count) => isSigned(startOf(count), (await rebuilt.earlier(startOf(count))).root()));
  const start = startOf(last);
  const roots = await rootsFrom(source, rebuilt, start, Math.min(startOf(last + 1), signed.size));
  return start + (await lastTrue(roots.length, (count) => isSigned(start + count, roots[count]!)));
}

/** The largest count below `end` for which the check holds; it holds for 0 and, once it fails, for nothing larger. */
async function lastTrue(end: number, holds: (count: number) => Promise<boolean>): Promise<number> {
  let [good, bad] = [0, end];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (await holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** The roots of the tree with `start`, `start` + 1 ... leaves, up to but not including `end`. */
async function rootsFrom(source: Source, rebuilt: RebuiltLog, start: number, end: number): Promise<Uint8Array[]> {
  const tree = await rebuilt.earlier(start);
  const roots: Uint8Array[] = [];
  for await (const page of source.lines(start, end)) {
    for (const line of page) {
      roots.push(tree.root());
      tree.append(leafTextHash(sha256, (JSON.parse(line) as LogEntry).leaf));
    }
  }
  return roots;
}
