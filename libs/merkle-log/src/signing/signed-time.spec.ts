import { describe, expect, it } from '@jest/globals';
import { openCheckpoint, signCheckpoint } from './checkpoint';
import { parseNote } from './signed-note';
import { signedTime, withSignedTime } from './signed-time';
import { verifierKey } from './verifier-key';
import { webCrypto } from '../web-crypto';
import { sha256, signerOf } from '../../test/vectors.fixture';

const { verifyEd25519 } = webCrypto;
const log = signerOf(new Uint8Array(32).fill(1));
const key = await verifierKey('log.example/a', log.publicKey, sha256);
const note = await signCheckpoint({ size: 7, root: new Uint8Array(32).fill(5) }, key, log.sign);
const signers = [{ key, sign: log.sign }];
const timeOf = (text: string) => signedTime(text, [key], sha256, verifyEd25519);

describe('the time under a checkpoint', () => {
  it('is what the log signed last, beside the signature of the checkpoint', async () => {
    expect(await timeOf(note)).toEqual({ ok: true, time: undefined });
    const first = await withSignedTime(note, signers, 1_700_000_000, sha256);
    const again = await withSignedTime(first, signers, 1_700_000_900, sha256);
    expect([await timeOf(first), await timeOf(again)]).toMatchObject([{ time: 1_700_000_000 }, { time: 1_700_000_900 }]);
    expect(await openCheckpoint(again, [key], verifyEd25519)).toMatchObject({ ok: true, checkpoint: { size: 7 } });
    expect(parseNote(again)!.signatures).toHaveLength(2);
  });

  it('is that of this checkpoint alone', async () => {
    const timed = await withSignedTime(note, signers, 1_700_000_000, sha256);
    expect(await timeOf(timed.replace('\n7\n', '\n8\n'))).toEqual({ ok: false, reason: 'wrong-signature' });
    await expect(withSignedTime('no note', signers, 1, sha256)).rejects.toThrow(TypeError);
  });
});
