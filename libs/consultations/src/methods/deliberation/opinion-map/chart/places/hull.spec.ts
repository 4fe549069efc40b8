import { describe, expect, it } from '@jest/globals';
import { convexHull, core } from './hull';

describe('the outline of a group', () => {
  it('is the convex hull: what lies inside is left out', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 4, y: 4 },
      { x: 0, y: 4 },
    ];
    const hull = convexHull([...square, { x: 2, y: 2 }, { x: 1, y: 3 }]);
    expect(hull).toHaveLength(4);
    expect(new Set(hull)).toEqual(new Set(square));
  });

  it('leaves out the few who stand farthest off', () => {
    const near = Array.from({ length: 9 }, (_, index) => ({ x: index % 3, y: Math.floor(index / 3) }));
    expect(core([...near, { x: 100, y: 100 }], 0.9)).not.toContainEqual({ x: 100, y: 100 });
  });
});
