import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AppendTree } from './append-tree';
import { leafHash, nodeHash } from './hash';
import { consistencyPath, inclusionPath } from './paths';
import { CT_EMPTY_ROOT, CT_ROOTS, NodeStore, sha256 } from '../../test/vectors.fixture';
import { verifyConsistency, verifyInclusion, type ConsistencyProof, type InclusionProof } from './verify';
import { webCrypto } from '../web-crypto';

const MAX = 80;
const store = new NodeStore();
const roots: Uint8Array[] = [];
const leaves: Uint8Array[] = [];
const tree = new AppendTree(sha256);
roots.push(tree.root());
for (let n = 0; n < MAX; n++) {
  leaves.push(leafHash(sha256, Uint8Array.of(n)));
  store.keep(tree.append(leaves[n]!));
  roots.push(tree.root());
}

async function inclusionOf(index: number, size: number): Promise<InclusionProof> {
  return { leafHash: leaves[index]!, index, size, path: await inclusionPath(sha256, index, size, store.read), root: roots[size]! };
}
async function consistencyOf(from: number, to: number): Promise<ConsistencyProof> {
  return { from, fromRoot: roots[from]!, to, toRoot: roots[to]!, path: await consistencyPath(sha256, from, to, store.read) };
}

const size = fc.integer({ min: 1, max: MAX });
const place = size.chain((n) => fc.record({ index: fc.nat(n - 1), size: fc.constant(n) }));
const growth = size.chain((n) => fc.record({ from: fc.nat(n), to: fc.constant(n) }));

const split = (n: number) => {
  let k = 1;
  while (2 * k < n) k *= 2;
  return k;
};

/** The verdict by the RFC's recursive definition of PATH, which the verifier under test does not use. */
function definitionAcceptsInclusion(proof: InclusionProof): boolean {
  if (!(proof.index >= 0 && proof.index < proof.size)) return false;
  const path = [...proof.path];
  let missing = false;
  const rootOf = (index: number, n: number): Uint8Array => {
    if (n === 1) return proof.leafHash;
    const sibling = path.pop();
    if (!sibling) missing = true;
    if (!sibling) return proof.leafHash;
    const k = split(n);
    return index < k ? nodeHash(sha256, rootOf(index, k), sibling) : nodeHash(sha256, sibling, rootOf(index - k, n - k));
  };
  const root = rootOf(proof.index, proof.size);
  return !missing && path.length === 0 && Buffer.compare(root, proof.root) === 0;
}

/** The same for PROOF and SUBPROOF, for 0 < from < to. */
function definitionAcceptsConsistency(proof: ConsistencyProof): boolean {
  const path = [...proof.path];
  let missing = false;
  const next = (): Uint8Array => {
    const hash = path.pop();
    if (!hash) missing = true;
    return hash ?? new Uint8Array(32);
  };
  const rootsOf = (m: number, n: number, isOldTree: boolean): [Uint8Array, Uint8Array] => {
    if (m === n) {
      const whole = isOldTree ? proof.fromRoot : next();
      return [whole, whole];
    }
    const sibling = next();
    const k = split(n);
    if (m <= k) {
      const [old, grown] = rootsOf(m, k, isOldTree);
      return [old, nodeHash(sha256, grown, sibling)];
    }
    const [old, grown] = rootsOf(m - k, n - k, false);
    return [nodeHash(sha256, sibling, old), nodeHash(sha256, sibling, grown)];
  };
  const [old, grown] = rootsOf(proof.from, proof.to, true);
  return !missing && path.length === 0 && Buffer.compare(old, proof.fromRoot) === 0 && Buffer.compare(grown, proof.toRoot) === 0;
}

const flipped = (hash: Uint8Array, bit: number) => hash.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
/** Every hash of a proof with one bit changed, and its path cut, lengthened and swapped. */
function spoilt<P extends { path: Uint8Array[] }>(proof: P, hashes: (keyof P)[], bit: number): P[] {
  const { path } = proof;
  const paths = [
    ...path.map((hash, at) => path.with(at, flipped(hash, bit))),
    ...path.map((_, at) => path.toSpliced(at, 1)),
    [...path, CT_ROOTS[0]!],
    [CT_ROOTS[0]!, ...path],
  ];
  if (path.length > 1) paths.push(path.toReversed());
  const changed = hashes.map((field) => ({ ...proof, [field]: flipped(proof[field] as Uint8Array, bit) }));
  return [...changed, ...paths.map((wrong) => ({ ...proof, path: wrong }))];
}
const bit = fc.nat(255);

