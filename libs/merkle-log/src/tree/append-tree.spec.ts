import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AppendTree, merkleRoot } from './append-tree';
import { leafHash, nodeHash } from './hash';
import { CT_EMPTY_ROOT, CT_LEAVES, CT_ROOTS, NodeStore, sha256 } from '../../test/vectors.fixture';

/** The Merkle Tree Hash as RFC 9162 section 2.1.1 defines it, recursively. */
function definedRoot(leaves: Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (!only) return sha256(new Uint8Array());
  if (leaves.length === 1) return leafHash(sha256, only);
  let k = 1;
  while (2 * k < leaves.length) k *= 2;
  return nodeHash(sha256, definedRoot(leaves.slice(0, k)), definedRoot(leaves.slice(k)));
}

const anyLeaves = fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 70 });

describe('AppendTree', () => {
  it('has the published root of the Certificate Transparency tree at every size', () => {
    const tree = new AppendTree(sha256);
    expect(tree.root()).toEqual(Buffer.from(CT_EMPTY_ROOT));
    CT_LEAVES.forEach((leaf, index) => {
      tree.append(leafHash(sha256, leaf));
      expect(tree.size).toBe(index + 1);
      expect(tree.root()).toEqual(Buffer.from(CT_ROOTS[index]!));
    });
  });

  it('has the root that the RFC defines, for any leaves', () => {
    fc.assert(fc.property(anyLeaves, (leaves) => expect(merkleRoot(sha256, leaves)).toEqual(definedRoot(leaves))));
  });

  it('returns every complete subtree once, at the leaf that completes it', () => {
    fc.assert(
      fc.property(anyLeaves, (leaves) => {
        const tree = new AppendTree(sha256);
        const seen = new Set<string>();
        leaves.forEach((leaf, at) => {
          for (const { level, index, hash } of tree.append(leafHash(sha256, leaf))) {
            expect((index + 1) * 2 ** level).toBe(at + 1);
            expect(hash).toEqual(definedRoot(leaves.slice(index * 2 ** level, at + 1)));
            seen.add(`${level}/${index}`);
          }
        });
        const complete = leaves.length && [...Array(10).keys()].reduce((sum, level) => sum + Math.floor(leaves.length / 2 ** level), 0);
        expect(seen.size).toBe(complete);
      }),
    );
  });

  it('goes on from a stored tree as if it had never stopped', async () => {
    await fc.assert(
      fc.asyncProperty(anyLeaves, fc.nat(70), async (leaves, stop) => {
        const before = new AppendTree(sha256);
        const store = new NodeStore();
        for (const leaf of leaves.slice(0, stop)) store.keep(before.append(leafHash(sha256, leaf)));
        const after = await AppendTree.resume(sha256, before.size, store.read);
        expect(after.root()).toEqual(before.root());
        for (const leaf of leaves.slice(stop)) after.append(leafHash(sha256, leaf));
        expect(after.root()).toEqual(definedRoot(leaves));
      }),
    );
  });

  it('takes up a tree near the greatest size with one read a complete subtree', async () => {
    const store = new NodeStore();
    const size = Number.MAX_SAFE_INTEGER - 1;
    const asked: string[] = [];
    const tree = await AppendTree.resume(sha256, size, (level, index) => {
      asked.push(`${level}/${index}`);
      return new Uint8Array(32);
    });
    expect(asked).toHaveLength(52);
    expect(asked.slice(0, 2)).toEqual(['52/0', '51/2']);
    store.keep(tree.append(new Uint8Array(32)));
    expect(tree.size).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => tree.append(new Uint8Array(32))).toThrow('full');
  });

  it.each([-1, 0.5, NaN, 2 ** 53, '3'])('refuses to resume at size %p', async (size) => {
    await expect(AppendTree.resume(sha256, size as number, () => new Uint8Array(32))).rejects.toThrow(RangeError);
  });

  it('refuses a leaf or a stored node that is no hash, and stays as it was', async () => {
    const tree = new AppendTree(sha256);
    expect(() => tree.append(new Uint8Array(31))).toThrow(RangeError);
    expect(tree.size).toBe(0);
    await expect(AppendTree.resume(sha256, 3, () => new Uint8Array(20))).rejects.toThrow('level 1, index 0');
  });
});
