import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CompactTable } from './compact-table';
import { Names } from './names';
import { Numbers } from './numbers';

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('what is kept of each event', () => {
  it.each([32, 3])('a table of values of %d bits holds what a map would', (valueBits) => {
    const high = fc.oneof(fc.nat(5), fc.integer({ min: 0, max: valueBits === 32 ? 2 ** 32 - 1 : 2 ** (32 - valueBits) - 1 }));
    const value = fc.integer({ min: 1, max: 2 ** valueBits - 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(high, fc.oneof(word, fc.nat(2_000)), value), { maxLength: 3_000 }), (entries) => {
        const [table, map] = [new CompactTable(valueBits), new Map<string, number>()];
        for (const [high, low, value] of entries) {
          expect(table.get(high, low)).toBe(map.get(`${high}/${low}`) ?? 0);
          table.set(high, low, value);
          map.set(`${high}/${low}`, value);
        }
        expect(table.size).toBe(map.size);
        expect(new Map([...table.entries()].map(([high, low, value]) => [`${high}/${low}`, value]))).toEqual(map);
      }),
      { numRuns: 30 },
    );
  });

  it('a list of numbers holds what an array would, however large they become', () => {
    const value = fc.oneof(fc.nat(255), fc.nat(2 ** 16), word);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(300), value), { maxLength: 300 }), (all) => {
        const [numbers, array] = [new Numbers(), new Array<number>(301).fill(0)];
        for (const [index, number] of all) {
          numbers.set(index, number);
          array[index] = number;
        }
        expect(array.map((_, index) => numbers.get(index))).toEqual(array);
      }),
    );
  });

  it('names are given back as they were', () => {
    const names = new Names();
    const nameOf = (number: number) => (number % 2 === 0 ? number.toString(16).padStart(32, 'a') : 'ä'.repeat(number % 40) + number);
    for (let number = 0; number < 60_000; number += 3) names.keep(number, nameOf(number));
    for (let number = 0; number < 60_000; number++) expect(names.of(number)).toBe(number % 3 === 0 ? nameOf(number) : undefined);
    names.keep(3, 'another');
    expect(names.of(3)).toBe(nameOf(3));
  });
});