const SMALL = 9;
const pairs = (first: number, second: number): [number, number][] =>
  [...Array(first + 1).keys()].flatMap((a) => [...Array(second + 1).keys()].map((b): [number, number] => [a, b]));

describe('verifyInclusion', () => {
  it('accepts every path of every tree, with a synchronous hash and with WebCrypto', async () => {
    await fc.assert(
      fc.asyncProperty(place, async ({ index, size: n }) => {
        const proof = await inclusionOf(index, n);
        expect(await verifyInclusion(proof, sha256)).toBe(true);
        expect(await verifyInclusion(proof, webCrypto.sha256)).toBe(true);
      }),
    );
  });

  it('refuses any changed bit, and any path that is cut, lengthened or reordered', async () => {
    await fc.assert(
      fc.asyncProperty(place, bit, async ({ index, size: n }, at) => {
        for (const wrong of spoilt(await inclusionOf(index, n), ['leafHash', 'root'], at)) {
          expect(await verifyInclusion(wrong, sha256)).toBe(false);
        }
      }),
    );
  });

  it('refuses any other index', async () => {
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: -2, max: 2 * MAX }), async ({ index, size: n }, other) => {
        fc.pre(other !== index);
        expect(await verifyInclusion({ ...(await inclusionOf(index, n)), index: other }, sha256)).toBe(false);
      }),
    );
  });

  it('judges every other index and size as the definition does', async () => {
    for (let n = 1; n <= SMALL; n++) {
      for (let index = 0; index < n; index++) {
        const proof = await inclusionOf(index, n);
        for (const [otherIndex, otherSize] of pairs(SMALL, 2 * SMALL)) {
          const other = { ...proof, index: otherIndex, size: otherSize };
          if ((await verifyInclusion(other, sha256)) !== definitionAcceptsInclusion(other)) throw new Error(JSON.stringify(other));
        }
      }
    }
    await fc.assert(
      fc.asyncProperty(place, fc.nat(MAX), fc.nat(2 * MAX), async ({ index, size: n }, otherIndex, otherSize) => {
        const other = { ...(await inclusionOf(index, n)), index: otherIndex, size: otherSize };
        expect(await verifyInclusion(other, sha256)).toBe(definitionAcceptsInclusion(other));
      }),
    );
  });

  it('refuses the root of another size', async () => {
    await fc.assert(
      fc.asyncProperty(place, size, async ({ index, size: n }, other) => {
        fc.pre(other !== n);
        expect(await verifyInclusion({ ...(await inclusionOf(index, n)), size: other, root: roots[other]! }, sha256)).toBe(false);
      }),
    );
  });

  it('tells leaves of a tree beyond 32 bits apart', async () => {
    const read = () => leaves[1]!;
    const [index, n] = [2 ** 40 + 5, 2 ** 52 + 9];
    const path = await inclusionPath(sha256, index, n, read);
    const root = path.reduce(
      ([hash, at], sibling): [Uint8Array, number] => [
        at % 2 ? nodeHash(sha256, sibling, hash) : nodeHash(sha256, hash, sibling),
        Math.floor(at / 2),
      ],
      [leaves[0]!, index] as [Uint8Array, number],
    )[0];
    expect(await verifyInclusion({ leafHash: leaves[0]!, index, size: n, path, root }, sha256)).toBe(true);
    expect(await verifyInclusion({ leafHash: leaves[0]!, index: 5, size: n, path, root }, sha256)).toBe(false);
  });

  it('refuses what is no proof', async () => {
    const proof = await inclusionOf(3, 7);
    const wrong: unknown[] = [
      null, undefined, 'proof', {}, { ...proof, index: '3' }, { ...proof, size: 7.5 }, { ...proof, size: NaN }, { ...proof, size: 2 ** 53 },
      { ...proof, path: null }, { ...proof, path: 'abc' }, { ...proof, path: [...proof.path, null] },
      { ...proof, path: [new Uint8Array()] },
      { ...proof, root: new Uint8Array() }, { ...proof, leafHash: [1, 2] }, { ...proof, index: 0, size: 0, path: [], root: CT_EMPTY_ROOT },
    ];
    for (const each of wrong) expect(await verifyInclusion(each as InclusionProof, sha256)).toBe(false);
  });
});

