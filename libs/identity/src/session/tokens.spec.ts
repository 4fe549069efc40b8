import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { accountOf, newToken, tokenHash, tokenOf } from './tokens';

describe('tokens', () => {
  it('lead to their account', () => {
    const accountId = randomUUID();
    expect(accountOf(tokenOf(accountId, randomBytes(32)))).toBe(accountId);
  });

  it.each(['', 'x', '\u0000', '\ud800', 'A'.repeat(63), 'A'.repeat(65), 'A'.repeat(200), '../../etc/passwd'])(
    'are not what %j is',
    (text) => {
      expect(accountOf(text)).toBeUndefined();
    },
  );

  it('differ from each other and are kept as a SHA-256 only', () => {
    expect(newToken()).not.toBe(newToken());
    expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32);
    // FIPS 180-2, appendix B.1
    expect(tokenHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
