import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AppendTree } from '../tree/append-tree';
import { leafHash } from '../tree/hash';
import { consistencyPath, inclusionPath, treeRoot } from '../tree/paths';
import { verifyConsistency, verifyInclusion } from '../tree/verify';
import { webCrypto } from '../web-crypto';
import { parseEntryBundle } from './tile-data';
import { tileNodes, type ReadTile } from './tile-nodes';
import { BundleWriter, TileWriter, type TileFile } from './tile-writer';
import { changedTiles, tilePath } from './tile';
import { CT_LEAVES, CT_ROOTS, NodeStore, sha256 } from '../../test/vectors.fixture';

/** Large enough for a third level of tiles. */
const MAX = 66_000;
const leafOf = (n: number) => new TextEncoder().encode(`leaf ${n}`);
const hashOf = (n: number) => leafHash(sha256, leafOf(n));

/** The files of a tiled log, as a disk has them. */
class Files {
  readonly byPath = new Map<string, Uint8Array>();
  readonly read: ReadTile = (level, index, width) => this.at(tilePath({ level, index, width }));
  readonly readBundle = (index: number, width: number) => this.at(tilePath({ level: 'entries', index, width }));

  keep(files: TileFile[]): string[] {
    for (const { path, bytes } of files) this.byPath.set(path, bytes);
    return files.map(({ path }) => path);
  }

  at(path: string): Uint8Array {
    const bytes = this.byPath.get(path);
    if (!bytes) throw new Error(`${path} was not written`);
    return bytes;
  }
}

const store = new NodeStore();
const roots = new Map<number, Uint8Array>();
const files = new Files();
/** The sizes at which the log of these tests was written; only their partial tiles exist. */
const sizes = [1, 2, 7, 8, 255, 256, 257, 511, 512, 1_000, 4_097, 65_535, 65_536, 65_537, MAX];

beforeAll(() => {
  const tree = new AppendTree(sha256);
  const tiles = TileWriter.empty(sha256);
  const bundles = BundleWriter.empty();
  for (let n = 0; n < MAX; n++) {
    store.keep(tree.append(hashOf(n)));
    tiles.append(hashOf(n));
    bundles.append(leafOf(n));
    if (!sizes.includes(n + 1)) continue;
    roots.set(n + 1, tree.root());
    files.keep([...bundles.takeBundles(), ...tiles.takeTiles()]);
  }
}, 60_000);

const written = fc.constantFrom(...sizes);

describe('proofs from tiles', () => {
  it('have the published roots of the Certificate Transparency tree', async () => {
    const small = new Files();
    const writer = TileWriter.empty(sha256);
    for (const [at, leaf] of CT_LEAVES.entries()) {
      writer.append(leafHash(sha256, leaf));
      small.keep(writer.takeTiles());
      expect(Buffer.from(await treeRoot(sha256, at + 1, tileNodes(sha256, at + 1, small.read)))).toEqual(Buffer.from(CT_ROOTS[at]!));
    }
  });

  it.each(sizes)('have the root of the tree of %p leaves', async (size) => {
    expect(await treeRoot(sha256, size, tileNodes(sha256, size, files.read))).toEqual(roots.get(size));
  });

  it('equal those from the tree, and verify, with a synchronous hash and with WebCrypto', async () => {
    await fc.assert(
      fc.asyncProperty(written, fc.nat(), async (size, any) => {
        const index = any % size;
        const path = await inclusionPath(sha256, index, size, tileNodes(webCrypto.sha256, size, files.read));
        expect(path.map(Buffer.from)).toEqual((await inclusionPath(sha256, index, size, store.read)).map(Buffer.from));
        expect(await verifyInclusion({ leafHash: hashOf(index), index, size, path, root: roots.get(size)! }, sha256)).toBe(true);
      }),
    );
  });

  it('of consistency, too', async () => {
    await fc.assert(
      fc.asyncProperty(written, written, async (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const path = await consistencyPath(sha256, from, to, tileNodes(sha256, to, files.read));
        expect(path).toEqual(await consistencyPath(sha256, from, to, store.read));
        expect(await verifyConsistency({ from, fromRoot: roots.get(from)!, to, toRoot: roots.get(to)!, path }, sha256)).toBe(true);
      }),
    );
  });

  it('fail on any changed bit of any tile that they are made of', async () => {
    await fc.assert(
      fc.asyncProperty(written, fc.nat(), fc.nat(), async (size, any, bit) => {
        const index = any % size;
        const asked: string[] = [];
        const noting: ReadTile = (level, at, width) => (asked.push(tilePath({ level, index: at, width })), files.read(level, at, width));
        await treeRoot(sha256, size, tileNodes(sha256, size, noting));
        const spoilt = asked[any % asked.length]!;
        const changing: ReadTile = (level, at, width) => {
          const bytes = Uint8Array.from(files.at(tilePath({ level, index: at, width })));
          if (tilePath({ level, index: at, width }) === spoilt) bytes[(bit >> 3) % bytes.length]! ^= 1 << (bit & 7);
          return bytes;
        };
        expect(await treeRoot(sha256, size, tileNodes(sha256, size, changing))).not.toEqual(roots.get(size));
        const path = await inclusionPath(sha256, index, size, tileNodes(sha256, size, files.read));
        const wrong = path.map((hash, at) => (at === bit % path.length ? hash.map((byte, n) => (n === 0 ? byte ^ 1 : byte)) : hash));
        const proof = { leafHash: hashOf(index), index, size, path: wrong, root: roots.get(size)! };
        if (path.length > 0) expect(await verifyInclusion(proof, sha256)).toBe(false);
      }),
    );
  });

  it('ask only for tiles that the tree of that size has, and for each of them once', async () => {
    const asked: string[] = [];
    const read: ReadTile = (level, index, width) => (asked.push(tilePath({ level, index, width })), files.read(level, index, width));
    const nodes = tileNodes(sha256, MAX, read);
    await Promise.all([inclusionPath(sha256, 65_999, MAX, nodes), inclusionPath(sha256, 65_998, MAX, nodes), treeRoot(sha256, MAX, nodes)]);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.sort()).toEqual(['tile/0/257.p/208', 'tile/1/001.p/1', 'tile/2/000.p/1']);
  });

  it('name a tile that is cut or missing, and try it again', async () => {
    let broken = true;
    const nodes = tileNodes(sha256, 257, (level, index, width) => {
      return files.at(tilePath({ level, index, width })).subarray(broken ? 1 : 0);
    });
    await expect(inclusionPath(sha256, 3, 256, nodes)).rejects.toThrow('Tile 0 on level 0 has not 256 hashes');
    broken = false;
    await expect(inclusionPath(sha256, 3, 257, nodes)).resolves.toHaveLength(9);
    await expect(inclusionPath(sha256, 300, 512, nodes)).rejects.toThrow(RangeError);
  });
});

