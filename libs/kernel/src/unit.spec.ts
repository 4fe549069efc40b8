import { describe, expect, it } from '@jest/globals';
import { isUnit, isWithin, mustBeOpen, rootUnit, unitAbove, unitDepthMax } from './unit';

const [water, shores, roads] = ['root.1f0c22aa', 'root.1f0c22aa.90b3d7e1', 'root.00000000'];
const deep = (levels: number) => [rootUnit, ...Array.from({ length: levels - 1 }, () => '1f0c22aa')].join('.');

describe('the name of a unit', () => {
  it('is its way down from the root, of so many levels at most', () => {
    for (const name of [rootUnit, water, shores, deep(unitDepthMax)]) expect(isUnit(name)).toBe(true);
    for (const name of [
      '',
      'ministry',
      '1f0c22aa',
      'root.',
      'root.1F0C22AA',
      'root.1f0c22a',
      `${water}\n`,
      deep(unitDepthMax + 1),
      null,
      [rootUnit],
    ])
      expect(isUnit(name)).toBe(false);
  });
  it('says what stands right above', () => {
    expect([shores, water, rootUnit].map(unitAbove)).toEqual([water, rootUnit, undefined]);
  });
});

describe('a unit', () => {
  it('is within itself and all above it, and within none beside or below it', () => {
    for (const above of [rootUnit, water, shores]) expect(isWithin(shores, above)).toBe(true);
    for (const other of [roads, `${shores}.00000000`, 'root.1f0c22aa.90b3d7e', 'roo']) expect(isWithin(shores, other)).toBe(false);
  });
  it('must be there and open where something new is begun', () => {
    expect(() => mustBeOpen('open')).not.toThrow();
    expect(() => mustBeOpen('closed')).toThrow('UNIT_CLOSED');
    expect(() => mustBeOpen('unknown')).toThrow('UNIT_NOT_FOUND');
  });
});
