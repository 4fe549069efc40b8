import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changedTiles, parseTilePath, tilePath, tilesOf, tileWidth, type Tile } from './tile';

const anyTile: fc.Arbitrary<Tile> = fc.record({
  level: fc.oneof(fc.nat(63), fc.constant('entries' as const)),
  index: fc.oneof(fc.nat(2_000), fc.maxSafeNat()),
  width: fc.integer({ min: 1, max: 256 }),
});

describe('the path of a tile', () => {
  it('is the one of C2SP tlog-tiles for its example, index 1234067', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 'entries', index: 1_234_067, width: 7 })).toBe('tile/entries/x001/x234/067.p/7');
    expect(tilePath({ level: 63, index: 0, width: 1 })).toBe('tile/63/000.p/1');
    expect(tilePath({ level: 0, index: 1_000, width: 256 })).toBe('tile/0/x001/000');
  });

  it('is read back, for any tile', () => {
    fc.assert(fc.property(anyTile, (tile) => expect(parseTilePath(tilePath(tile))).toEqual(tile)));
  });

  it.each([
    'tile/0/1',
    'tile/0/0001',
    'tile/0/x000/001',
    'tile/0/001/',
    'tile/0/x001',
    'tile/0/001/002',
    'tile/0/x1/001',
    'tile/0/X001/002',
    'tile/00/000',
    'tile/01/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/data/000',
    'tile//000',
    '/tile/0/000',
    'tile/0/000/../001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    'tile/0/000.p/1/',
    'tile/0/000.p/257',
    'tile/0/000\n',
    'tile/0/x009/x007/x199/x254/x740/992',
    'tile/8/0/000',
    'TILE/0/000',
    'tile/0/٠٠٠',
    'tile/0/000.p',
    '',
  ])('is refused where it is %p', (path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });

  it('is refused for what is no tile', () => {
    const tile = { level: 0, index: 0, width: 256 };
    for (const wrong of [{ level: 64 }, { level: -1 }, { index: -1 }, { index: 0.5 }, { index: 2 ** 53 }, { width: 0 }, { width: 257 }]) {
      expect(() => tilePath({ ...tile, ...wrong })).toThrow(RangeError);
    }
  });
});

describe('the tiles of a tree', () => {
  const counted = (size: number) => {
    const found: Record<string, number> = {};
    for (const { level, width } of tilesOf(size)) {
      const kind = `${level}:${width}`;
      found[kind] = (found[kind] ?? 0) + 1;
    }
    return found;
  };

  it('are those of the two examples of C2SP tlog-tiles', () => {
    expect(counted(70_000)).toEqual({ 'entries:256': 273, 'entries:112': 1, '0:256': 273, '0:112': 1, '1:256': 1, '1:17': 1, '2:1': 1 });
    expect(counted(256)).toEqual({ 'entries:256': 1, '0:256': 1, '1:1': 1 });
    expect(counted(0)).toEqual({});
  });

  const wanted = (size: number) => new Set([...tilesOf(size)].map(tilePath));
  const growth = fc.tuple(fc.nat(70_000), fc.nat(3_000)).map(([from, by]) => [from, from + by] as const);

  it('that a growing tree needs again are those of the new size that the old size had not', () => {
    fc.assert(
      fc.property(growth, ([from, to]) => {
        const before = wanted(from);
        const missing = [...wanted(to)].filter((path) => !before.has(path));
        expect([...changedTiles(from, to)].map(tilePath)).toEqual(missing);
      }),
      { numRuns: 30 },
    );
  });

  it('have the width that the document defines', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.nat(6), (size, level) => {
        const hashes = Math.floor(size / 256 ** level);
        expect(tileWidth(level, Math.floor(hashes / 256), size)).toBe(hashes % 256);
        if (hashes >= 256) expect(tileWidth(level, 0, size)).toBe(256);
        expect(tileWidth(level, Math.floor(hashes / 256) + 1, size)).toBe(0);
      }),
    );
  });

  it.each([
    [-1, 2],
    [3, 2],
    [0, 2 ** 53],
    [0.5, 2],
  ])('do not grow from %p to %p', (from, to) => {
    expect(() => [...changedTiles(from, to)]).toThrow(RangeError);
  });
});
