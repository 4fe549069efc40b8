import { describe, expect, it } from '@jest/globals';
import { reedSolomon, withCheckBits } from './error-correction';
import { qrCode } from './qr-code';

const hex = (text: string) => text.split(' ').map((byte) => parseInt(byte, 16));

describe('the published vectors of ISO/IEC 18004', () => {
  it('annex I: the error correction of 01234567 in a code of version 1-M', () => {
    expect(reedSolomon(hex('10 20 0c 56 61 80 ec 11 ec 11 ec 11 ec 11 ec 11'), 10)).toEqual(hex('a5 24 d4 c1 ed 36 c7 87 2c 55'));
  });

  it('annexes C and D: format and version information', () => {
    expect((withCheckBits(0b00101, 10, 0x537) ^ 0x5412).toString(2).padStart(15, '0')).toBe('100000011001110');
    expect(withCheckBits(7, 12, 0x1f25).toString(2).padStart(18, '0')).toBe('000111110010010100');
    expect(withCheckBits(40, 12, 0x1f25).toString(2).padStart(18, '0')).toBe('101000110001101001');
  });
});

/** Tables 9 and E.1 for level M of some versions: blocks and their codewords (all, data), and the centres of the alignment patterns. */
const versions: Record<number, { blocks: [count: number, all: number, data: number][]; centres: number[] }> = {
  1: { blocks: [[1, 26, 16]], centres: [] },
  2: { blocks: [[1, 44, 28]], centres: [6, 18] },
  5: { blocks: [[2, 67, 43]], centres: [6, 30] },
  8: { blocks: [[2, 60, 38], [2, 61, 39]], centres: [6, 24, 42] },
  10: { blocks: [[4, 69, 43], [1, 70, 44]], centres: [6, 28, 50] },
  17: { blocks: [[10, 74, 46], [1, 75, 47]], centres: [6, 30, 54, 78] },
  32: { blocks: [[10, 74, 46], [23, 75, 47]], centres: [6, 34, 60, 86, 112, 138] },
  40: { blocks: [[18, 75, 47], [31, 76, 48]], centres: [6, 30, 58, 86, 114, 142, 170] },
};

const inverted = [
  (i: number, j: number) => (i + j) % 2, (i: number) => i % 2, (_: number, j: number) => j % 3, (i: number, j: number) => (i + j) % 3,
  (i: number, j: number) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2, (i: number, j: number) => ((i * j) % 2) + ((i * j) % 3),
  (i: number, j: number) => (((i * j) % 2) + ((i * j) % 3)) % 2, (i: number, j: number) => (((i + j) % 2) + ((i * j) % 3)) % 2,
];

