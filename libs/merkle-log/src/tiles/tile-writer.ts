import { AppendTree } from '../tree/append-tree';
import type { Sha256 } from '../tree/hash';
import { MAX_LEAF_SIZE } from '../tree/leaf';
import { entryBundleBytes, hashTileBytes, parseEntryBundle, parseHashTile } from './tile-data';
import { tileNodes, type ReadTile } from './tile-nodes';
import { TILE_HEIGHT, TILE_WIDTH, tilePath, tileWidth, type Tile } from './tile';

/** A file of a tiled log, ready to be stored. */
export interface TileFile {
  tile: Tile;
  /** Below the log's address, as `tilePath` gives it. */
  path: string;
  bytes: Uint8Array;
}

/** The rightmost tile of one level: what is in it, and how much of that was given out. */
interface Edge {
  index: number;
  parts: Uint8Array[];
  given: number;
}

/**
 * Turns leaves into the hash tiles of a tiled log (C2SP tlog-tiles), holding only the right edge of the tree: at most 255 hashes a level.
 * Leaves appended since the last {@link takeTiles} wait in memory, 32 bytes each.
 */
export class TileWriter {
  readonly #edges: Edge[] = [];
  readonly #full: TileFile[] = [];

  private constructor(private readonly tree: AppendTree) {}

  /** A writer for a log without leaves. */
  static empty(sha256: Sha256): TileWriter {
    return new TileWriter(new AppendTree(sha256));
  }

  /**
   * Takes up a stored tiled log. Compare {@link root} with the checkpoint of that size before going on.
   * @param size leaves in the stored log
   * @throws RangeError where a tile of the right edge has not the right length
   */
  static async resume(sha256: Sha256, size: number, readTile: ReadTile): Promise<TileWriter> {
    const tree = await AppendTree.resume(sha256, size, tileNodes(sha256, size, readTile));
    const writer = new TileWriter(tree);
    for (let level = 0; TILE_WIDTH ** level <= size; level++) {
      const index = Math.floor(size / TILE_WIDTH ** (level + 1));
      const width = tileWidth(level, index, size);
      const parts = width === 0 ? [] : parseHashTile(await readTile(level, index, width), width);
      if (!parts) throw new RangeError(`Tile ${index} on level ${level} has not ${width} hashes`);
      writer.#edges.push({ index, parts, given: width });
    }
    return writer;
  }

  /** Leaves so far. */
  get size(): number {
    return this.tree.size;
  }

  /** The root over all leaves so far. */
  root(): Uint8Array {
    return this.tree.root();
  }

  /** Appends a leaf by its hash. @throws RangeError where the hash is not 32 bytes, or the tree is full */
  append(leafHash: Uint8Array): void {
    for (const { level, hash } of this.tree.append(leafHash)) {
      if (level % TILE_HEIGHT === 0) this.#put(level / TILE_HEIGHT, hash);
    }
  }

  /**
   * The tiles that the log needs at its present size and did not need, or that had another width, at the last call: the `changedTiles`
   * between the two sizes without the bundles. They count as stored from now on: where storing them fails, drop this writer and resume
   * another from what is stored.
   */
  takeTiles(): TileFile[] {
    const full = this.#full.splice(0);
    return [...full, ...this.#edges.flatMap((edge, level) => takePartial(edge, level, hashTileBytes))];
  }

  #put(level: number, hash: Uint8Array): void {
    const edge = (this.#edges[level] ??= { index: 0, parts: [], given: 0 });
    this.#full.push(...addTo(edge, level, hash, hashTileBytes));
  }
}

/** Turns leaves into the entry bundles of a tiled log (C2SP tlog-tiles), holding only the last one. */
export class BundleWriter {
  readonly #full: TileFile[] = [];
  readonly #edge: Edge;

  private constructor(edge: Edge) {
    this.#edge = edge;
  }

  /** A writer for a log without leaves. */
  static empty(): BundleWriter {
    return new BundleWriter({ index: 0, parts: [], given: 0 });
  }

  /**
   * Takes up a stored log.
   * @param readBundle gives the bytes of a bundle with `width` entries
   * @throws RangeError where the last bundle has not as many entries as it must have
   */
  static async resume(size: number, readBundle: (index: number, width: number) => Uint8Array | Promise<Uint8Array>): Promise<BundleWriter> {
    const index = Math.floor(size / TILE_WIDTH);
    const width = tileWidth('entries', index, size);
    const parts = width === 0 ? [] : parseEntryBundle(await readBundle(index, width), width);
    if (!parts) throw new RangeError(`Entry bundle ${index} has not ${width} entries`);
    return new BundleWriter({ index, parts, given: width });
  }

  /** Entries so far. */
  get size(): number {
    return this.#edge.index * TILE_WIDTH + this.#edge.parts.length;
  }

  /** Appends a leaf, its bytes and not their hash. @throws RangeError where it has more than 65,535 bytes */
  append(leaf: Uint8Array): void {
    if (leaf.length > MAX_LEAF_SIZE) throw new RangeError(`A leaf has at most ${MAX_LEAF_SIZE} bytes, this one ${leaf.length}`);
    this.#full.push(...addTo(this.#edge, 'entries', leaf, entryBundleBytes));
  }

  /** The bundles that are new or have another width since the last call, as {@link TileWriter.takeTiles}. */
  takeBundles(): TileFile[] {
    const full = this.#full.splice(0);
    return [...full, ...takePartial(this.#edge, 'entries', entryBundleBytes)];
  }
}

type ToBytes = (parts: readonly Uint8Array[]) => Uint8Array;

function addTo(edge: Edge, level: Tile['level'], part: Uint8Array, toBytes: ToBytes): TileFile[] {
  edge.parts.push(part);
  if (edge.parts.length < TILE_WIDTH) return [];
  const full = fileOf({ level, index: edge.index, width: TILE_WIDTH }, toBytes(edge.parts));
  Object.assign(edge, { index: edge.index + 1, parts: [], given: 0 });
  return [full];
}

function takePartial(edge: Edge, level: Tile['level'], toBytes: ToBytes): TileFile[] {
  const { index, parts, given } = edge;
  if (parts.length === given) return [];
  edge.given = parts.length;
  return [fileOf({ level, index, width: parts.length }, toBytes(parts))];
}

const fileOf = (tile: Tile, bytes: Uint8Array): TileFile => ({ tile, path: tilePath(tile), bytes });
