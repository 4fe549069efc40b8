import { isCount } from '../tree/hash';

/** Hashes in a full tile, and entries in a full bundle (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;

/** Levels of the tree that one level of tiles spans: 2^8 = 256. */
export const TILE_HEIGHT = 8;

/** Which file of a tiled log (C2SP tlog-tiles). */
export interface Tile {
  /** 0 to 63, where 0 holds the hashes of leaves; or `entries` for a bundle of the leaves themselves. */
  level: number | 'entries';
  /** Place among the tiles of its level, from 0. */
  index: number;
  /** Hashes or entries in it: 1 to 255 in a partial tile, 256 in a full one. */
  width: number;
}

const MAX_LEVEL = 63;
const PATH = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/**
 * Where a tile is served below the log's address: `tile/<level>/<index>[.p/<width>]`, index 1234067 as `x001/x234/067`.
 * @throws RangeError for what is no tile
 */
export function tilePath({ level, index, width }: Tile): string {
  if (level !== 'entries' && !(isCount(level) && level <= MAX_LEVEL)) throw new RangeError(`No tile has level ${level}`);
  if (!isCount(index)) throw new RangeError(`No tile has index ${index}`);
  if (!isCount(width) || width < 1 || width > TILE_WIDTH) throw new RangeError(`No tile has width ${width}`);
  return `tile/${level}/${indexPath(index)}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** Reads a path back, strictly: a tile has one path. @returns undefined for every other text */
export function parseTilePath(path: string): Tile | undefined {
  const [, level, groups, partial] = PATH.exec(path) ?? [];
  if (level === undefined || groups === undefined) return undefined;
  const index = Number(groups.replace(/[x/]/g, ''));
  const width = partial === undefined ? TILE_WIDTH : Number(partial);
  if (!isCount(index) || Number(level) > MAX_LEVEL || width > TILE_WIDTH) return undefined;
  const tile: Tile = { level: level === 'entries' ? level : Number(level), index, width };
  return tilePath(tile) === path ? tile : undefined;
}

/** How many of the hashes (or entries) of a tile a tree of this size has: 0 where it has no such tile. */
export function tileWidth(level: Tile['level'], index: number, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** heightOf(level));
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH));
}

/** Every file of the tree of this size: bundles of entries first, then hash tiles from level 0 upwards. */
export const tilesOf = (size: number): Generator<Tile> => changedTiles(0, size);

/**
 * The files that a tree of `to` leaves has and a tree of `from` leaves has not: what a log writes before it signs the size `to`.
 * @throws RangeError unless 0 <= from <= to, both whole numbers
 */
export function* changedTiles(from: number, to: number): Generator<Tile> {
  if (!isCount(from) || !isCount(to) || from > to) throw new RangeError(`A log cannot grow from ${from} to ${to} leaves`);
  yield* changedOn('entries', from, to);
  for (let level = 0; TILE_WIDTH ** level <= to; level++) yield* changedOn(level, from, to);
}

function* changedOn(level: Tile['level'], from: number, to: number): Generator<Tile> {
  const span = TILE_WIDTH ** heightOf(level);
  const before = Math.floor(from / span);
  const after = Math.floor(to / span);
  if (before === after) return;
  for (let index = Math.floor(before / TILE_WIDTH); index * TILE_WIDTH < after; index++) {
    yield { level, index, width: tileWidth(level, index, to) };
  }
}

const heightOf = (level: Tile['level']): number => (level === 'entries' ? 0 : level);

function indexPath(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
}
