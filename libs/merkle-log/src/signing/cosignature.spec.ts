import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openCheckpoint, signCheckpoint, signCheckpointWithAll } from './checkpoint';
import { addCosignatures, cosign, cosignedBytes, verifyCosignatures } from './cosignature';
import { concatBytes, toHex, utf8 } from '../encoding';
import { formatSignatureLine, parseNote, withSignatures, type NoteSignature } from './signed-note';
import {
  cosignerKey,
  formatCosignerKey,
  formatVerifierKey,
  parseCosignerKey,
  parseVerifierKey,
  verifierKey,
  type CosignerKey,
} from './verifier-key';
import { webCrypto } from '../web-crypto';
import { fromHex, sha256, signerOf } from '../../test/vectors.fixture';

const { verifyEd25519 } = webCrypto;
const log = signerOf(new Uint8Array(32).fill(1));
const witness = signerOf(new Uint8Array(32).fill(2));
const logKey = await verifierKey('log.example/a', log.publicKey, sha256);
const witnessKey = await cosignerKey('witness.example/w1', witness.publicKey, sha256);
const head = { size: 7, root: new Uint8Array(32).fill(5) };
const note = await signCheckpoint(head, logKey, log.sign);
const text = parseNote(note)!.text;
const own = await cosign(text, 1_700_000_000, witnessKey, witness.sign);
const cosigned = withSignatures(note, [own])!;

describe('the key of a cosigner', () => {
  // Source: the witness policy tests of github.com/transparency-dev/formats.
  const published = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2';

  it('is read and written as a published one is', async () => {
    const key = (await parseCosignerKey(published, sha256))!;
    expect(key).toMatchObject({ name: 'remora.n621.de', keyId: 'da77ade7' });
    expect(formatCosignerKey(key)).toBe(published);
    expect(await cosignerKey(key.name, key.publicKey, webCrypto.sha256)).toEqual(key);
  });

  it('is no key of a log, nor the other way round', async () => {
    expect(await parseVerifierKey(published, sha256)).toBeUndefined();
    expect(await parseCosignerKey(formatVerifierKey(logKey), sha256)).toBeUndefined();
    expect((await cosignerKey(logKey.name, logKey.publicKey, sha256)).keyId).not.toBe(logKey.keyId);
  });

  it('is refused with any other character', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(published.length - 1), fc.constantFrom('A', 'b', '0', '+', ' '), async (at, char) => {
        const changed = published.slice(0, at) + char + published.slice(at + 1);
        if (changed !== published) expect(await parseCosignerKey(changed, sha256)).toBeUndefined();
      }),
    );
  });
});

describe('a cosignature', () => {
  it('is over the text that C2SP tlog-cosignature gives as its example', () => {
    const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
    expect(Buffer.from(cosignedBytes(`example.com/behind-the-sofa\n20852163\n${root}\n`, 1_679_315_147)).toString()).toBe(
      `cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n20852163\n${root}\n`,
    );
  });

  it('that a public witness gave verifies, at the time that it states', async () => {
    // A cosignature on a checkpoint of Google's Pixel binary transparency log, by a witness of its operators.
    const published: CosignerKey = {
      cosigns: true,
      name: 'witness',
      keyId: 'af4c4125',
      publicKey: Buffer.from('pTPPKyRu6Q3PoMkeY+/sNni0biF4vnVTYRHbVNA31mY=', 'base64'),
    };
    const line = '— witness r0xBJQAAAABnkyoLuHgN5KlIUUpZV9hulwsFcgqV5v1CyeIhBZWdkfOJT0ims1LqbYygO5MEl91CGha5sP79K57P7lIGrz7Qtx8eBw==\n';
    const checkpoint = 'developers.google.com/android/binary_transparency/google1p/0\n5\nxqaCEZhTGZUuKNA7MpSyxe1WXiiESB2p+crAyzM+Vxo=\n';
    const verified = await verifyCosignatures(`${checkpoint}\n${line}`, [published], verifyEd25519);
    expect(verified).toEqual({ ok: true, cosignatures: [{ key: published, time: 1_737_697_803 }] });
    const later = await verifyCosignatures(`${checkpoint.replace('\n5\n', '\n6\n')}\n${line}`, [published], verifyEd25519);
    expect(later).toEqual({ ok: false, reason: 'wrong-signature' });
  });

  it('verifies beside the signature of the log, which goes on to verify', async () => {
    expect(await verifyCosignatures(cosigned, [witnessKey], verifyEd25519)).toEqual({
      ok: true,
      cosignatures: [{ key: witnessKey, time: 1_700_000_000 }],
    });
    expect(await openCheckpoint(cosigned, [logKey], verifyEd25519)).toMatchObject({ ok: true, checkpoint: head });
  });

  it('covers the extension lines of a checkpoint', async () => {
    const extended = `${text}an extension\n`;
    const line = formatSignatureLine(await cosign(extended, 1, witnessKey, witness.sign));
    expect(await verifyCosignatures(`${extended}\n${line}`, [witnessKey], verifyEd25519)).toMatchObject({ ok: true });
    expect(await verifyCosignatures(`${text}\n${line}`, [witnessKey], verifyEd25519)).toMatchObject({ reason: 'wrong-signature' });
  });

  it('is wrong with any changed bit, its time included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(own.signature.length * 8 - 1), async (bit) => {
        const signature = own.signature.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        const spoilt = withSignatures(note, [{ ...own, signature }])!;
        expect(await verifyCosignatures(spoilt, [witnessKey], verifyEd25519)).toEqual({ ok: false, reason: 'wrong-signature' });
      }),
    );
  });

  it('is wrong where it is too short or too long, and where a plain signature stands in its place', async () => {
    const plain = await witness.sign(utf8(text));
    for (const signature of [plain, own.signature.subarray(0, 71), concatBytes(own.signature, Uint8Array.of(0)), Uint8Array.of(1)]) {
      const spoilt = withSignatures(note, [{ ...own, signature }])!;
      expect(await verifyCosignatures(spoilt, [witnessKey], verifyEd25519)).toEqual({ ok: false, reason: 'wrong-signature' });
    }
  });

  it('of an unknown key is ignored, even of one that shares the name or the id', async () => {
    const others: NoteSignature[] = [
      { ...own, name: 'other.example' },
      { ...own, keyId: '00000000' },
    ];
    const mixed = withSignatures(note, others)!;
    expect(await verifyCosignatures(mixed, [witnessKey], verifyEd25519)).toEqual({ ok: true, cosignatures: [] });
  });

  it('is only given to a checkpoint, at a whole time', async () => {
    await expect(cosign('any text\n', 1, witnessKey, witness.sign)).rejects.toThrow('checkpoint');
    for (const time of [-1, 0.5, 2 ** 53]) await expect(cosign(text, time, witnessKey, witness.sign)).rejects.toThrow('time');
    expect(await verifyCosignatures('no note', [witnessKey], verifyEd25519)).toEqual({ ok: false, reason: 'malformed' });
  });
});

