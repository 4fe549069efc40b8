import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aroundCell, cellOf, cellsTogether, elsewhere, squareInDegrees, squareOf } from './cells.pure';
import { isCell, placesTogether, squareCalled } from './places.recount';
import { positionIn, positionOf } from './position.pure';

const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const anyPlace = fc.record({ latitude: degrees(90), longitude: degrees(180) });
const hundredths = fc.integer({ min: -12, max: 12 });
const nearby = fc.record({ latitude: hundredths, longitude: hundredths }).map(
  ({ latitude, longitude }) => cellOf({ latitude: latitude / 100 + 0.001, longitude: longitude / 100 + 0.001 })!,
);
const anyPeople = fc.dictionary(nearby, fc.integer({ min: 0, max: 14 }), { maxKeys: 40 });

describe('a place that is counted', () => {
  it('is a cell of a hundredth of a degree, named by its south-western corner', () => {
    expect(cellOf({ latitude: 50.8467, longitude: 4.3525 })).toBe('50.84,4.35');
    expect(cellOf({ latitude: -0.0001, longitude: 0.0001 })).toBe('-0.01,0.00');
    expect(cellOf({ latitude: -0, longitude: -180 })).toBe('0.00,-180.00');
    expect(cellOf({ text: 'By the lake' })).toBeUndefined();
    fc.assert(fc.property(anyPlace, (place) => isCell(cellOf(place))));
    for (const wrong of ['50.8467,4.3525', '91.00,0.00', '-0.00,1.00', 'x', '1.00', 5]) expect(isCell(wrong)).toBe(false);
  });

  it('is in the cell that begins at it, at each corner of each cell, and in none before', () => {
    const corner = fc.tuple(fc.constantFrom('', '-'), fc.nat(89), fc.nat(99)).map(([sign, whole, parts]) => {
      const digits = `${whole}.${String(parts).padStart(2, '0')}`;
      return digits === '0.00' ? digits : sign + digits;
    });
    expect(cellOf({ latitude: 50.85, longitude: 4.35 })).toBe('50.85,4.35');
    fc.assert(
      fc.property(corner, corner, fc.nat(999), (south, west, thousandths) => {
        const [latitude, longitude] = [south, west].map(Number) as [number, number];
        expect(cellOf({ latitude, longitude })).toBe(`${south},${west}`);
        // By its digits: to the north of the equator, what stands behind the hundredths takes a place to no other cell.
        if (south.startsWith('-')) return;
        const within = Number(`${south}${String(thousandths).padStart(3, '0')}`);
        expect(cellOf({ latitude: within, longitude })).toBe(`${south},${west}`);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is shown where enough people are, among all of a larger cell where they are, and with all others elsewhere', () => {
    const people: Record<string, number> = { '50.84,4.35': 12, '50.84,4.36': 6, '50.85,4.37': 5, '48.85,2.35': 3, '-0.01,0.00': 1 };
    const shown = cellsTogether(Object.keys(people), (cell) => people[cell]!, 10);
    expect(shown.map(({ name }) => name)).toEqual(['50.84,4.35', '50.8,4.3', elsewhere]);
    expect(shown[1]!.values).toEqual(['50.84,4.36', '50.85,4.37']);
    expect(aroundCell('-0.01,0.00')).toBe('-0.1,0.0');
    expect([squareOf('50.8,4.3'), squareOf(elsewhere)]).toEqual([{ south: 50.8, west: 4.3, size: 0.1 }, undefined]);
    expect(cellsTogether([], () => 0, 10)).toEqual([]);
  });

  it('is the same for the platform and for auditors, with nobody twice or left out, and no place of few people', () => {
    fc.assert(
      fc.property(anyPeople, fc.integer({ min: 2, max: 12 }), (people, least) => {
        const cells = Object.keys(people);
        const shown = cellsTogether(cells, (cell) => people[cell]!, least);
        expect(shown).toEqual(placesTogether(cells, (cell) => people[cell]!, least));
        const sum = (values: readonly string[]) => values.reduce((all, cell) => all + people[cell]!, 0);
        for (const { name, values } of shown) if (name !== elsewhere) expect(sum(values)).toBeGreaterThanOrEqual(least);
        for (const { name } of shown) if (name !== elsewhere) expect(squareInDegrees(name)).toBe(squareCalled(name));
        expect(shown.reduce((all, { values }) => all + sum(values), 0)).toBe(sum(cells));
      }),
    );
  });
});

describe('a position that is typed', () => {
  it('is latitude and longitude, in the digits of any language of the site', () => {
    expect(positionIn(' 50.8467, 4.3525 ')).toEqual({ latitude: 50.8467, longitude: 4.3525 });
    const inArabic = '\u0663\u0660\u066b\u0660\u0664\u060c \u0663\u0661\u066b\u0662\u0663';
    expect(positionIn(inArabic)).toEqual({ latitude: 30.04, longitude: 31.23 });
    expect(positionIn('-33.8567844;151.2152967')).toEqual({ latitude: -33.85678, longitude: 151.2153 });
    const unread = positionIn('by the lake');
    expect([positionIn(''), unread, positionOf(unread)]).toEqual([{}, { latitude: 'by the lake' }, 'by the lake']);
    fc.assert(
      fc.property(anyPlace, ({ latitude, longitude }) => {
        const typed = positionIn(`${latitude.toFixed(5)}, ${longitude.toFixed(5)}`);
        expect(positionIn(positionOf(typed))).toEqual(typed);
      }),
    );
  });
});
