import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { labelPlaces } from './labels';

const frame = { width: 720, height: 460 };
const radius = 30;

const mark = fc.record({ x: fc.double({ min: 0, max: 720, noNaN: true }), y: fc.double({ min: 0, max: 460, noNaN: true }) });
const group = fc.array(mark, { minLength: 1, maxLength: 60 });

describe('the labels of groups', () => {
  it('never cover one another and stand in the frame as a whole, wherever people are', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 5 }), (groups) => {
        const labels = labelPlaces(groups, radius, 8, frame);
        expect(labels).toHaveLength(groups.length);
        for (const [index, { x, y }] of labels.entries()) {
          expect([x >= radius, y >= radius, x <= 720 - radius, y <= 460 - radius]).toEqual([true, true, true, true]);
          for (const other of labels.slice(index + 1)) expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(2 * radius);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('still keep apart where marks fill the frame and everybody is in one place', () => {
    const everywhere = Array.from({ length: 72 * 46 }, (_, n) => ({ x: (n % 72) * 10, y: Math.floor(n / 72) * 10 }));
    const labels = labelPlaces([everywhere, everywhere, everywhere, everywhere, everywhere], radius, 8, frame);
    for (const [index, one] of labels.entries())
      for (const other of labels.slice(index + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(2 * radius);
  });

  it('stand on no mark as long as there is room', () => {
    const crowd = Array.from({ length: 200 }, (_, n) => ({ x: 300 + (n % 20) * 5, y: 200 + Math.floor(n / 20) * 5 }));
    const [label] = labelPlaces([crowd], radius, 8, frame);
    for (const { x, y } of crowd) expect(Math.hypot(x - label!.x, y - label!.y)).toBeGreaterThan(radius + 8);
  });
});