describe('what a witness answers', () => {
  const line = formatSignatureLine(own);
  const stranger: NoteSignature = { name: 'stranger.example', keyId: '01020304', signature: new Uint8Array(72) };

  it('is taken over where it verifies, and nothing else of it', async () => {
    const grown = await addCosignatures(note, formatSignatureLine(stranger) + line, [witnessKey], verifyEd25519);
    expect(grown).toEqual({ ok: true, note: cosigned, cosignatures: [{ key: witnessKey, time: 1_700_000_000 }] });
  });

  it('takes the place of what the same witness said before', async () => {
    const later = formatSignatureLine(await cosign(text, 1_700_000_060, witnessKey, witness.sign));
    const grown = await addCosignatures(cosigned, later, [witnessKey], verifyEd25519);
    expect(grown).toMatchObject({ ok: true, note: `${note}${later}`, cosignatures: [{ time: 1_700_000_060 }] });
  });

  it.each([
    ['malformed', ''],
    ['malformed', line.trimEnd()],
    ['malformed', `\n${line}`],
    ['malformed', `${line}\n${line}`],
    ['malformed', 'not a line\n'],
    ['unknown-key', formatSignatureLine(stranger)],
    ['wrong-signature', formatSignatureLine({ ...own, signature: new Uint8Array(72) })],
  ])('is refused as %s: %p', async (reason, lines) => {
    expect(await addCosignatures(note, lines, [witnessKey], verifyEd25519)).toEqual({ ok: false, reason });
  });
});

describe('a log that changes its key', () => {
  const newer = signerOf(new Uint8Array(32).fill(9));

  it('signs with both, and is believed by those who know either', async () => {
    const newKey = await verifierKey(logKey.name, newer.publicKey, sha256);
    const both = await signCheckpointWithAll(head, [
      { key: logKey, sign: log.sign },
      { key: newKey, sign: newer.sign },
    ]);
    for (const trusted of [[logKey], [newKey], [newKey, logKey]]) {
      expect(await openCheckpoint(both, trusted, verifyEd25519)).toMatchObject({ ok: true, checkpoint: head });
    }
    const [, byNewKey] = parseNote(both)!.signatures;
    const spoilt = withSignatures(both, [{ ...byNewKey!, signature: new Uint8Array(64) }])!;
    expect(await openCheckpoint(spoilt, [logKey, newKey], verifyEd25519)).toEqual({ ok: false, reason: 'wrong-signature' });
    expect(await openCheckpoint(spoilt, [logKey], verifyEd25519)).toMatchObject({ ok: true });
  });

  it('has one name for its keys', async () => {
    const other = await verifierKey('log.example/b', newer.publicKey, sha256);
    const signers = [
      { key: logKey, sign: log.sign },
      { key: other, sign: newer.sign },
    ];
    await expect(signCheckpointWithAll(head, signers)).rejects.toThrow('one name');
    await expect(signCheckpointWithAll(head, [])).rejects.toThrow('one name');
  });
});

// Source of the keys: RFC 8032 section 7.1, tests 1 and 2.
describe('signing as RFC 8032', () => {
  it('gives the signatures of the RFC', async () => {
    const first = signerOf(fromHex('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'));
    expect(toHex(first.publicKey)).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
    expect(toHex(await first.sign(new Uint8Array()))).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
  });
});
