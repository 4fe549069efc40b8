import type { ReadNode } from '../tree/append-tree';
import { nodeHash, type AnySha256 } from '../tree/hash';
import { parseHashTile } from './tile-data';
import { TILE_HEIGHT, TILE_WIDTH, tileWidth } from './tile';

/** Gives the bytes of a hash tile, `width` hashes of 32 bytes, from a disk or from a log's server. */
export type ReadTile = (level: number, index: number, width: number) => Uint8Array | Promise<Uint8Array>;

/** Tiles kept in memory by one reader: 2 MB, far more than two proofs touch. */
const KEPT_TILES = 256;

/**
 * Reads the complete subtrees of a tree from its tiles. With this, `treeRoot`, `inclusionPath`, `consistencyPath` and
 * `AppendTree.resume` work on a tiled log, where no size between leaves and `size` is larger than `size`. Only tiles that the tree of
 * this size has are asked for, so it must be the size of a checkpoint. What comes from the tiles is not verified by reading: hold the
 * root or the path against a checkpoint. Reading rejects with a RangeError that names the tile where one has not the right length.
 */
export function tileNodes(sha256: AnySha256, size: number, readTile: ReadTile): ReadNode {
  const kept = new Map<string, Promise<Uint8Array[]>>();

  const tileAt = (level: number, index: number): Promise<Uint8Array[]> => {
    const key = `${level}/${index}`;
    const known = kept.get(key);
    if (known) return known;
    const read = readHashes(readTile, level, index, tileWidth(level, index, size));
    if (kept.size >= KEPT_TILES) kept.delete(kept.keys().next().value as string);
    kept.set(key, read);
    // A tile that could not be read may be there the next time.
    read.catch(() => kept.delete(key));
    return read;
  };

  return async (level, index) => {
    const tileLevel = Math.floor(level / TILE_HEIGHT);
    const width = 2 ** (level % TILE_HEIGHT);
    const first = index * width;
    const tileIndex = Math.floor(first / TILE_WIDTH);
    const hashes = await tileAt(tileLevel, tileIndex);
    const start = first - tileIndex * TILE_WIDTH;
    if (start + width > hashes.length) throw new RangeError(`A tree of ${size} leaves has no complete subtree ${index} on level ${level}`);
    return subtreeRoot(sha256, hashes.slice(start, start + width));
  };
}

async function readHashes(readTile: ReadTile, level: number, index: number, width: number): Promise<Uint8Array[]> {
  if (width === 0) throw new RangeError(`The tree has no tile ${index} on level ${level}`);
  const hashes = parseHashTile(await readTile(level, index, width), width);
  if (!hashes) throw new RangeError(`Tile ${index} on level ${level} has not ${width} hashes`);
  return hashes;
}

/** The root over a power of two of hashes. */
export async function subtreeRoot(sha256: AnySha256, hashes: Uint8Array[]): Promise<Uint8Array> {
  let level = hashes;
  while (level.length > 1) {
    const below = level;
    const parents: (Uint8Array | Promise<Uint8Array>)[] = [];
    for (let at = 0; at < below.length; at += 2) parents.push(nodeHash(sha256, below[at]!, below[at + 1]!));
    // A proof takes hundreds of hashes: where they are there at once, waiting for each would cost more than the hashing.
    level = parents.every((parent) => parent instanceof Uint8Array) ? parents : await Promise.all(parents);
  }
  return level[0]!;
}
