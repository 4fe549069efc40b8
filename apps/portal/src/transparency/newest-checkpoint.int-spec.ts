import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  cosign,
  cosignerKey,
  formatCheckpoint,
  formatCosignerKey,
  formatVerifierKey,
  signCheckpoint,
  verifierKey,
  withSignatures,
} from '@isegoria/merkle-log';
import { FakeApi } from '../testing/fake-api.fixture';
import { newestCheckpoint } from './newest-checkpoint';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const newKey = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    raw: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32),
    sign: (bytes: Uint8Array) => sign(null, bytes, privateKey),
  };
};

describe('the newest checkpoint, for the transparency page', () => {
  const api = new FakeApi();
  let logUrl: string;
  let policy: string;
  let signedBy: (...witnesses: number[]) => Promise<string>;

  beforeAll(async () => {
    logUrl = await api.start();
    const [log, ...witnesses] = [newKey(), newKey(), newKey(), newKey()];
    const key = await verifierKey('ministry.example/log', log!.raw, sha256);
    const cosigners = await Promise.all(witnesses.map(({ raw }, at) => cosignerKey(`witness.example/${at}`, raw, sha256)));
    const head = { size: 7, root: new Uint8Array(32) };
    const lines = cosigners.map((cosigner, at) => `witness w${at} ${formatCosignerKey(cosigner)}`);
    policy = [`log ${formatVerifierKey(key)}`, ...lines, 'group three 2 w0 w1 w2', 'quorum three', ''].join('\n');
    signedBy = async (...chosen) => {
      const note = await signCheckpoint(head, key, log!.sign);
      const text = formatCheckpoint({ origin: key.name, ...head });
      return withSignatures(
        note,
        await Promise.all(chosen.map((at) => cosign(text, 1_770_000_000 + at, cosigners[at]!, witnesses[at]!.sign))),
      )!;
    };
  });
  afterAll(() => api.stop());

  const shown = (note: string, text = policy) => {
    api.log = { '/log/checkpoint': note, '/log/policy': text };
    return newestCheckpoint(logUrl);
  };

  it('tells who signed it beside the log, and whether they are enough', async () => {
    const note = await signedBy(0, 2);
    expect(await shown(note)).toEqual({
      note,
      size: 7,
      signedAt: null,
      witnesses: [
        { name: 'witness.example/0', signedAt: '2026-02-02T02:40:00.000Z' },
        { name: 'witness.example/1', signedAt: null },
        { name: 'witness.example/2', signedAt: '2026-02-02T02:40:02.000Z' },
      ],
      isEnough: true,
    });
    expect(await shown(await signedBy(1))).toMatchObject({
      isEnough: false,
      witnesses: [{ signedAt: null }, { signedAt: expect.any(String) }, { signedAt: null }],
    });
  });

  it('believes no signature that does not verify', async () => {
    const note = await signedBy(0, 1);
    const [line] = note.split('\n').filter((text) => text.startsWith('— witness.example/1'));
    const forged = note.replace(line!, `${line!.slice(0, -8)}AAAAAA==`);
    expect(await shown(forged)).toMatchObject({ isEnough: false, witnesses: [{ signedAt: null }, { signedAt: null }, { signedAt: null }] });
  });

  it('stands where there are no witnesses, where the policy cannot be read, and where the log does not answer', async () => {
    const note = await signedBy();
    expect(await shown(note, `${policy.split('\n')[0]}\nquorum none\n`)).toEqual({
      note,
      size: 7,
      signedAt: null,
      witnesses: [],
      isEnough: true,
    });
    expect(await shown(note, '<html>')).toEqual({ note, size: 7, signedAt: null, witnesses: [], isEnough: false });
    api.log = {};
    expect(await newestCheckpoint(logUrl)).toBeUndefined();
    expect(await newestCheckpoint('http://127.0.0.1:1')).toBeUndefined();
  });
});
