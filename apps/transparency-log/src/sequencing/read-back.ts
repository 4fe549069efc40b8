import type { EntityManager } from 'typeorm';
import { leafTextHash, TILE_WIDTH, type TileWriter } from '@isegoria/merkle-log';
import { sha256 } from '../keys/log-identity';
import { LogRefused } from './resume';
import { readLeaves } from './bundles';
import { handled } from './handled';
import { tileReader } from './stored-tree';

/** Leaves read at once: twenty bundles. */
const portion = 20 * TILE_WIDTH;

/**
 * Reads what was stored since the last call, and hashes it again: a checkpoint is signed over what is in the tables, not over what was
 * meant to be there.
 * @param tree as it was read back until now; it is continued up to `size`
 * @param root of the tree of `size` leaves, one that may be signed
 * @throws LogRefused if the tables hold something else
 */
export async function readBack(rows: EntityManager, tree: TileWriter, size: number, root: Uint8Array): Promise<void> {
  const read = async (from: number) => readLeaves(rows, from, Math.min(size, from + portion - (from % portion)));
  try {
    for (let next = read(tree.size); tree.size < size;) {
      const leaves = await next;
      // The next ones are being read while these are hashed.
      next = handled(read(tree.size + leaves.length));
      for (const leaf of leaves) tree.append(leafTextHash(sha256, leaf));
    }
  } catch (error) {
    throw error instanceof RangeError ? wronglyStored(size) : error;
  }
  const stored = tileReader(rows);
  const tiles = tree
    .takeTiles()
    .map(async ({ tile: { level, index, width }, bytes }) => Buffer.from(bytes).equals(await stored(level as number, index, width)));
  if (!(await Promise.all(tiles)).every(Boolean) || !Buffer.from(tree.root()).equals(root)) throw wronglyStored(size);
}

function wronglyStored(size: number): LogRefused {
  return new LogRefused(
    `What the database holds of the first ${size} leaves is not what was written to it, so no checkpoint is signed. Nothing wrong was published: see to the database, and start again; what no checkpoint covers is made again.`,
  );
}
