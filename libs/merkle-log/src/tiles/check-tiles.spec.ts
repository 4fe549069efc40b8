import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leafHash } from '../tree/hash';
import { checkTiles, type ReadTileFile } from './check-tiles';
import { parseTilePath, tilePath, tilesOf } from './tile';
import { BundleWriter, TileWriter } from './tile-writer';
import { webCrypto } from '../web-crypto';
import { sha256 } from '../../test/vectors.fixture';

/** The files of every size at which the log was written. */
const files = new Map<string, Uint8Array>();
const roots = new Map<number, Uint8Array>();
const sizes = [0, 1, 255, 256, 300, 513, 1_300, 66_000];
const leafOf = (n: number) => Buffer.from(`leaf ${n}`);

beforeAll(() => {
  const tiles = TileWriter.empty(sha256);
  const bundles = BundleWriter.empty();
  for (const size of sizes) {
    while (tiles.size < size) {
      bundles.append(leafOf(tiles.size));
      tiles.append(leafHash(sha256, leafOf(tiles.size)));
    }
    for (const { path, bytes } of [...bundles.takeBundles(), ...tiles.takeTiles()]) files.set(path, bytes);
    roots.set(size, tiles.root());
  }
}, 60_000);

const stored: ReadTileFile = (tile) => files.get(tilePath(tile));
const withFile =
  (path: string, bytes: Uint8Array | undefined): ReadTileFile =>
  (tile) =>
    tilePath(tile) === path ? bytes : stored(tile);
const growth = (from: number, to: number) => ({ from, to, root: roots.get(to)! });

describe('checkTiles', () => {
  it('finds nothing wrong in what the writers wrote, from any size to any later one', async () => {
    for (const to of sizes) {
      for (const from of sizes.filter((size) => size <= to && to - size < 2_000))
        expect(await checkTiles(sha256, growth(from, to), stored)).toBeUndefined();
    }
    expect(await checkTiles(sha256, growth(0, 66_000), stored)).toBeUndefined();
    expect(await checkTiles(webCrypto.sha256, growth(0, 1_300), stored)).toBeUndefined();
  }, 60_000);

  it('finds any changed bit of any file, and names an entry by its index', async () => {
    const paths = [...tilesOf(1_300)].map(tilePath);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.nat(), async (path, bit) => {
        const bytes = Uint8Array.from(files.get(path)!);
        const at = (bit >> 3) % bytes.length;
        bytes[at]! ^= 1 << (bit & 7);
        const fault = (await checkTiles(sha256, growth(0, 1_300), withFile(path, bytes)))!;
        const { level, index } = parseTilePath(path)!;
        expect(fault).toBeDefined();
        if (level === 'entries' || level === 0) expect(Math.floor(fault.index / 256)).toBe(index);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('names the entry that was altered, the first of two that were swapped, and the file that is missing or cut', async () => {
    const check = (path: string, bytes: Uint8Array | undefined) => checkTiles(sha256, growth(0, 1_300), withFile(path, bytes));
    const rewritten = (leaf: (n: number) => number) => {
      const bundles = BundleWriter.empty();
      for (let n = 0; n < 512; n++) bundles.append(leafOf(leaf(n)));
      return bundles.takeBundles()[1]!.bytes;
    };
    expect(
      await check(
        'tile/entries/001',
        rewritten((n) => (n === 300 ? 999 : n)),
      ),
    ).toEqual({ path: 'tile/entries/001', reason: 'differs', index: 300 });
    expect(
      await check(
        'tile/entries/001',
        rewritten((n) => (n === 300 ? 301 : n === 301 ? 300 : n)),
      ),
    ).toMatchObject({ index: 300 });
    expect(await check('tile/entries/005.p/20', undefined)).toEqual({ path: 'tile/entries/005.p/20', reason: 'missing', index: 1_280 });
    expect(await check('tile/0/002', files.get('tile/0/002')!.subarray(32))).toEqual({
      path: 'tile/0/002',
      reason: 'malformed',
      index: 512,
    });
    expect(await check('tile/1/000.p/5', files.get('tile/1/000.p/5')!.toReversed())).toEqual({
      path: 'tile/0/000',
      reason: 'differs',
      index: 0,
    });
  });

  it('finds files that fit together and are not those of the root', async () => {
    const wrong = { from: 0, to: 300, root: roots.get(256)! };
    expect(await checkTiles(sha256, wrong, stored)).toEqual({ path: 'checkpoint', reason: 'differs', index: 0 });
  });

  it('reads only what a growth has changed', async () => {
    const asked = new Set<string>();
    const noting: ReadTileFile = (tile) => (asked.add(tilePath(tile)), stored(tile));
    await checkTiles(sha256, growth(513, 1_300), noting);
    expect([...asked].filter((path) => /00[01]$/.test(path))).toEqual([]);
    expect(asked.size).toBe(2 * 4 + 1);
  });

  it('passes on that a file could not be read, which says nothing about the log', async () => {
    const broken: ReadTileFile = () => Promise.reject(new Error('the disk is gone'));
    await expect(checkTiles(sha256, growth(0, 300), broken)).rejects.toThrow('the disk is gone');
    await expect(checkTiles(sha256, growth(2, 1), stored)).rejects.toThrow(RangeError);
  });
});
