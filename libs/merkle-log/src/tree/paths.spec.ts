import { describe, expect, it } from '@jest/globals';
import { AppendTree } from './append-tree';
import { leafHash } from './hash';
import { consistencyPath, inclusionPath } from './paths';
import { CT_CONSISTENCY, CT_INCLUSION, CT_LEAVES, CT_ROOTS, NodeStore, sha256 } from '../../test/vectors.fixture';
import { verifyConsistency, verifyInclusion } from './verify';

function stored(leaves: Uint8Array[]): NodeStore {
  const store = new NodeStore();
  const tree = new AppendTree(sha256);
  for (const leaf of leaves) store.keep(tree.append(leafHash(sha256, leaf)));
  return store;
}
const bytes = (hashes: Uint8Array[]) => hashes.map((hash) => [...hash]);

describe('paths of the Certificate Transparency tree', () => {
  const { read } = stored(CT_LEAVES);

  it.each(CT_INCLUSION)('leaf $index of $size: made and verified', async ({ index, size, path }) => {
    expect(bytes(await inclusionPath(sha256, index, size, read))).toEqual(bytes(path));
    const proof = { leafHash: leafHash(sha256, CT_LEAVES[index]!), index, size, path, root: CT_ROOTS[size - 1]! };
    expect(await verifyInclusion(proof, sha256)).toBe(true);
  });

  it.each(CT_CONSISTENCY)('from $from to $to: made and verified', async ({ from, to, path }) => {
    expect(bytes(await consistencyPath(sha256, from, to, read))).toEqual(bytes(path));
    expect(await verifyConsistency({ from, fromRoot: CT_ROOTS[from - 1]!, to, toRoot: CT_ROOTS[to - 1]!, path }, sha256)).toBe(true);
  });
});

describe('paths of the seven-leaf example in RFC 9162 section 2.1.5', () => {
  const leaves = [...Array(7).keys()].map((byte) => Uint8Array.of(byte));
  const { read } = stored(leaves);
  // The names of the RFC's drawing, by the leaves below each node.
  const drawn: Record<string, [level: number, index: number]> = {
    a: [0, 0], b: [0, 1], c: [0, 2], d: [0, 3], e: [0, 4], f: [0, 5], j: [0, 6], g: [1, 0], h: [1, 1], i: [1, 2], k: [2, 0],
  };
  const nodeNamed = async (name: string) =>
    name === 'l' ? (await inclusionPath(sha256, 0, 7, read))[2]! : read(...drawn[name]!);
  const named = (names: string) => Promise.all([...names].map(nodeNamed));

  it.each([[0, 'bhl'], [3, 'cgl'], [4, 'fjk'], [6, 'ik']])('inclusion of d%i is %s', async (index, names) => {
    expect(await inclusionPath(sha256, index, 7, read)).toEqual(await named(names));
  });

  it.each([[3, 'cdgl'], [4, 'l'], [6, 'ijk']])('consistency from %i leaves is %s', async (from, names) => {
    expect(await consistencyPath(sha256, from, 7, read)).toEqual(await named(names));
  });
});

describe('paths from a store', () => {
  it('reads a logarithmic number of nodes, all asked for in one tick', async () => {
    const store = stored([...Array(1000).keys()].map((n) => Uint8Array.of(n >> 8, n & 255)));
    const path = inclusionPath(sha256, 3, 1000, store.read);
    const readInOneTick = store.reads;
    await path;
    expect(store.reads).toBe(readInOneTick);
    expect(readInOneTick).toBeLessThanOrEqual(20);
  });

  const outside = [[0, 0], [5, 5], [-1, 3], [0.5, 3], [NaN, 3], [1, Infinity], [0, 2 ** 53]] as const;
  it.each(outside)('has no inclusion path of %p in %p', async (index, size) => {
    await expect(inclusionPath(sha256, index, size, () => new Uint8Array(32))).rejects.toThrow(RangeError);
  });

  it.each([[4, 3], [-1, 3], [0.5, 3], [1, NaN]])('has no consistency path from %p to %p', async (from, to) => {
    await expect(consistencyPath(sha256, from, to, () => new Uint8Array(32))).rejects.toThrow(RangeError);
  });

  it('names the node that the store has lost', async () => {
    await expect(inclusionPath(sha256, 0, 4, () => undefined as unknown as Uint8Array)).rejects.toThrow('level 1, index 1');
  });
});
