import { equalBytes } from '../encoding';
import { emptyRoot, isCount, isHash, nodeHash, type AnySha256 } from './hash';

/** That the leaf with this hash is at this index (from 0) of the tree with this size and root. */
export interface InclusionProof {
  leafHash: Uint8Array;
  index: number;
  size: number;
  path: Uint8Array[];
  root: Uint8Array;
}

/** That the tree of `to` leaves begins with the tree of `from` leaves. */
export interface ConsistencyProof {
  from: number;
  fromRoot: Uint8Array;
  to: number;
  toRoot: Uint8Array;
  path: Uint8Array[];
}

/**
 * RFC 9162 section 2.1.3.2. A root does not commit to its size, so size and root must come from one signed checkpoint.
 * @returns false for a wrong proof and for anything that is no proof at all; rejects only where the hash does
 */
export async function verifyInclusion(proof: InclusionProof, sha256: AnySha256): Promise<boolean> {
  if (!isInclusionProof(proof) || proof.index >= proof.size) return false;
  let fn = proof.index;
  let sn = proof.size - 1;
  let hash = proof.leafHash;
  for (const sibling of proof.path) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      hash = await nodeHash(sha256, sibling, hash);
      [fn, sn] = withoutMissingLevels(fn, sn);
    } else {
      hash = await nodeHash(sha256, hash, sibling);
    }
    fn = halved(fn);
    sn = halved(sn);
  }
  return sn === 0 && equalBytes(hash, proof.root);
}

/**
 * RFC 9162 section 2.1.4.2, and beside it: every tree goes on from the empty one, and a tree from itself, with an empty path.
 * A root does not commit to its size, so each size and root must come from one signed checkpoint.
 * @returns false for a wrong proof and for anything that is no proof at all; rejects only where the hash does
 */
export async function verifyConsistency(proof: ConsistencyProof, sha256: AnySha256): Promise<boolean> {
  if (!isConsistencyProof(proof) || proof.from > proof.to) return false;
  const { from, fromRoot, to, toRoot, path } = proof;
  if (from === to && !equalBytes(fromRoot, toRoot)) return false;
  if (from === 0) return path.length === 0 && equalBytes(fromRoot, await emptyRoot(sha256));
  if (from === to) return path.length === 0;

  const [first, ...rest] = isPowerOfTwo(from) ? [fromRoot, ...path] : path;
  if (first === undefined || path.length === 0) return false;
  let fn = from - 1;
  let sn = to - 1;
  while (isOdd(fn)) [fn, sn] = [halved(fn), halved(sn)];
  let oldHash = first;
  let newHash = first;
  for (const sibling of rest) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      oldHash = await nodeHash(sha256, sibling, oldHash);
      newHash = await nodeHash(sha256, sibling, newHash);
      [fn, sn] = withoutMissingLevels(fn, sn);
    } else {
      newHash = await nodeHash(sha256, newHash, sibling);
    }
    fn = halved(fn);
    sn = halved(sn);
  }
  return sn === 0 && equalBytes(oldHash, fromRoot) && equalBytes(newHash, toRoot);
}

// Not >> or &: those cut a size to 32 bits.
const isOdd = (n: number): boolean => n % 2 === 1;
const halved = (n: number): number => Math.floor(n / 2);

/** At the right edge a node may have no sibling on some levels: it moves up without a step in the path. */
function withoutMissingLevels(fn: number, sn: number): [number, number] {
  while (fn !== 0 && !isOdd(fn)) [fn, sn] = [halved(fn), halved(sn)];
  return [fn, sn];
}

function isPowerOfTwo(n: number): boolean {
  while (n > 1 && !isOdd(n)) n = halved(n);
  return n === 1;
}

const isPath = (path: unknown): boolean => Array.isArray(path) && path.every(isHash);

function isInclusionProof(proof: Partial<InclusionProof> | null | undefined): boolean {
  return !!proof && isHash(proof.leafHash) && isCount(proof.index) && isCount(proof.size) && isHash(proof.root) && isPath(proof.path);
}

function isConsistencyProof(proof: Partial<ConsistencyProof> | null | undefined): boolean {
  return (
    !!proof && isCount(proof.from) && isHash(proof.fromRoot) && isCount(proof.to) && isHash(proof.toRoot) && isPath(proof.path)
  );
}