describe('the writers', () => {
  it('give out the tiles that a grown tree needs again, and go on from what is stored', async () => {
    const steps = fc.array(fc.oneof(fc.nat(40), fc.integer({ min: 200, max: 600 })), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (growth, stops) => {
        const own = new Files();
        let tiles = TileWriter.empty(sha256);
        let bundles = BundleWriter.empty();
        for (const by of growth) {
          const from = tiles.size;
          for (let n = from; n < from + by; n++) {
            tiles.append(hashOf(n));
            bundles.append(leafOf(n));
          }
          const paths = own.keep([...bundles.takeBundles(), ...tiles.takeTiles()]);
          expect(paths.sort()).toEqual([...changedTiles(from, from + by)].map(tilePath).sort());
          expect([tiles.takeTiles(), bundles.takeBundles()]).toEqual([[], []]);
          if (!stops) continue;
          const root = tiles.root();
          tiles = await TileWriter.resume(sha256, from + by, own.read);
          bundles = await BundleWriter.resume(from + by, own.readBundle);
          expect(tiles.root()).toEqual(root);
          expect([tiles.size, bundles.size]).toEqual([from + by, from + by]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('write bundles whose entries hash to the level 0 tiles', () => {
    for (const [path, bytes] of files.byPath) {
      const [, place, width = '256'] = /^tile\/entries\/(.+?)(?:\.p\/(\d+))?$/.exec(path) ?? [];
      if (place === undefined) continue;
      const hashes = parseEntryBundle(bytes, Number(width))!.map((leaf) => leafHash(sha256, leaf));
      expect(Buffer.concat(hashes).equals(files.at(path.replace('entries', '0')))).toBe(true);
    }
  });

  it('refuse to go on from tiles of another length', async () => {
    await expect(TileWriter.resume(sha256, 257, () => new Uint8Array(31))).rejects.toThrow(RangeError);
    await expect(BundleWriter.resume(257, () => Uint8Array.of(0, 2, 1))).rejects.toThrow('Entry bundle 1 has not 1 entries');
  });

  it('refuse what is no leaf, and stay as they were', () => {
    const tiles = TileWriter.empty(sha256);
    const bundles = BundleWriter.empty();
    expect(() => tiles.append(new Uint8Array(31))).toThrow(RangeError);
    expect(() => bundles.append(new Uint8Array(65_536))).toThrow(RangeError);
    expect([tiles.size, bundles.size, tiles.takeTiles(), bundles.takeBundles()]).toEqual([0, 0, [], []]);
  });
});
