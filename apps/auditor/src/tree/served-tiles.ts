import { entryBundleBytes, hashTileBytes, TILE_HEIGHT, TILE_WIDTH, tilePath, type Tile, type TreeNode } from '@isegoria/merkle-log';
import { Finding } from '@isegoria/audit-kit';
import type { Source } from '../source/source';

/** Tiles asked for at once. */
const atOnce = 8;

interface Expected {
  readonly tile: Tile;
  readonly bytes: Uint8Array;
}

/**
 * Compares the tiles that the log serves (C2SP tlog-tiles) with the tree that was rebuilt from its entries: others read the log through
 * them.
 */
export class ServedTiles {
  private leaves: Buffer[] = [];
  private readonly hashes: Uint8Array[][] = [];
  private readonly full: number[] = [];
  private bundles = 0;
  private due: Expected[] = [];
  private isServed: boolean | undefined;
  private wrong: Finding | undefined;
  /** Tiles found equal. */
  verified = 0;

  constructor(private readonly source: Source) {}

  /** Null while nothing was requested, then whether the log serves tiles at all. */
  get areServed(): boolean | null {
    return this.isServed ?? null;
  }

  /** Takes a leaf and the subtrees that it completes. */
  take(nodes: readonly TreeNode[], leaf: string): void {
    if (this.isServed === false) return;
    this.leaves.push(Buffer.from(leaf));
    if (this.leaves.length === TILE_WIDTH) {
      this.due.push({ tile: { level: 'entries', index: this.bundles++, width: TILE_WIDTH }, bytes: entryBundleBytes(this.leaves) });
      this.leaves = [];
    }
    for (const { level, hash } of nodes) if (level % TILE_HEIGHT === 0) this.takeHash(level / TILE_HEIGHT, hash);
  }

  /** Compares what is complete with what is served. Differences are reported at the end: the log itself comes first. */
  async check(): Promise<void> {
    const due = this.due;
    this.due = [];
    if (this.wrong) return;
    if (this.isServed === undefined && due.length > 0) await this.checkTile(due.pop()!);
    for (let at = 0; at < due.length && this.isServed !== false && !this.wrong; at += atOnce) {
      await Promise.all(due.slice(at, at + atOnce).map((expected) => this.checkTile(expected)));
    }
  }

  get areRight(): boolean {
    return this.wrong === undefined;
  }

  /** @throws Finding tile, naming the entry, for the first that was not what the entries make */
  refuseWrong(): void {
    if (this.wrong) throw this.wrong;
  }

  /** Also the tiles at the right edge, which are not full. */
  async checkAll(): Promise<void> {
    const partial: Expected[] = [];
    if (this.leaves.length > 0) {
      partial.push({ tile: { level: 'entries', index: this.bundles, width: this.leaves.length }, bytes: entryBundleBytes(this.leaves) });
    }
    for (const [level, hashes] of this.hashes.entries()) {
      if (hashes.length > 0)
        partial.push({ tile: { level, index: this.full[level] ?? 0, width: hashes.length }, bytes: hashTileBytes(hashes) });
    }
    this.due.push(...partial);
    await this.check();
  }

  private takeHash(level: number, hash: Uint8Array): void {
    const hashes = (this.hashes[level] ??= []);
    hashes.push(hash);
    if (hashes.length < TILE_WIDTH) return;
    const index = this.full[level] ?? 0;
    this.due.push({ tile: { level, index, width: TILE_WIDTH }, bytes: hashTileBytes(hashes) });
    this.full[level] = index + 1;
    this.hashes[level] = [];
  }

  private async checkTile({ tile, bytes }: Expected): Promise<void> {
    const served = await this.served(tile, bytes.length);
    if (served === undefined && !this.isServed) {
      this.isServed = false;
      return;
    }
    this.isServed = true;
    const [first, last] = entriesOf(tile);
    if (served === undefined) return this.note(first, `The log does not serve ${tilePath(tile)}, with entries ${first} to ${last}.`);
    const wrong = served.equals(bytes) ? -1 : firstDifference(served, bytes);
    if (wrong < 0) this.verified += 1;
    else {
      const at = tile.level === 'entries' ? first + entryAt(bytes, wrong) : first + Math.floor(wrong / 32) * TILE_WIDTH ** tile.level;
      this.note(Math.min(at, last), `${tilePath(tile)} is not what its entries make: it differs for entry ${Math.min(at, last)}.`);
    }
  }

  private note(entry: number, sentence: string): void {
    if (this.wrong?.index === undefined || entry < this.wrong.index) this.wrong = new Finding('tile', sentence, entry);
  }

  /** A full tile stands for the partial ones before it, which a log need not keep. */
  private async served(tile: Tile, length: number): Promise<Buffer | undefined> {
    const served = await this.source.bytes(`/log/${tilePath(tile)}`);
    if (served !== undefined || tile.width === TILE_WIDTH) return served;
    return (await this.source.bytes(`/log/${tilePath({ ...tile, width: TILE_WIDTH })}`))?.subarray(0, length);
  }
}

function entriesOf({ level, index, width }: Tile): [first: number, last: number] {
  const each = TILE_WIDTH ** (level === 'entries' ? 0 : level);
  return [index * TILE_WIDTH * each, (index * TILE_WIDTH + width) * each - 1];
}

function firstDifference(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) if (a[at] !== b[at]) return at;
  return shorter;
}

/** Which entry of a bundle the byte at an offset belongs to; each comes after its 16-bit length. */
function entryAt(bundle: Uint8Array, offset: number): number {
  let entry = 0;
  for (let at = 0; at < bundle.length; entry++) {
    at += 2 + bundle[at]! * 256 + bundle[at + 1]!;
    if (offset < at) return entry;
  }
  return entry;
}
