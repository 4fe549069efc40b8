import { describe, expect, it } from '@jest/globals';
import { RecentIds } from './recent-ids';

describe('recent ids', () => {
  it('remembers at least one generation and at most two', () => {
    const recent = new RecentIds(100);
    for (let n = 1; n <= 1_000; n += 1) {
      recent.remember(`id-${n}`, { stream: 's', revision: n, position: n });
      const known = Array.from({ length: Math.min(n, 100) }, (_, back) => recent.find(`id-${n - back}`)?.revision === n - back);
      if (known.includes(false) || recent.find(`id-${n - 200}`)) throw new Error(`After ${n} ids the wrong ones are remembered.`);
    }
    expect(recent.find('id-1000')).toEqual({ stream: 's', revision: 1_000, position: 1_000 });
    expect(recent.find('id-1')).toBeUndefined();
    expect(recent.find('never')).toBeUndefined();
  });
});
