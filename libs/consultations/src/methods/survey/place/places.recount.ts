interface Squares {
  readonly name: string;
  readonly values: readonly string[];
}

/** What auditors may find in the place of a cell: the corner of a hundredth of a degree, on earth. */
export function isCell(cell: unknown): boolean {
  if (typeof cell !== 'string' || !/^-?\d{1,2}\.\d\d,-?\d{1,3}\.\d\d$/.test(cell) || /(^|,)-0\.00/.test(cell)) return false;
  const [latitude, longitude] = cell.split(',').map(Number) as [number, number];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

const mostShown = 100;

/**
 * Places as they may be shown: hundredths of a degree where enough people are, tenths of a degree of everybody else where enough are, and
 * all others as one. Most first, by name where as many are.
 */
export function placesTogether(answered: readonly string[], votes: (value: string) => number, least: number): Squares[] {
  let left = [...answered];
  const parts: Squares[] = [];
  for (const nameOf of [(cell: string) => cell, tenthOf]) {
    const found = new Map<string, { people: number; values: string[] }>();
    for (const cell of left) {
      const part = found.get(nameOf(cell)) ?? { people: 0, values: [] };
      found.set(nameOf(cell), { people: part.people + votes(cell), values: [...part.values, cell] });
    }
    const shown = [...found].filter(([, { people }]) => people >= least);
    shown.sort(([name, { people }], [otherName, other]) => other.people - people || (name < otherName ? -1 : 1));
    for (const [name, { values }] of shown.slice(0, mostShown)) {
      parts.push({ name, values });
      left = left.filter((cell) => !values.includes(cell));
    }
  }
  return left.some((cell) => votes(cell) > 0) ? [...parts, { name: 'elsewhere', values: left }] : parts;
}

/** `50.84,4.35` is in `50.8,4.3`, and `-0.01,4.35` in `-0.1,4.3`: corners are in the south and the west. */
function tenthOf(cell: string): string {
  const corners = cell.split(',').map((corner) => {
    const [whole = '', parts = ''] = corner.replace('-', '').split('.');
    const isBelow = corner.startsWith('-');
    const tenths = Number(whole) * 10 + Number(parts[0]) + (isBelow && parts[1] !== '0' ? 1 : 0);
    return `${isBelow && tenths > 0 ? '-' : ''}${Math.floor(tenths / 10)}.${tenths % 10}`;
  });
  return corners.join(',');
}

/** A square from corner to corner. */
export function squareCalled(corner: string): string {
  const sides = corner.split(',').map((from) => {
    const digits = from.length - from.indexOf('.') - 1;
    const end = (Math.round(Number(from) * 10 ** digits) + 1) / 10 ** digits;
    return `${from}…${end.toFixed(digits)}`;
  });
  return sides.join(', ');
}
