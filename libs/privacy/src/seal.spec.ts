import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { commitmentTo, commitmentsIn, seal, sealReference, unseal, verifyCommitment } from './index';

const key = Buffer.alloc(32, 7);
const place = { event: 'event-1', field: 'text' };
const commitmentOf = (sealed: string) => commitmentsIn({ sealed })[0]!;
const withPart = (sealed: string, at: number, change: (part: string) => string) =>
  sealed
    .split('.')
    .map((part, index) => (index === at ? change(part) : part))
    .join('.');

describe('a sealed text', () => {
  it('opens to the text, and to what proves its commitment: SHA-256 of 32 bytes and the text as RFC 8785 writes it', () => {
    const sealed = seal(key, 'a1', place, 'كلماتي\n"my" words \u2028');
    const { text, opening } = unseal(key, sealed);
    expect(text).toBe('كلماتي\n"my" words \u2028');
    expect(opening).toHaveLength(32);
    // JSON as RFC 8785 section 3.2.2.2 has it, written out: the line separator U+2028 stands as it is.
    const canonical = Buffer.from('"كلماتي\\n\\"my\\" words \u2028"', 'utf8');
    expect(commitmentOf(sealed)).toBe(
      createHash('sha256')
        .update(Buffer.concat([opening!, canonical]))
        .digest('hex'),
    );
    expect(sealReference(sealed)).toBe('a1');
  });

  it('is the same each time, and another one for another text, event, field, reference or key', () => {
    const sealed = seal(key, 'a1', place, 'words');
    expect(seal(key, 'a1', place, 'words')).toBe(sealed);
    const others = [
      seal(key, 'a1', place, 'word'),
      seal(key, 'a1', { ...place, event: 'event-2' }, 'words'),
      seal(key, 'a1', { ...place, field: 'title' }, 'words'),
      seal(key, 'a2', place, 'words'),
      seal(Buffer.alloc(32, 8), 'a1', place, 'words'),
    ];
    const nonceOf = (text: string) => Buffer.from(text.split('.')[2]!, 'base64url').subarray(0, 12).toString('hex');
    expect(new Set([sealed, ...others].map(commitmentOf))).toHaveProperty('size', 6);
    expect(new Set([sealed, ...others].map(nonceOf))).toHaveProperty('size', 6);
  });

  it('of version 1 stays readable, and carries no commitment', () => {
    const sealed = '1.a1.Wn8S-NGwP2GpEEjMd1Ol7NyEa6VmlhZOCNNJ_W7UlIhMBtgYce4rrg';
    expect(unseal(key, sealed)).toEqual({ text: 'كلماتي', opening: null });
    expect(commitmentsIn({ sealed })).toEqual([]);
  });

  it('uses another nonce than version 1 did for the same text and event', () => {
    expect(seal(key, 'a1', place, 'كلماتي').split('.')[2]!.slice(0, 16)).not.toBe('Wn8S-NGwP2GpEEjM');
  });

  it('is refused when any part of it was changed, its version too', () => {
    const sealed = seal(key, 'a1', place, 'words');
    const [, , body] = sealed.split('.') as [string, string, string];
    const other = commitmentOf(seal(key, 'a1', place, 'other words'));
    const forged = [
      withPart(sealed, 0, () => '1'),
      withPart(sealed, 0, () => '3'),
      withPart(sealed, 1, () => 'a2'),
      withPart(sealed, 2, () => (body.startsWith('A') ? 'B' : 'A') + body.slice(1)),
      withPart(sealed, 2, () => ''),
      withPart(sealed, 3, () => other),
      withPart(sealed, 3, (commitment) => commitment.toUpperCase()),
      withPart(sealed, 3, () => ''),
      sealed.split('.').slice(0, 3).join('.'),
      `1.a1.${body}`,
      `${sealed}.x`,
      '',
    ];
    for (const text of forged) expect(() => unseal(key, text)).toThrow();
    expect(() => unseal(Buffer.alloc(32, 8), sealed)).toThrow();
  });

  it('is not made of text that has no canonical form', () => {
    expect(() => seal(key, 'a1', place, 'a\ud800b')).toThrow('surrogate');
  });
});

describe('a commitment', () => {
  it('fits its text and opening, and no others', () => {
    const opening = Buffer.alloc(32, 1);
    const commitment = commitmentTo(opening, 'words');
    expect(verifyCommitment(commitment, opening, 'words')).toBe(true);
    expect(verifyCommitment(commitment, opening, 'word')).toBe(false);
    expect(verifyCommitment(commitment, Buffer.alloc(32, 2), 'words')).toBe(false);
    expect(verifyCommitment(commitment, opening.subarray(1), 'words')).toBe(false);
    expect(verifyCommitment(commitment, opening, 'words\ud800')).toBe(false);
    expect(verifyCommitment(commitment.toUpperCase(), opening, 'words')).toBe(false);
    expect(verifyCommitment('', opening, 'words')).toBe(false);
  });
});

describe('the commitments in data', () => {
  const sealed = (digit: string) => `2.a1.AAAA.${digit.repeat(64)}`;

  it('stand in the order of RFC 8785, whatever the order of the keys', () => {
    const data = {
      z: { sealed: sealed('3') },
      '\u{1f600}': { sealed: sealed('4') },
      '\ufb33': { sealed: sealed('5') },
      a: [{ sealed: sealed('1') }, [{ sealed: sealed('2') }]],
    };
    expect(commitmentsIn(data)).toEqual(['1', '2', '3', '4', '5'].map((digit) => digit.repeat(64)));
  });

  it('are none where nothing is sealed, and none of what only looks like it', () => {
    const lookalikes = [
      null,
      7,
      sealed('1'),
      [sealed('1')],
      { plain: sealed('1') },
      { sealed: `1.a1.AAAA.${'1'.repeat(64)}` },
      { sealed: { plain: sealed('1') } },
    ];
    for (const data of [
      ...lookalikes,
      { sealed: `${sealed('1')} ` },
      { sealed: `2.a1.AAAA.${'A'.repeat(64)}` },
      { sealed: [sealed('1')] },
    ]) {
      expect(commitmentsIn(data)).toEqual([]);
    }
  });

  it('are found however deep and however many', () => {
    let deep: unknown = { sealed: sealed('1') };
    for (let level = 0; level < 200_000; level++) deep = [deep];
    expect(commitmentsIn(deep)).toHaveLength(1);
    expect(commitmentsIn(Array.from({ length: 200_000 }, () => ({ sealed: sealed('1') })))).toHaveLength(200_000);
  });
});
