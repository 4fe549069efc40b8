import { createPrivateKey, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Act } from '@isegoria/event-sourcing';
import { ActSigner } from './act-signer';

/** The secret key of RFC 8032, section 7.1, test 1. */
const key = createPrivateKey({
  key: Buffer.from('302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex'),
  format: 'der',
  type: 'pkcs8',
});
const signer = new ActSigner(key);
const session = 'a1'.repeat(32);
const asked = { subject: 'command.close-consultation', command: { consultationId: 'c', reason: 'Flood' } };
const act: Act = {
  stream: 'consultation-c',
  id: '5f0c8c5e-8b0a-4a5e-9d59-2b1d8f6c7a10',
  type: 'ConsultationClosed',
  data: { consultationId: 'c', reason: 'Flood', by: 'o' },
  at: '2026-05-15T12:00:00.000Z',
  origin: { account: 'o', session, asked },
};

describe('the proof of an act', () => {
  it('is the signature of docs/reference/acts.md, by the key that it names', () => {
    const { signature, ...rest } = signer.proofOf(act);
    expect(rest).toEqual({
      account: 'o',
      session: expect.stringMatching(/^[0-9a-f]{32}$/),
      command: expect.stringMatching(/^[0-9a-f]{64}$/),
      key: '21fe31dfa154a261',
    });
    const statement =
      `{"account":"o","at":"2026-05-15T12:00:00.000Z","command":"${rest.command}",` +
      '"data":"532e92f2cf703fef75a503cb043b99713720920571388b563ed882cba016dbd3","id":"5f0c8c5e-8b0a-4a5e-9d59-2b1d8f6c7a10",' +
      `"session":"${rest.session}","stream":"consultation-c","type":"ConsultationClosed"}`;
    const bytes = Buffer.from(`isegoria-act.1\0${statement}`);
    expect(verify(null, bytes, createPublicKey(key), Buffer.from(signature, 'base64url'))).toBe(true);
  });

  it('is the same for acts of one session only there, and of one command only where it says the same', () => {
    const { session: one, command } = signer.proofOf(act);
    const again = {
      ...act,
      id: 'another',
      origin: { account: 'o', session, asked: { ...asked, command: { reason: 'Flood', consultationId: 'c' } } },
    };
    expect(signer.proofOf(again)).toMatchObject({ session: one, command });
    const other = { account: 'o', session: 'b2'.repeat(32), asked: { ...asked, subject: 'command.other' } };
    const { session: two, command: differing } = signer.proofOf({ ...act, origin: other });
    expect([two === one, differing === command]).toEqual([false, false]);
  });

  it('gives away neither session nor command to somebody without the key, who could guess them', () => {
    const theirs = new ActSigner(generateKeyPairSync('ed25519').privateKey).proofOf(act);
    const { session: ours, command } = signer.proofOf(act);
    expect([theirs.session === ours, theirs.command === command]).toEqual([false, false]);
    expect(JSON.stringify(signer.proofOf(act))).not.toContain(session);
  });

  it('says that nobody acted where the platform did by itself', () => {
    expect(signer.proofOf({ ...act, origin: undefined })).toMatchObject({ account: null, session: null, command: null });
  });
});
