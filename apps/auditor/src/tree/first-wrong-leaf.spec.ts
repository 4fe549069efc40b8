import { describe, expect, it } from '@jest/globals';
import { AppendTree, consistencyPath, leafBytes, leafHash, type TreeNode } from '@isegoria/merkle-log';
import { entryPages } from '../source/entry-pages';
import type { Source } from '../source/source';
import { firstWrongLeaf } from './first-wrong-leaf';
import { RebuiltLog, sha256 } from './rebuilt-log';

const size = 2_600;
const leaves = Array.from({ length: size }, (_, seq) =>
  Buffer.from(
    leafBytes({
      v: 1,
      seq,
      stream: `account-${seq}`,
      revision: 0,
      id: `event-${seq}`,
      type: 'T',
      time: '2026-01-31T12:00:00Z',
      schema: 1,
      data: 'a'.repeat(64),
      metadata: 'b'.repeat(64),
    }),
  ).toString(),
);

/** A log that signed `leaves` and now gives entries with one of them altered. */
function alteredLog(wrong: number) {
  const tree = new AppendTree(sha256);
  const nodes = new Map<string, Uint8Array>();
  for (const leaf of leaves)
    for (const { level, index, hash } of tree.append(leafHash(sha256, Buffer.from(leaf))) as TreeNode[])
      nodes.set(`${level}/${index}`, hash);
  const lines = leaves.map((leaf, seq) =>
    JSON.stringify({ seq, position: seq, leaf: seq === wrong ? leaf.replace('2026', '2027') : leaf, data: null, metadata: null }),
  );
  let asked = 0;
  const numbers = (path: string) => [...path.matchAll(/=(\d+)/g)].map(([, digits]) => Number(digits));
  // A fake of the log's HTTP interface, over a real tree.
  const site: Source = {
    async text(path: string) {
      const [from = 0, limit = 0] = numbers(path);
      return lines
        .slice(from, from + limit)
        .map((line) => `${line}\n`)
        .join('');
    },
    lines(from: number, to: number) {
      return entryPages(site, from, to);
    },
    async json(path: string) {
      asked += 1;
      const [from = 0, to = 0] = numbers(path);
      const proof = await consistencyPath(sha256, from, to, (level, index) => nodes.get(`${level}/${index}`)!);
      return { path: proof.map((hash) => Buffer.from(hash).toString('base64')) };
    },
  } as unknown as Source;
  const rebuilt = new RebuiltLog();
  for (const line of lines) rebuilt.take(line);
  return { site, rebuilt, signed: { origin: 'log', size, root: tree.root() }, asked: () => asked };
}

describe('the first wrong leaf', () => {
  it.each([0, 1, 2, 1023, 1024, 1025, 2047, 2048, 2300, size - 2, size - 1])('is found at %i, with few questions', async (wrong) => {
    const { site, rebuilt, signed, asked } = alteredLog(wrong);
    expect(Buffer.from(rebuilt.root()).equals(signed.root)).toBe(false);
    expect(await firstWrongLeaf(site, rebuilt, signed)).toBe(wrong);
    expect(asked()).toBeLessThan(16);
  });
});
