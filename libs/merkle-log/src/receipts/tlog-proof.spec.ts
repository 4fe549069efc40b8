import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AppendTree } from '../tree/append-tree';
import { signCheckpoint } from '../signing/checkpoint';
import { cosign } from '../signing/cosignature';
import { toBase64, utf8 } from '../encoding';
import { leafHash } from '../tree/hash';
import { inclusionPath } from '../tree/paths';
import { parseNote, withSignatures } from '../signing/signed-note';
import { formatTlogProof, parseTlogProof, verifyTlogProof, type TlogProof } from './tlog-proof';
import { cosignerKey, verifierKey } from '../signing/verifier-key';
import type { WitnessPolicy } from '../witnessing/witness-policy';
import { NodeStore, sha256, signerOf } from '../../test/vectors.fixture';

const log = signerOf(new Uint8Array(32).fill(1));
const logKey = await verifierKey('log.example/a', log.publicKey, sha256);
const witness = signerOf(new Uint8Array(32).fill(2));
const witnessKey = await cosignerKey('witness.example/w1', witness.publicKey, sha256);
const logAlone: WitnessPolicy = { logs: [{ key: logKey }], witnesses: [], quorum: 'none' };
const witnessed: WitnessPolicy = { logs: [{ key: logKey }], witnesses: [{ name: 'w1', key: witnessKey }], quorum: 'w1' };

const MAX = 40;
const leaves = [...Array(MAX).keys()].map((n) => leafHash(sha256, Uint8Array.of(n)));
const store = new NodeStore();
const checkpoints = [''];

beforeAll(async () => {
  const tree = new AppendTree(sha256);
  for (const leaf of leaves) {
    store.keep(tree.append(leaf));
    const note = await signCheckpoint({ size: tree.size, root: tree.root() }, logKey, log.sign);
    checkpoints.push(withSignatures(note, [await cosign(parseNote(note)!.text, 1_700_000_000, witnessKey, witness.sign)])!);
  }
});

const proofOf = async (index: number, size: number): Promise<TlogProof> => ({
  index,
  path: await inclusionPath(sha256, index, size, store.read),
  checkpoint: checkpoints[size]!,
});
const place = fc.integer({ min: 1, max: MAX }).chain((size) => fc.tuple(fc.nat(size - 1), fc.constant(size)));

describe('the text of a proof', () => {
  // Source: proof/tlog_proof_test.go of github.com/transparency-dev/formats, with signed checkpoints in place of its placeholders.
  const h1 = createHash('sha256').update('hash1').digest();
  const h2 = createHash('sha256').update('hash2').digest();

  it('is written as by another implementation, and read back', () => {
    const checkpoint = checkpoints[12]!;
    const cases: [TlogProof, string][] = [
      [{ index: 5, path: [h1, h2], checkpoint }, `index 5\n${toBase64(h1)}\n${toBase64(h2)}\n\n${checkpoint}`],
      [
        { index: 10, path: [h1], checkpoint, extra: utf8('extra information') },
        `extra ZXh0cmEgaW5mb3JtYXRpb24=\nindex 10\n${toBase64(h1)}\n\n${checkpoint}`,
      ],
      [{ index: 0, path: [], checkpoint }, `index 0\n\n${checkpoint}`],
    ];
    for (const [proof, text] of cases) {
      expect(formatTlogProof(proof)).toBe(`c2sp.org/tlog-proof@v1\n${text}`);
      const read = parseTlogProof(`c2sp.org/tlog-proof@v1\n${text}`)!;
      expect({ ...read, path: read.path.map(toBase64) }).toEqual({ ...proof, path: proof.path.map(toBase64) });
    }
  });

  const valid = () => `c2sp.org/tlog-proof@v1\nindex 0\n\n${checkpoints[1]!}`;
  it.each([
    ['another header', (text: string) => text.replace('@v1', '@v2')],
    ['no header', (text: string) => text.slice(text.indexOf('\n') + 1)],
    ['no index', (text: string) => text.replace('index 0\n', '')],
    ['an index with a leading zero', (text: string) => text.replace('index 0', 'index 00')],
    ['a negative index', (text: string) => text.replace('index 0', 'index -5')],
    ['an index that is no number', (text: string) => text.replace('index 0', 'index x')],
    ['an index beyond 2^53', (text: string) => text.replace('index 0', 'index 9007199254740993')],
    ['a blank behind the index', (text: string) => text.replace('index 0', 'index 0 ')],
    ['extra data that is no base64', (text: string) => text.replace('index', 'extra !!\nindex')],
    ['extra data without padding', (text: string) => text.replace('index', 'extra Zg\nindex')],
    ['extra data that is empty', (text: string) => text.replace('index', 'extra \nindex')],
    ['extra data twice', (text: string) => text.replace('index', 'extra Zg==\nextra Zg==\nindex')],
    ['extra data behind the index', (text: string) => text.replace('index 0', 'index 0\nextra Zg==')],
    ['a hash of 64 bytes', (text: string) => text.replace('\n\n', `\n${Buffer.alloc(64).toString('base64')}\n\n`)],
    ['64 hashes', (text: string) => text.replace('\n\n', `\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}\n`)],
    ['two empty lines', (text: string) => text.replace('\n\n', '\n\n\n')],
    ['carriage returns', (text: string) => text.replace(/\n/g, '\r\n')],
    ['no last newline', (text: string) => text.slice(0, -1)],
    ['a checkpoint without signatures', (text: string) => text.slice(0, text.lastIndexOf('\n\n') + 1)],
    ['nothing', () => ''],
    ['no end', (text: string) => text + 'A'.repeat(500_000)],
  ])('is refused with %s', (_, change) => {
    expect(parseTlogProof(valid())).toBeDefined();
    expect(parseTlogProof(change(valid()))).toBeUndefined();
  });

  it('is not written for what would be refused', async () => {
    const proof = await proofOf(3, 9);
    for (const wrong of [{ index: -1 }, { path: [new Uint8Array(31)] }, { extra: new Uint8Array() }, { checkpoint: 'x' }]) {
      expect(() => formatTlogProof({ ...proof, ...wrong })).toThrow(TypeError);
    }
  });
});

