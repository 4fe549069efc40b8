import { concatBytes } from '../encoding';
import { HASH_SIZE, isHash } from '../tree/hash';
import { MAX_LEAF_SIZE } from '../tree/leaf';
import { TILE_WIDTH } from './tile';

/** The bytes of a hash tile: its hashes one after the other. @throws RangeError unless these are 1 to 256 hashes */
export function hashTileBytes(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length < 1 || hashes.length > TILE_WIDTH || !hashes.every(isHash)) throw new RangeError('A hash tile has 1 to 256 hashes');
  return concatBytes(...hashes);
}

/** Reads a hash tile. @returns undefined unless it has exactly `width` hashes */
export function parseHashTile(bytes: Uint8Array, width: number): Uint8Array[] | undefined {
  if (width < 1 || width > TILE_WIDTH || bytes.length !== width * HASH_SIZE) return undefined;
  return Array.from({ length: width }, (_, at) => bytes.subarray(at * HASH_SIZE, (at + 1) * HASH_SIZE));
}

/**
 * The bytes of an entry bundle: each leaf behind its length as a big-endian 16-bit number.
 * @throws RangeError unless these are 1 to 256 leaves of at most {@link MAX_LEAF_SIZE} bytes
 */
export function entryBundleBytes(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length < 1 || leaves.length > TILE_WIDTH) throw new RangeError('An entry bundle has 1 to 256 entries');
  return concatBytes(...leaves.flatMap((leaf) => [lengthOf(leaf), leaf]));
}

/** Reads an entry bundle. @returns undefined unless it has exactly `width` entries and nothing behind them */
export function parseEntryBundle(bytes: Uint8Array, width: number): Uint8Array[] | undefined {
  if (width < 1 || width > TILE_WIDTH) return undefined;
  const leaves: Uint8Array[] = [];
  let at = 0;
  while (leaves.length < width && at + 2 <= bytes.length) {
    const end = at + 2 + bytes[at]! * 256 + bytes[at + 1]!;
    if (end > bytes.length) return undefined;
    leaves.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return leaves.length === width && at === bytes.length ? leaves : undefined;
}

function lengthOf(leaf: Uint8Array): Uint8Array {
  if (leaf.length > MAX_LEAF_SIZE) throw new RangeError(`A leaf has at most ${MAX_LEAF_SIZE} bytes, this one ${leaf.length}`);
  return Uint8Array.of(leaf.length >> 8, leaf.length & 0xff);
}
