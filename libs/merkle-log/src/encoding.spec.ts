import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalBytes, fromBase64, fromBase64Url, fromUtf8, toBase64, toBase64Url, toHex } from './encoding';

const canonicalText = (json: string) => new TextDecoder().decode(canonicalBytes(JSON.parse(json)));

describe('canonical JSON (RFC 8785)', () => {
  it('writes the sample of section 3.2.2 as sections 3.2.3 and 3.2.4 have it', () => {
    const input = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    const expected =
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],` +
      String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`;
    expect(canonicalText(input)).toBe(expected);
    const expectedHex =
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e333333333333332c' +
      '31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d';
    expect(toHex(canonicalBytes(JSON.parse(input)))).toBe(expectedHex);
  });

  it('sorts names by UTF-16 units, as the sample of section 3.2.3', () => {
    const input = String.raw`{
      "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"
    }`;
    const order = [...canonicalText(input).matchAll(/:"([^"]+)"/g)].map(([, name]) => name);
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it.each([[NaN], [Infinity], ['\ud800'], [{ a: '\udc00' }], [undefined]])('has no form for %p', (value) => {
    expect(() => canonicalBytes(value)).toThrow();
  });
});

describe('base64', () => {
  it('writes as RFC 4648 section 10 and as Node does, and reads back', () => {
    const written = ['', 'f', 'fo', 'foo', 'foob'].map((text) => toBase64(new TextEncoder().encode(text)));
    expect(written).toEqual(['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg==']);
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
    );
  });

  it.each(['Zg', 'Zg=', 'Zh==', 'Zm9=', 'Zg==\n', ' Zg==', 'Z', '====', 'Zm 9v', 'Zm-v', 'Zg==Zg=='])('refuses %p', (text) => {
    expect(fromBase64(text)).toBeUndefined();
  });

  it.each(['Zg==', 'Zh', 'Zm9', 'Z', 'Zm+v', 'Zm9v\n', 'Zm9v='])('refuses %p as URL-safe', (text) => {
    expect(fromBase64Url(text)).toBeUndefined();
  });
});

it('reads UTF-8 strictly', () => {
  expect(fromUtf8(Uint8Array.of(0xe2, 0x82, 0xac))).toBe('€');
  expect(fromUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x31))).toBe('\ufeff1');
  expect(fromUtf8(Uint8Array.of(0xed, 0xa0, 0x80))).toBeUndefined();
});
