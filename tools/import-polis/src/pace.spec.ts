import { describe, expect, it } from '@jest/globals';
import { inLanes } from './pace';

describe('working in lanes', () => {
  it('keeps the order within a lane and never has more in hand than allowed', async () => {
    const items = Array.from({ length: 200 }, (_, index) => ({ lane: String(index % 7), index }));
    const seen = new Map<string, number[]>();
    let now = 0;
    let most = 0;
    await inLanes(items, ({ lane }) => lane, 5, async ({ lane, index }) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, index % 3));
      seen.set(lane, [...(seen.get(lane) ?? []), index]);
      now--;
    });
    expect([...seen.values()].every((indices) => indices.every((index, at) => at === 0 || index > indices[at - 1]!))).toBe(true);
    expect([...seen.values()].flat()).toHaveLength(200);
    expect(most).toBeLessThanOrEqual(5);
  });

  it('fails when a piece of work fails, and starts nothing more', async () => {
    const started: number[] = [];
    const work = async (item: number) => {
      started.push(item);
      await new Promise((resolve) => setTimeout(resolve, item === 3 ? 0 : 5));
      if (item === 3) throw new Error('three');
    };
    await expect(inLanes([1, 2, 3, 4, 5, 6, 7, 8], String, 3, work)).rejects.toThrow('three');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(started).toEqual([1, 2, 3]);
  });
});
