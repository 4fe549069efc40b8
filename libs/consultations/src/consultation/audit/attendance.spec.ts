import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assuranceLevels, type AssuranceLevel } from '@isegoria/kernel';
import { atEachLevel } from '../../results/assurance/by-assurance.contract';
import { Attendance } from './attendance.recount';

describe('the people who take part in a consultation', () => {
  it('count once, at the highest level of their ballots', () => {
    const attendance = new Attendance();
    attendance.cast('poll', 'anna', 'anonymous');
    attendance.cast('deliberation', 'anna', 'email');
    attendance.cast('poll', 'ben', 'email');
    expect(attendance.byAssurance()).toEqual(atEachLevel(0, { email: 2 }));
    attendance.setExcluded('deliberation', 'anna', true);
    expect(attendance.byAssurance()).toEqual(atEachLevel(0, { anonymous: 1, email: 1 }));
    attendance.cast('deliberation', 'anna', 'attested');
    expect(attendance.byAssurance()).toEqual(atEachLevel(0, { anonymous: 1, email: 1 }));
    attendance.setExcluded('deliberation', 'anna', false);
    expect(attendance.byAssurance()).toEqual(atEachLevel(0, { email: 1, attested: 1 }));
  });

  it('are as many as are found by looking through all ballots', () => {
    const of = <T>(...values: readonly T[]) => fc.constantFrom(...values);
    const step = fc.record({
      activity: of('a', 'b', 'c'),
      voter: of('anna', 'ben'),
      act: of<AssuranceLevel | 'out' | 'back' | 'raise'>(...assuranceLevels, 'out', 'back', 'raise'),
      isWritten: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const attendance = new Attendance();
        const ballots = new Map<string, { voter: string; rank: number; out: boolean; least: number }>();
        for (const { activity, voter, act, isWritten } of steps) {
          const names = [`${activity} ${voter}`, `${activity} ${voter} written`];
          const both = names.flatMap((name) => ballots.get(name) ?? []);
          if (act === 'raise') {
            attendance.raise(activity, voter, 'email');
            for (const one of both) Object.assign(one, { least: 1, rank: Math.max(1, one.rank) });
          } else if (act !== 'out' && act !== 'back') {
            if (isWritten) attendance.wrote(activity, voter, act);
            else attendance.cast(activity, voter, act);
            const name = names[Number(isWritten)]!;
            const { out = false, least = 0, rank = 0 } = ballots.get(name) ?? {};
            ballots.set(name, { voter, rank: Math.max(isWritten ? rank : least, assuranceLevels.indexOf(act)), out, least });
          } else {
            attendance.setExcluded(activity, voter, act === 'out');
            for (const one of both) one.out = act === 'out';
          }
        }
        const highest = new Map<string, number>();
        for (const { voter, rank, out } of ballots.values()) if (!out) highest.set(voter, Math.max(rank, highest.get(voter) ?? 0));
        const expected = atEachLevel(0) as Record<AssuranceLevel, number>;
        for (const rank of highest.values()) expected[assuranceLevels[rank]!] += 1;
        expect(attendance.byAssurance()).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
