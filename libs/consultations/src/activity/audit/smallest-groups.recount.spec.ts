import { describe, expect, it } from '@jest/globals';
import { SmallestGroups } from './smallest-groups.recount';

const minute = 60_000;
const said = (...all: (readonly [unit: string, people: number, time: number])[]) => {
  const groups = new SmallestGroups();
  for (const [unit, people, time] of all) groups.book.remembers!['UnitSmallestGroupSet']!({ data: { unit, people }, time } as never);
  return groups;
};

describe('of how many people figures of an activity are at least', () => {
  it('is what its unit or one above it said, the most of it, and the usual where none says anything', () => {
    const groups = said(['root', 5, 0], ['root/a', 20, 0]);
    expect([5, 10, 20].filter((people) => groups.mayBe(people, 'root', 10 * minute))).toEqual([5]);
    expect([5, 10, 20].filter((people) => groups.mayBe(people, 'root/a', 10 * minute))).toEqual([20]);
    expect([5, 10, 20].filter((people) => said().mayBe(people, 'root', 10 * minute))).toEqual([10]);
  });

  it('may be either of what was said before and a moment ago, and nothing between', () => {
    const first = said(['root', 5, 10 * minute - 1]);
    expect([4, 5, 6, 10, 11].filter((people) => first.mayBe(people, 'root', 10 * minute))).toEqual([5, 10]);
    const again = said(['root', 5, 0], ['root', 30, 10 * minute - 1]);
    expect([5, 10, 20, 30].filter((people) => again.mayBe(people, 'root', 10 * minute))).toEqual([5, 30]);
  });
});
