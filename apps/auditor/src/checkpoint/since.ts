import { readFile } from 'node:fs/promises';
import type { LogEntry } from '@isegoria/contracts';
import { AppendTree, leafHash, nodeHash, type TreeNode } from '@isegoria/merkle-log';
import { Finding } from '@isegoria/audit-kit';
import type { Source } from '../source/source';
import { sha256 } from '../tree/rebuilt-log';
import { pathIn } from './seen-checkpoints';
import { openedHead, type SignedHead } from './signed-head';
import type { TrustedKeys } from './trusted-keys';

/** The checkpoint that --since names. @throws Finding cannotRun or signature */
export async function checkpointIn(file: string, trusted: TrustedKeys): Promise<SignedHead> {
  const note = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Finding('cannotRun', `The checkpoint of --since cannot be read: ${error.message}.`);
  });
  return openedHead(note, trusted);
}

/** A tree without its leaves, and its complete subtrees. */
export interface EarlierTree {
  readonly tree: AppendTree;
  readonly subtrees: readonly TreeNode[];
}

/**
 * The tree of a checkpoint, to go on from without its leaves: the inclusion path of its last leaf holds the roots of all its complete
 * subtrees but the last, which the leaf and the first steps make. The result is compared with the signed root. @throws Finding history if
 * the log has another tree of that size
 */
export async function treeAt(source: Source, { size, root }: SignedHead): Promise<EarlierTree> {
  if (size === 0) return { tree: new AppendTree(sha256), subtrees: [] };
  const path = pathIn(await source.optional(`/log/proofs/inclusion?seq=${size - 1}&size=${size}`));
  const earlier = await resumed(size, path, await lastLeafHash(source, size)).catch(() => undefined);
  if (earlier && Buffer.from(earlier.tree.root()).equals(root)) return earlier;
  throw new Finding('history', `The log cannot prove that it has the tree of the ${size} entries that --since names.`, size - 1);
}

async function lastLeafHash(source: Source, size: number): Promise<Uint8Array> {
  for await (const [line] of source.lines(size - 1, size)) return leafHash(sha256, Buffer.from((JSON.parse(line!) as LogEntry).leaf));
  throw new Finding('log', `Entry ${size - 1} is not given.`, size - 1);
}

async function resumed(size: number, path: readonly Uint8Array[], leaf: Uint8Array): Promise<EarlierTree> {
  const subtrees: TreeNode[] = [];
  const rest = [...path];
  let [last, level] = [leaf, 0];
  // As many steps as the last complete subtree has levels lead up to its root.
  for (; size % 2 ** (level + 1) === 0; level += 1) last = nodeHash(sha256, rest.shift()!, last);
  subtrees.push({ level, index: size / 2 ** level - 1, hash: last });
  for (level += 1; rest.length > 0; level += 1) {
    const count = Math.floor(size / 2 ** level);
    if (count % 2 === 1) subtrees.push({ level, index: count - 1, hash: rest.shift()! });
  }
  return { subtrees, tree: await AppendTree.resume(sha256, size, (at) => subtrees.find((node) => node.level === at)!.hash) };
}
