import { reedSolomon } from './error-correction';
import { draw } from './modules';

/** Table 9, level M, versions 1 to 40: error correction codewords a block, and blocks. */
const eccPerBlock = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, ...Array<number>(19).fill(28)];
const blockCounts = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49];

/**
 * A QR code (ISO/IEC 18004:2015, to which the sections and tables named here belong) in byte mode and at error correction level M: enough
 * for a link on paper, which may lose a seventh of its area to folds and stains.
 * @returns rows of modules, the dark ones true, without the four light ones that must surround them
 * @throws for more than 2,331 bytes of UTF-8
 */
export function qrCode(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text);
  const version = 1 + eccPerBlock.findIndex((_, index) => bytes.length + (index < 9 ? 2 : 3) <= dataCapacity(index + 1));
  if (version === 0) throw new Error('This text is too long for a QR code.');
  return draw(version, withErrorCorrection(dataCodewords(bytes, version), version));
}

/** Codewords of data: all modules but those of the function patterns, by 8, without error correction. */
function dataCapacity(version: number): number {
  const alignment = Math.floor(version / 7) + 2;
  const modules = (16 * version + 128) * version + 64 - (version < 2 ? 0 : (25 * alignment - 10) * alignment - 55) - (version < 7 ? 0 : 36);
  return Math.floor(modules / 8) - eccPerBlock[version - 1]! * blockCounts[version - 1]!;
}

/** Section 7.4: mode, length, the bytes, a terminator, and two pad codewords in turns. */
function dataCodewords(bytes: Uint8Array, version: number): number[] {
  const length = bytes.length.toString(2).padStart(version < 10 ? 8 : 16, '0');
  const bits = `0100${length}${[...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')}0000`;
  const codewords = bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2));
  for (let pad = 0xec; codewords.length < dataCapacity(version); pad ^= 0xec ^ 0x11) codewords.push(pad);
  return codewords;
}

/** Sections 7.5 and 7.6: blocks, the later ones a codeword longer, each with its own error correction, all taken in turns. */
function withErrorCorrection(data: readonly number[], version: number): number[] {
  const [count, eccLength] = [blockCounts[version - 1]!, eccPerBlock[version - 1]!];
  const [short, longs] = [Math.floor(data.length / count), data.length % count];
  const startOf = (block: number) => block * short + Math.max(0, block - (count - longs));
  const blocks = Array.from({ length: count }, (_, block) => data.slice(startOf(block), startOf(block + 1)));
  const corrections = blocks.map((block) => reedSolomon(block, eccLength));
  const inTurns = (lists: readonly (readonly number[])[], length: number) =>
    Array.from({ length }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
  return [...inTurns(blocks, short + 1), ...inTurns(corrections, eccLength)];
}
