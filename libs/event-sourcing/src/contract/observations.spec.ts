import { describe, expect, it } from '@jest/globals';
import type { Position } from '@eventstore/db-client';
import { firstGap, firstOutOfOrder, firstOvertaken, scattered } from './observations.fixture';
import type { Seen } from './observing.fixture';

const at = (commit: number, prepare = commit): Position => ({ commit: BigInt(commit), prepare: BigInt(prepare) });
const happened = { id: '', type: 'Happened' };
const seen = (stream: string, revision: number, position: Position, n = 0): Seen => ({ ...happened, stream, revision, position, n });

describe('what the contract looks for is found where it is', () => {
  const good = [seen('a', 0, at(10)), seen('b', 0, at(35)), seen('a', 1, at(36)), seen('a', 2, at(90))];

  it('finds nothing in what is whole and in order', () => {
    expect(firstGap(good)).toBeUndefined();
    expect(firstOutOfOrder(good)).toBeUndefined();
  });

  it('finds a lost event, a doubled one, and two that changed places', () => {
    expect(firstGap(good.filter(({ revision }) => revision !== 1))).toMatchObject({ stream: 'a', revision: 2 });
    expect(firstGap([...good, good[3]!])).toMatchObject({ stream: 'a', revision: 2 });
    expect(firstGap([good[2]!, good[0]!])).toMatchObject({ stream: 'a', revision: 1 });
    expect(firstOutOfOrder([...good, good[3]!])).toMatchObject({ revision: 2 });
    expect(firstOutOfOrder([good[0]!, good[2]!, good[1]!])).toMatchObject({ stream: 'b' });
  });

  it('tells events of one commit position apart by the prepare position', () => {
    expect(firstOutOfOrder([seen('a', 0, at(9, 3)), seen('a', 1, at(9, 5))])).toBeUndefined();
    expect(firstOutOfOrder([seen('a', 0, at(9, 5)), seen('a', 1, at(9, 3))])).toMatchObject({ revision: 1 });
  });

  it('finds an append that was placed before one acknowledged earlier, and lets those in flight together be', () => {
    const together = [
      { begun: 1, acknowledged: 4, position: at(20) },
      { begun: 2, acknowledged: 3, position: at(10) },
    ];
    expect(firstOvertaken(together)).toBeUndefined();
    const late = { begun: 5, acknowledged: 6, position: at(15) };
    expect(firstOvertaken([...together, late])).toBe(late);
    expect(firstOvertaken([...together, { ...late, position: at(20) }])).toBeDefined();
    expect(firstOvertaken([...together, { ...late, position: at(21) }])).toBeUndefined();
  });

  it('finds an append with another in its midst', () => {
    const run = (...numbers: number[]) => numbers.map((n, index) => seen('a', index, at(index), n));
    expect(scattered(run(1, 1, 2, 2, 3))).toEqual([]);
    expect(scattered(run(1, 1, 2, 1, 3))).toEqual([1]);
  });
});
