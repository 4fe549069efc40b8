import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseNote, signNote, verifyNote } from './signed-note';
import { fromHex, ENOCH, NOTE_TEXT, PETER, sha256, signerOf } from '../../test/vectors.fixture';
import { formatVerifierKey, parseVerifierKey, verifierKey } from './verifier-key';
import { webCrypto } from '../web-crypto';

const { verifyEd25519 } = webCrypto;
const peter = (await parseVerifierKey(PETER.vkey, sha256))!;
const enoch = (await parseVerifierKey(ENOCH.vkey, sha256))!;
const note = `${NOTE_TEXT}\n${PETER.signature}`;

describe('Ed25519 by WebCrypto (RFC 8032 section 7.1)', () => {
  const vectors = [
    {
      publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      message: '',
      signature:
        'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    },
    {
      publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      message: '72',
      signature:
        '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    },
    {
      publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      message: 'af82',
      signature:
        '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    },
  ].map(({ publicKey, message, signature }) => [publicKey, message, signature].map(fromHex) as [Uint8Array, Uint8Array, Uint8Array]);

  it.each(vectors)('verifies a vector, and no changed bit of its signature', async (publicKey, message, signature) => {
    expect(await verifyEd25519(publicKey, message, signature)).toBe(true);
    await fc.assert(
      fc.asyncProperty(fc.nat(511), async (bit) => {
        const changed = signature.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        expect(await verifyEd25519(publicKey, message, changed)).toBe(false);
      }),
    );
  });

  it('takes a key or a signature of another length as wrong', async () => {
    const [publicKey, message, signature] = vectors[0]!;
    expect(await verifyEd25519(publicKey.subarray(1), message, signature)).toBe(false);
    expect(await verifyEd25519(publicKey, message, signature.subarray(1))).toBe(false);
  });
});

describe('verifier keys', () => {
  const golang = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
  it.each([PETER.vkey, ENOCH.vkey, golang])('reads and writes %s', async (vkey) => {
    const key = (await parseVerifierKey(vkey, sha256))!;
    expect(formatVerifierKey(key)).toBe(vkey);
    expect(await verifierKey(key.name, key.publicKey, webCrypto.sha256)).toEqual(key);
  });

  it('refuses every part of a key and every changed character, as the Go tests do', async () => {
    const { vkey } = PETER;
    for (let start = 0; start <= vkey.length; start++) {
      for (let end = start + 1; end <= vkey.length; end++) {
        if (start > 0 || end < vkey.length) expect(await parseVerifierKey(vkey.slice(start, end), sha256)).toBeUndefined();
      }
      const next = String.fromCharCode(vkey.charCodeAt(start) + 1);
      if (start < vkey.length) expect(await parseVerifierKey(vkey.slice(0, start) + next + vkey.slice(start + 1), sha256)).toBeUndefined();
    }
  });

  it.each([
    ['a key of another length', 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=='],
    ['a key of an unknown type', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['nothing', ''],
  ])('refuses %s', async (_, vkey) => {
    expect(await parseVerifierKey(vkey, sha256)).toBeUndefined();
  });

  it.each(['', 'two words', 'a+b', 'a\nb', 'a\u00a0b', 'a\u0085b', 'a\ud800'])('has no key named %p', async (name) => {
    await expect(verifierKey(name, peter.publicKey, sha256)).rejects.toThrow(TypeError);
  });
});

describe('signed notes', () => {
  it('signs the published note to the byte', async () => {
    expect(await signNote(NOTE_TEXT, peter, signerOf(PETER.secret).sign)).toBe(note);
  });

  it('reads a note into its text and signatures', () => {
    const parsed = parseNote(note + ENOCH.signature);
    expect(parsed?.text).toBe(NOTE_TEXT);
    expect(parsed?.signatures.map(({ name, keyId, signature }) => [name, keyId, signature.length])).toEqual([
      ['PeterNeumann', 'c74f20a3', 64],
      ['EnochRoot', 'af0cfe78', 64],
    ]);
  });

  it('parts the text from the signatures at the last empty line', async () => {
    const text = 'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n';
    const signed = await signNote(text, peter, signerOf(PETER.secret).sign);
    expect(await verifyNote(signed, [peter], verifyEd25519)).toEqual({ ok: true, text, signedBy: [peter] });
  });

  it('verifies by the keys one trusts and ignores others', async () => {
    const both = note + ENOCH.signature;
    expect(await verifyNote(both, [peter], verifyEd25519)).toMatchObject({ ok: true, signedBy: [peter] });
    expect(await verifyNote(both, [enoch, peter], verifyEd25519)).toMatchObject({ ok: true, signedBy: [peter, enoch] });
    expect(await verifyNote(note + PETER.signature, [peter], verifyEd25519)).toMatchObject({ ok: true, signedBy: [peter] });
    expect(await verifyNote(both, [], verifyEd25519)).toEqual({ ok: false, reason: 'unknown-key' });
    const renamed = note.replace('— PeterNeumann', '— PeterNeuman');
    expect(await verifyNote(renamed, [peter], verifyEd25519)).toEqual({ ok: false, reason: 'unknown-key' });
  });

  it('refuses the whole note for one wrong signature by a trusted key', async () => {
    const wrongs = [
      note.replace('cryptography', 'cryptographY'),
      `${NOTE_TEXT}\n${PETER.signature.slice(0, 60)}ABCD${PETER.signature.slice(60)}`,
      `${note}${ENOCH.signature.replace('rwz+eBzm', 'rwz+eBzn')}`,
    ];
    for (const wrong of wrongs) {
      expect(await verifyNote(wrong, [peter, enoch], verifyEd25519)).toEqual({ ok: false, reason: 'wrong-signature' });
    }
  });

  it.each([
    ['no signatures', NOTE_TEXT],
    ['an empty signature', `${NOTE_TEXT}\n`],
    ['no newline at its end', note.slice(0, -1)],
    ['a control character', `\u0001${note}`],
    ['a carriage return', note.replace('\n', '\r\n')],
    ['a lone surrogate', `\ud800${note}`],
    ['a name with a space', `${NOTE_TEXT}\n${PETER.signature.replace('PeterNeumann', 'Bad Name')}`],
    ['a name with a plus', `${NOTE_TEXT}\n${PETER.signature.replace('PeterNeumann', 'Bad+Name')}`],
    ['a line after the signatures', `${note}Unexpected line.\n`],
    ['a hyphen for the dash', note.replace('—', '-')],
    ['no base64', note.replace('x08go', 'x08g*')],
    ['a signature of no bytes', `${NOTE_TEXT}\n— PeterNeumann x08gow==\n`],
    ['101 signatures', NOTE_TEXT + '\n' + PETER.signature.repeat(101)],
    ['more than a quarter of a million characters', 'a'.repeat(262_144) + note],
    ['nothing', ''],
  ])('refuses a note with %s', async (_, malformed) => {
    expect(parseNote(malformed)).toBeUndefined();
    expect(await verifyNote(malformed, [peter], verifyEd25519)).toEqual({ ok: false, reason: 'malformed' });
  });

  it('accepts a hundred signatures', () => {
    expect(parseNote(NOTE_TEXT + '\n' + PETER.signature.repeat(100))?.signatures).toHaveLength(100);
  });

  it.each(['no newline', 'a\u0000b\n', '\ud800\n'])('does not sign %p', async (text) => {
    await expect(signNote(text, peter, signerOf(PETER.secret).sign)).rejects.toThrow(TypeError);
  });
});
