import { describe, expect, it } from '@jest/globals';
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint';
import { signNote, verifyNote } from './signed-note';
import { CT_ROOTS, PETER, sha256, signerOf } from '../../test/vectors.fixture';
import { parseVerifierKey, verifierKey } from './verifier-key';
import { webCrypto } from '../web-crypto';

const { verifyEd25519 } = webCrypto;
const { sign, publicKey } = signerOf(PETER.secret);
const key = await verifierKey('ministry.example/log', publicKey, sha256);
const root = CT_ROOTS[4]!;

describe('checkpoints', () => {
  // The example of c2sp.org/tlog-checkpoint carries the signature of a tree head of sum.golang.org, whose origin line is this.
  const head = 'go.sum database tree\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
  const signature = 'Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=';

  it('verifies and reads a checkpoint of the Go checksum database', async () => {
    const golang = (await parseVerifierKey('sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8', sha256))!;
    const note = `${head}\n— sum.golang.org ${signature}\n`;
    expect(await verifyNote(note, [golang], verifyEd25519)).toEqual({ ok: true, text: head, signedBy: [golang] });
    const checkpoint = parseCheckpoint(head)!;
    expect(checkpoint).toMatchObject({ origin: 'go.sum database tree', size: 20852163 });
    expect(formatCheckpoint(checkpoint)).toBe(head);
    // That log signs under a name that is not its origin.
    expect(await openCheckpoint(note, [golang], verifyEd25519)).toEqual({ ok: false, reason: 'other-log' });
  });

  it('opens what it signed', async () => {
    const note = await signCheckpoint({ size: 5, root }, key, sign);
    expect(note).toMatch(/^ministry\.example\/log\n5\n[A-Za-z0-9+/]{43}=\n\n— ministry\.example\/log [A-Za-z0-9+/]{91}=\n$/);
    expect(await openCheckpoint(note, [key], verifyEd25519)).toEqual({ ok: true, checkpoint: { origin: key.name, size: 5, root } });
  });

  it('does not open another size, another root or a stranger\'s checkpoint', async () => {
    const note = await signCheckpoint({ size: 5, root }, key, sign);
    const stranger = signerOf(new Uint8Array(32).fill(7));
    const strangersKey = await verifierKey(key.name, stranger.publicKey, sha256);
    const opened = (text: string) => openCheckpoint(text, [key], verifyEd25519);
    expect(await opened(note.replace('\n5\n', '\n6\n'))).toEqual({ ok: false, reason: 'wrong-signature' });
    expect(await opened(note.replace(/\n[^\n]+=\n\n/, `\n${Buffer.from(CT_ROOTS[5]!).toString('base64')}\n\n`))).toEqual({
      ok: false,
      reason: 'wrong-signature',
    });
    const strangers = await signCheckpoint({ size: 5, root }, strangersKey, stranger.sign);
    expect(await opened(strangers)).toEqual({ ok: false, reason: 'unknown-key' });
    const underOurKeyId = await signCheckpoint({ size: 5, root }, key, stranger.sign);
    expect(await opened(underOurKeyId)).toEqual({ ok: false, reason: 'wrong-signature' });
  });

  it('does not let the key of one log speak for another, nor sign what is no checkpoint', async () => {
    const foreign = await signNote(formatCheckpoint({ origin: 'other.example/log', size: 5, root }), key, sign);
    expect(await openCheckpoint(foreign, [key], verifyEd25519)).toEqual({ ok: false, reason: 'other-log' });
    const noCheckpoint = await signNote(`${key.name}\nhello\n`, key, sign);
    expect(await openCheckpoint(noCheckpoint, [key], verifyEd25519)).toEqual({ ok: false, reason: 'malformed' });
  });

  it('lets extension lines pass', () => {
    expect(parseCheckpoint(`${head}extension\n`)?.size).toBe(20852163);
  });

  const encoded = Buffer.from(root).toString('base64');
  it.each([
    '', 'log\n', `log\n5\n${encoded}`, `log\n05\n${encoded}\n`, `log\n-1\n${encoded}\n`, `log\n1e3\n${encoded}\n`, `log\n 5\n${encoded}\n`,
    `log\n9007199254740993\n${encoded}\n`, `\n5\n${encoded}\n`, `log\n5\n${encoded}\n\n`, `log\n5\n\n${encoded}\n`, `log\n5\nAAAA\n`,
    `log\n5\n${encoded.replace('Q=', 'R=')}\n`,
  ])('does not read %j', (text) => {
    expect(parseCheckpoint(text)).toBeUndefined();
  });

  it.each([
    { origin: '', size: 5, root },
    { origin: 'a\nb', size: 5, root },
    { origin: 'log', size: 0.5, root },
    { origin: 'log', size: -1, root },
    { origin: 'log', size: 5, root: root.subarray(1) },
  ])('does not write %j', (checkpoint) => {
    expect(() => formatCheckpoint(checkpoint)).toThrow(TypeError);
  });
});