describe('verifyConsistency', () => {
  it('accepts every path between every two sizes', async () => {
    await fc.assert(
      fc.asyncProperty(growth, async ({ from, to }) => {
        expect(await verifyConsistency(await consistencyOf(from, to), sha256)).toBe(true);
        expect(await verifyConsistency(await consistencyOf(from, to), webCrypto.sha256)).toBe(true);
      }),
    );
  });

  it('refuses any changed bit, and any path that is cut, lengthened or reordered', async () => {
    await fc.assert(
      fc.asyncProperty(growth, bit, async ({ from, to }, at) => {
        // Every tree goes on from the empty one, so there the new root is not looked at.
        const roots = from === 0 ? (['fromRoot'] as const) : (['fromRoot', 'toRoot'] as const);
        for (const wrong of spoilt(await consistencyOf(from, to), [...roots], at)) {
          expect(await verifyConsistency(wrong, sha256)).toBe(false);
        }
      }),
    );
  });

  it('judges every other two sizes as the definition does', async () => {
    for (const [from, to] of pairs(SMALL, SMALL)) {
      if (from === 0 || from > to) continue;
      const proof = await consistencyOf(from, to);
      for (const [otherFrom, otherTo] of pairs(SMALL, 2 * SMALL)) {
        // Growth from nothing or to the same size has rules of its own, below.
        if (otherFrom === 0 || otherFrom === otherTo) continue;
        const other = { ...proof, from: otherFrom, to: otherTo };
        const expected = otherFrom < otherTo && definitionAcceptsConsistency(other);
        if ((await verifyConsistency(other, sha256)) !== expected) throw new Error(JSON.stringify(other));
      }
    }
  });

  it('follows a tree beyond 32 bits', async () => {
    const from = 2 ** 40;
    const to = 2 ** 52 + 9;
    const path = await consistencyPath(sha256, from, to, () => leaves[1]!);
    const toRoot = path.reduce((grown, sibling) => nodeHash(sha256, grown, sibling), leaves[0]!);
    expect(await verifyConsistency({ from, fromRoot: leaves[0]!, to, toRoot, path }, sha256)).toBe(true);
    expect(await verifyConsistency({ from: 2 ** 8, fromRoot: leaves[0]!, to, toRoot, path }, sha256)).toBe(false);
  });

  it('refuses the path between two other trees', async () => {
    await fc.assert(
      fc.asyncProperty(growth, growth, async (one, other) => {
        fc.pre(one.from > 0 && other.from > 0 && one.from < one.to && (one.from !== other.from || one.to !== other.to));
        const proof = await consistencyOf(one.from, one.to);
        const others = { from: other.from, fromRoot: roots[other.from]!, to: other.to, toRoot: roots[other.to]! };
        expect(await verifyConsistency({ ...others, path: proof.path }, sha256)).toBe(false);
      }),
    );
  });

  it.each([
    ['one tree, one root', 1, 1, CT_ROOTS[0]!, CT_ROOTS[0]!, [], true],
    ['one tree, two roots', 1, 1, CT_ROOTS[0]!, CT_ROOTS[1]!, [], false],
    ['one tree with a path', 1, 1, CT_ROOTS[0]!, CT_ROOTS[0]!, [CT_ROOTS[0]!], false],
    ['from nothing', 0, 5, CT_EMPTY_ROOT, CT_ROOTS[4]!, [], true],
    ['nothing twice', 0, 0, CT_EMPTY_ROOT, CT_EMPTY_ROOT, [], true],
    ['from nothing with a root', 0, 5, CT_ROOTS[0]!, CT_ROOTS[4]!, [], false],
    ['from nothing with a path', 0, 5, CT_EMPTY_ROOT, CT_ROOTS[4]!, [CT_ROOTS[0]!], false],
    ['backwards', 2, 1, CT_ROOTS[1]!, CT_ROOTS[0]!, [], false],
    ['grown without a path', 1, 2, CT_ROOTS[0]!, CT_ROOTS[1]!, [], false],
    ['grown without a change of root', 1, 2, CT_ROOTS[0]!, CT_ROOTS[0]!, [], false],
  ])('%s', async (_, from, to, fromRoot, toRoot, path, expected) => {
    expect(await verifyConsistency({ from, fromRoot, to, toRoot, path }, sha256)).toBe(expected);
  });

  it('refuses what is no proof', async () => {
    const proof = await consistencyOf(3, 7);
    const wrong: unknown[] = [
      null, undefined, 7, {}, { ...proof, from: '3' }, { ...proof, to: -1 }, { ...proof, from: 0.5 }, { ...proof, path: {} },
      { ...proof, path: [...proof.path, 'x'] }, { ...proof, fromRoot: new Uint8Array(31) }, { ...proof, toRoot: undefined },
    ];
    for (const each of wrong) expect(await verifyConsistency(each as ConsistencyProof, sha256)).toBe(false);
  });
});
