import { describe, expect, it } from '@jest/globals';
import { newToken, tokenHash } from './tokens';

describe('tokens', () => {
  it('differ from each other and are kept as a SHA-256 only', () => {
    expect(newToken()).not.toBe(newToken());
    expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32);
    // FIPS 180-2, appendix B.1
    expect(tokenHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
