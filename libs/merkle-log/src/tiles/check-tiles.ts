import { equalBytes } from '../encoding';
import { leafHash, type AnySha256 } from '../tree/hash';
import { treeRoot } from '../tree/paths';
import { parseEntryBundle, parseHashTile } from './tile-data';
import { subtreeRoot, tileNodes } from './tile-nodes';
import { changedTiles, TILE_HEIGHT, TILE_WIDTH, tilePath, tileWidth, type Tile } from './tile';

/** Gives the bytes of a file of a tiled log, or undefined where it is missing. */
export type ReadTileFile = (tile: Tile) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/** The first file that is wrong: missing, of another form, or not what the files beside it hash to. */
export interface TileFault {
  path: string;
  reason: 'missing' | 'malformed' | 'differs';
  /** The first leaf that it concerns, from 0. */
  index: number;
}

/** Thrown inside this file alone, to get from where a file is read to the verdict. */
class Faulty extends Error {
  constructor(readonly fault: TileFault) {
    super(fault.path);
  }
}

/**
 * Reads back and hashes again the files that a log writes when it grows from `from` to `to` leaves: every entry against its leaf hash,
 * every full tile against its hash one level up, and the whole against the root. With `from` 0 this verifies a whole log, in memory for a
 * few files. What a sequencer does before it signs, and an auditor with what is served.
 * @returns undefined where all is right
 * @throws RangeError for sizes that a log cannot have; rejects where `read` does
 */
export async function checkTiles(
  sha256: AnySha256,
  growth: { from: number; to: number; root: Uint8Array },
  read: ReadTileFile,
): Promise<TileFault | undefined> {
  const { from, to, root } = growth;
  const reader = new FileReader(sha256, to, read);
  try {
    for (const tile of changedTiles(from, to)) {
      if (tile.level === 'entries') await reader.checkEntries(tile);
      else if (tile.level > 0) await reader.checkChildren(tile, tile.level, from);
    }
    const nodes = tileNodes(sha256, to, (level, index, width) => reader.bytesOf({ level, index, width }));
    return equalBytes(await treeRoot(sha256, to, nodes), root) ? undefined : { path: 'checkpoint', reason: 'differs', index: 0 };
  } catch (error) {
    if (error instanceof Faulty) return error.fault;
    throw error;
  }
}

class FileReader {
  constructor(
    private readonly sha256: AnySha256,
    private readonly size: number,
    private readonly read: ReadTileFile,
  ) {}

  async checkEntries(bundle: Tile): Promise<void> {
    const leaves = parseEntryBundle(await this.#file(bundle), bundle.width);
    if (!leaves) throw faultOf(bundle, 'malformed');
    const stored = await this.#hashes({ ...bundle, level: 0 });
    const hashes = await Promise.all(leaves.map((leaf) => leafHash<Uint8Array | Promise<Uint8Array>>(this.sha256, leaf)));
    const wrong = hashes.findIndex((hash, at) => !equalBytes(hash, stored[at]!));
    if (wrong >= 0) throw faultOf(bundle, 'differs', wrong);
  }

  /** Holds the tiles one level down against their hashes in this one, those apart that the smaller log had full already. */
  async checkChildren(tile: Tile, level: number, from: number): Promise<void> {
    const hashes = await this.#hashes(tile);
    const span = TILE_WIDTH ** level;
    for (const [at, hash] of hashes.entries()) {
      const child: Tile = { level: level - 1, index: tile.index * TILE_WIDTH + at, width: TILE_WIDTH };
      if ((child.index + 1) * span <= from) continue;
      const childRoot = await subtreeRoot(this.sha256, await this.#hashes(child));
      if (!equalBytes(childRoot, hash)) throw faultOf(child, 'differs');
    }
  }

  /** The bytes of a hash tile that has the right length. */
  async bytesOf(tile: Tile): Promise<Uint8Array> {
    const bytes = await this.#file(tile);
    if (!parseHashTile(bytes, tile.width)) throw faultOf(tile, 'malformed');
    return bytes;
  }

  async #hashes(tile: Tile): Promise<Uint8Array[]> {
    return parseHashTile(await this.bytesOf(tile), tile.width)!;
  }

  async #file(tile: Tile): Promise<Uint8Array> {
    const width = tileWidth(tile.level, tile.index, this.size);
    const bytes = await this.read({ ...tile, width });
    if (!bytes) throw faultOf(tile, 'missing');
    return bytes;
  }
}

function faultOf(tile: Tile, reason: TileFault['reason'], at = 0): Faulty {
  const level = tile.level === 'entries' ? 0 : tile.level;
  return new Faulty({ path: tilePath(tile), reason, index: (tile.index * TILE_WIDTH + at) * 2 ** (TILE_HEIGHT * level) });
}