describe('a proof', () => {
  it('verifies for every leaf of every tree, with the checkpoint and its cosignatures', async () => {
    await fc.assert(
      fc.asyncProperty(place, async ([index, size]) => {
        const verified = await verifyTlogProof(formatTlogProof(await proofOf(index, size)), leaves[index]!, witnessed);
        expect(verified).toMatchObject({ ok: true, index, checkpoint: { origin: 'log.example/a', size } });
        expect(verified.ok && verified.cosignatures).toEqual([{ key: witnessKey, time: 1_700_000_000 }]);
      }),
      { numRuns: 50 },
    );
  });

  it('does not verify for another leaf or another place', async () => {
    await fc.assert(
      fc.asyncProperty(place, fc.nat(MAX - 1), async ([index, size], other) => {
        fc.pre(other !== index);
        const proof = await proofOf(index, size);
        expect(await verifyTlogProof(formatTlogProof(proof), leaves[other]!, logAlone)).toEqual({ ok: false, reason: 'not-included' });
        const moved = formatTlogProof({ ...proof, index: other });
        expect(await verifyTlogProof(moved, leaves[index]!, logAlone)).toEqual({ ok: false, reason: 'not-included' });
      }),
      { numRuns: 50 },
    );
  });

  it('does not verify with any bit of any of its bytes changed', async () => {
    const bytes = Buffer.from(formatTlogProof(await proofOf(11, 23)));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const changed = Uint8Array.from(bytes);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect((await verifyTlogProof(Buffer.from(changed).toString(), leaves[11]!, witnessed)).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('needs a log and the witnesses that the policy names', async () => {
    const text = formatTlogProof(await proofOf(3, 9));
    expect(await verifyTlogProof(text, leaves[3]!, { ...logAlone, logs: [] })).toEqual({ ok: false, reason: 'unknown-key' });
    const bare = await signCheckpoint({ size: 1, root: leaves[0]! }, logKey, log.sign);
    const unseen = formatTlogProof({ index: 0, path: [], checkpoint: bare });
    expect(await verifyTlogProof(unseen, leaves[0]!, logAlone)).toMatchObject({ ok: true });
    expect(await verifyTlogProof(unseen, leaves[0]!, witnessed)).toEqual({ ok: false, reason: 'no-quorum' });
    expect(await verifyTlogProof('?', leaves[0]!, witnessed)).toEqual({ ok: false, reason: 'malformed' });
  });
});
