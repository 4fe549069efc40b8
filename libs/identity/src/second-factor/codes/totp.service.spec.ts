import { describe, expect, it } from '@jest/globals';
import { newTotpSecret, stepOfCode, totpLink } from './totp.service';

/** RFC 6238, appendix B: the ASCII string 12345678901234567890, in base32. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('a code of an app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('is at second %d as RFC 6238 says', (second, code) => {
    expect(stepOfCode(secret, code, second * 1000)).toBe(Math.floor(second / 30));
  });

  it('counts one step early or late, and belongs to its own step', () => {
    expect(stepOfCode(secret, '287082', 29_000)).toBe(1);
    expect(stepOfCode(secret, '287082', 89_000)).toBe(1);
    for (const second of [-1, 90, 120]) expect(stepOfCode(secret, '287082', second * 1000)).toBeUndefined();
  });

  it.each(['287 082', '٢٨٧٠٨٢', '۲۸۷۰۸۲'])('may be typed as %j', (code) => {
    expect(stepOfCode(secret, code, 59_000)).toBe(1);
  });

  it.each(['', '28708', '2870820', '28708a', '000000', ' ', '२८७०८२', '28708\u0000'])('is not %j', (code) => {
    expect(stepOfCode(secret, code, 59_000)).toBeUndefined();
  });
});

describe('a secret', () => {
  it('is another each time, of 160 bits, and an app finds it in the link', () => {
    const [one, other] = [newTotpSecret(), newTotpSecret()];
    expect(one).toMatch(/^[A-Z2-7]{32}$/);
    expect(other).not.toBe(one);
    const { protocol, host, searchParams } = new URL(totpLink(one, 'Ministry: of Lakes', 'a+b@ministry.example'));
    expect([protocol, host, searchParams.get('secret'), searchParams.get('digits')]).toEqual(['otpauth:', 'totp', one, '6']);
  });
});