/** Reads a code as a scanner does that sees every module right, by the tables above; all syndromes of all blocks must be zero. */
function read(code: boolean[][]): string {
  const size = code.length;
  const version = (size - 17) / 4;
  const { blocks, centres } = versions[version]!;
  const bit = (i: number, j: number) => (code[i]![j] ? 1 : 0);
  const format = [0, 1, 2, 3, 4, 5, 7, 8].map((j) => bit(8, j)).concat([7, 5, 4, 3, 2, 1, 0].map((i) => bit(i, 8)));
  const copy = [1, 2, 3, 4, 5, 6, 7].map((up) => bit(size - up, 8)).concat([8, 7, 6, 5, 4, 3, 2, 1].map((left) => bit(8, size - left)));
  expect(copy).toEqual(format);
  const [levelHigh, levelLow, ...maskBits] = format.map((value, at) => value ^ Number('101010000010010'[at]));
  expect([levelHigh, levelLow]).toEqual([0, 0]);
  const mask = inverted[parseInt(maskBits.slice(0, 3).join(''), 2)]!;

  const near = (at: number, centre: number) => Math.abs(at - centre) <= 2;
  const last = centres.at(-1);
  const isAlignment = (i: number, j: number) =>
    centres.some((y) => near(i, y) && centres.some((x) => near(j, x) && !((y === 6 && x === 6) || (y === 6 && x === last) || (y === last && x === 6))));
  const isFunction = (i: number, j: number) =>
    (i < 9 && j < 9) || (i < 9 && j >= size - 8) || (i >= size - 8 && j < 9) || i === 6 || j === 6 || isAlignment(i, j) ||
    (version >= 7 && ((i < 6 && j >= size - 11) || (j < 6 && i >= size - 11)));
  const bits: number[] = [];
  for (let right = size - 1, up = true; right > 0; right -= right === 8 ? 3 : 2, up = !up) {
    for (let step = 0; step < size; step++) {
      const i = up ? size - 1 - step : step;
      for (const j of [right, right - 1]) if (!isFunction(i, j)) bits.push(bit(i, j) ^ (mask(i, j) === 0 ? 1 : 0));
    }
  }
  const lengths = blocks.flatMap(([count, all, data]) => Array.from({ length: count }, () => ({ all, data })));
  const found = lengths.map(() => [] as number[]);
  const codewords = Array.from({ length: Math.floor(bits.length / 8) }, (_, at) => parseInt(bits.slice(at * 8, at * 8 + 8).join(''), 2)).values();
  expect(Math.floor(bits.length / 8)).toBe(lengths.reduce((sum, { all }) => sum + all, 0));
  for (let at = 0; at < Math.max(...lengths.map(({ data }) => data)); at++) lengths.forEach(({ data }, block) => at < data && found[block]!.push(codewords.next().value!));
  const payload = found.flat();
  for (let at = 0; at < lengths[0]!.all - lengths[0]!.data; at++) lengths.forEach((_, block) => found[block]!.push(codewords.next().value!));
  for (const [block, { all, data }] of lengths.entries()) expect(syndromes(found[block]!, all - data)).toEqual(Array(all - data).fill(0));

  const stream = payload.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  expect(stream.slice(0, 4)).toBe('0100');
  const lengthBits = version < 10 ? 8 : 16;
  const length = parseInt(stream.slice(4, 4 + lengthBits), 2);
  const bytes = Array.from({ length }, (_, at) => parseInt(stream.slice(4 + lengthBits + at * 8, 12 + lengthBits + at * 8), 2));
  expect(stream.slice(4 + lengthBits + length * 8)).toMatch(/^0000(1110110000010001)*(11101100)?$/);
  return Buffer.from(bytes).toString();
}

/** The polynomial of a block at the powers of 2 in GF(2^8) modulo 285. */
function syndromes(block: readonly number[], count: number): number[] {
  const powers = [1];
  while (powers.length < 255) powers.push(powers.at(-1)! * 2 > 255 ? (powers.at(-1)! * 2) ^ 285 : powers.at(-1)! * 2);
  const times = (a: number, power: number) => (a === 0 ? 0 : powers[(powers.indexOf(a) + power) % 255]!);
  return Array.from({ length: count }, (_, power) => block.reduce((sum, codeword) => times(sum, power) ^ codeword, 0));
}

describe('a QR code', () => {
  it.each([
    ['a word', 'words', 1],
    ['all that version 1 holds', 'a'.repeat(14), 1],
    ['one byte more', 'a'.repeat(15), 2],
    ['other scripts', 'كلماتي 🙂 and words, in UTF-8, and all that at some length', 5],
    ['two lengths of blocks', 'https://ministry.example/'.repeat(6), 8],
    ['a longer count', 'b'.repeat(200), 10],
    ['a link with a receipt', `https://ministry.example/receipts?r=isegoria-receipt.1.${'eyJkYXRhIjoi'.repeat(33)}`, 17],
    ['the odd one among the alignments', 'c'.repeat(1_500), 32],
    ['all that there is', 'd'.repeat(2_331), 40],
  ])('is read again: %s', (_, text, version) => {
    const code = qrCode(text);
    expect(code.map((row) => row.length)).toEqual(Array(17 + 4 * version).fill(17 + 4 * version));
    expect(read(code)).toBe(text);
  });

  it('is refused for more than it can hold', () => {
    expect(() => qrCode('d'.repeat(2_332))).toThrow('too long');
  });
});
