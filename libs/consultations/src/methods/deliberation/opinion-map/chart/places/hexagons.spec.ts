import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hexagons } from './hexagons';

const person = fc.record({
  x: fc.double({ min: 0, max: 720, noNaN: true }),
  y: fc.double({ min: 0, max: 460, noNaN: true }),
  group: fc.constantFrom('A', 'B'),
});

describe('hexagons', () => {
  it('hold everybody once, each in one that reaches them', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 200 }), (people) => {
        const bins = hexagons(people, 8);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(people.length);
        for (const { x, y } of people)
          expect(Math.min(...bins.map(({ centre }) => Math.hypot(centre.x - x, centre.y - y)))).toBeLessThan(8.2);
        expect(new Set(bins.map(({ centre }) => `${centre.x} ${centre.y}`)).size).toBe(bins.length);
      }),
    );
  });

  it('have the group of most people in them', () => {
    const at = (group: string) => ({ x: 100, y: 100, group });
    expect(hexagons([at('A'), at('B'), at('B')], 8)).toMatchObject([{ count: 3, group: 'B' }]);
  });

  it('are no more than fit into the frame, however many people there are', () => {
    const many = Array.from({ length: 50_000 }, (_, n) => ({ x: (n * 7919) % 720, y: (n * 104_729) % 460, group: 'A' }));
    expect(hexagons(many, 8).length).toBeLessThan((720 * 460) / (1.5 * Math.sqrt(3) * 64) + 200);
  });
});
