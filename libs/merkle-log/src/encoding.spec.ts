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

  // RFC 8785 appendix B: the bits of a double, and its text.
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number with the bits %s as %s', (bits, text) => {
    expect(Buffer.from(canonicalBytes(Buffer.from(bits, 'hex').readDoubleBE())).toString()).toBe(text);
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
