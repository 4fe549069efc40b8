import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { entryBundleBytes, hashTileBytes, parseEntryBundle, parseHashTile } from './tile-data';

const anyHashes = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { minLength: 1, maxLength: 256 });
const anyLeaves = fc.array(fc.uint8Array({ maxLength: 700 }), { minLength: 1, maxLength: 256 });

describe('a hash tile', () => {
  it('is its hashes one after the other, and read back with its width alone', () => {
    fc.assert(
      fc.property(anyHashes, fc.integer({ min: 0, max: 300 }), (hashes, width) => {
        const bytes = hashTileBytes(hashes);
        expect(Buffer.from(bytes)).toEqual(Buffer.concat(hashes));
        expect(parseHashTile(bytes, width)).toEqual(width === hashes.length ? hashes : undefined);
        expect(parseHashTile(bytes.subarray(1), hashes.length)).toBeUndefined();
      }),
    );
  });

  it('is not made of nothing, of too many hashes, or of what is no hash', () => {
    const hash = new Uint8Array(32);
    for (const wrong of [[], Array(257).fill(hash), [hash, new Uint8Array(31)]]) expect(() => hashTileBytes(wrong)).toThrow(RangeError);
  });
});

describe('an entry bundle', () => {
  it('has each entry behind its big-endian length', () => {
    const bytes = entryBundleBytes([Uint8Array.of(1, 2), new Uint8Array(), new Uint8Array(258).fill(9)]);
    expect(Buffer.from(bytes)).toEqual(Buffer.concat([Buffer.of(0, 2, 1, 2, 0, 0, 1, 2), Buffer.alloc(258, 9)]));
  });

  it('is read back with its width alone', () => {
    fc.assert(
      fc.property(anyLeaves, (leaves) => {
        const bytes = entryBundleBytes(leaves);
        expect(parseEntryBundle(bytes, leaves.length)).toEqual(leaves);
        expect(parseEntryBundle(bytes, leaves.length + 1)).toBeUndefined();
        expect(parseEntryBundle(bytes, leaves.length - 1)).toBeUndefined();
        expect(parseEntryBundle(Buffer.concat([bytes, Buffer.of(0)]), leaves.length)).toBeUndefined();
        expect(parseEntryBundle(bytes.subarray(0, -1), leaves.length)).toBeUndefined();
      }),
    );
  });

  it('takes the longest leaf and none that is longer', () => {
    const longest = new Uint8Array(65_535).fill(7);
    expect(parseEntryBundle(entryBundleBytes([longest]), 1)).toEqual([longest]);
    expect(() => entryBundleBytes([new Uint8Array(65_536)])).toThrow('65535');
    for (const wrong of [[], Array(257).fill(new Uint8Array(1))]) expect(() => entryBundleBytes(wrong)).toThrow(RangeError);
  });
});
