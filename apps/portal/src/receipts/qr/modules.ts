import { withCheckBits } from './error-correction';

/**
 * Mask 3 of table 10, of the column x and the row y; true turns a module over. Section 7.8 would try all eight for the one with the fewest
 * patterns that mislead a reader. To a text as good as random, which a receipt is, one serves as well as another, in a sixth of the time.
 */
const mask = 3;
const isTurned = (x: number, y: number): boolean => (x + y) % 3 === 0;

/** All modules of a code, the codewords placed by section 7.7.3 and masked. */
export function draw(version: number, codewords: readonly number[]): boolean[][] {
  const cells = functionPatterns(version);
  const columns = cells.flatMap((_, x) => (x % 2 === (x < 6 ? 1 : 0) && x !== 0 && x !== 6 ? [x] : [])).reverse();
  let placed = 0;
  for (const [turn, right] of columns.entries()) {
    for (let step = 0; step < cells.length; step++) {
      const y = turn % 2 === 0 ? cells.length - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (cells[y]![x] !== undefined) continue;
        const bit = (codewords[placed >>> 3] ?? 0) >>> (7 - (placed & 7));
        cells[y]![x] = ((bit & 1) === 1) !== isTurned(x, y);
        placed += 1;
      }
    }
  }
  return cells as boolean[][];
}

/** Section 6.3: everything but the data, which is undefined. */
function functionPatterns(version: number): (boolean | undefined)[][] {
  const size = 17 + 4 * version;
  const cells = Array.from({ length: size }, () => Array<boolean | undefined>(size).fill(undefined));
  const set = (x: number, y: number, dark: boolean) => void (x >= 0 && y >= 0 && x < size && y < size && (cells[y]![x] = dark));
  const square = (x: number, y: number, reach: number, lightRings: readonly number[]) => {
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) set(x + dx, y + dy, !lightRings.includes(Math.max(Math.abs(dx), Math.abs(dy))));
    }
  };
  for (let at = 0; at < size; at++) set(6, at, at % 2 === 0);
  for (let at = 0; at < size; at++) set(at, 6, at % 2 === 0);
  const centres = alignmentCentres(version);
  for (const [row, y] of centres.entries()) {
    for (const [column, x] of centres.entries()) {
      const inFinder = (row === 0 && (column === 0 || column === centres.length - 1)) || (column === 0 && row === centres.length - 1);
      if (!inFinder) square(x, y, 2, [1]);
    }
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) square(x, y, 4, [2, 4]);
  const format = withCheckBits(mask, 10, 0x537) ^ 0x5412;
  for (let bit = 0; bit < 15; bit++) {
    const dark = ((format >>> bit) & 1) === 1;
    set(bit < 8 ? 8 : bit === 8 ? 7 : 14 - bit, bit < 6 ? bit : bit < 8 ? bit + 1 : 8, dark);
    if (bit < 8) set(size - 1 - bit, 8, dark);
    else set(8, size - 15 + bit, dark);
  }
  set(8, size - 8, true);
  for (let bit = 0; version >= 7 && bit < 18; bit++) {
    const dark = ((withCheckBits(version, 12, 0x1f25) >>> bit) & 1) === 1;
    set(size - 11 + (bit % 3), Math.floor(bit / 3), dark);
    set(Math.floor(bit / 3), size - 11 + (bit % 3), dark);
  }
  return cells;
}

/** Annex E. */
function alignmentCentres(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  return Array.from({ length: count }, (_, at) => (at === 0 ? 6 : 10 + 4 * version - (count - 1 - at) * step));
}
