import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { largestOf, SharedBudget } from './shared-budget';

interface Holder {
  held: number;
}

function budgetOf(limit: number, holders: readonly Holder[]): { budget: SharedBudget<Holder>; cut: Holder[] } {
  const cut: Holder[] = [];
  const budget: SharedBudget<Holder> = new SharedBudget(limit, () => largestOf(holders, ({ held }) => held), (holder) => {
    cut.push({ ...holder });
    budget.used -= holder.held;
    holder.held = 0;
  });
  budget.used = holders.reduce((sum, { held }) => sum + held, 0);
  return { budget, cut };
}

describe('SharedBudget', () => {
  it('cuts the largest off, and no more of them than it must', () => {
    const amounts = fc.array(fc.nat({ max: 1_000 }), { maxLength: 50 });
    fc.assert(
      fc.property(amounts, fc.nat({ max: 5_000 }), (held, limit) => {
        const holders = held.map((one) => ({ held: one }));
        const { budget, cut } = budgetOf(limit, holders);
        budget.enforce();
        expect(budget.used).toBeLessThanOrEqual(limit);
        const largestFirst = held.toSorted((a, b) => b - a);
        expect(cut.map((one) => one.held)).toEqual(largestFirst.slice(0, cut.length));
        if (cut.length > 0) expect(budget.used + cut.at(-1)!.held).toBeGreaterThan(limit);
      }),
    );
  });

  it('leaves those alone who were there first, of several that hold as much', () => {
    const holders = [{ held: 5 }, { held: 5 }, { held: 5 }];
    budgetOf(10, holders).budget.enforce();
    expect(holders.map(({ held }) => held)).toEqual([5, 5, 0]);
  });

  it('gives up when nobody holds what was counted', () => {
    const { budget, cut } = budgetOf(10, [{ held: 0 }]);
    budget.used = 11;
    budget.enforce();
    expect(cut).toEqual([]);
  });
});
