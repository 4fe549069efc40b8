import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { atEachLevel } from '../../results/assurance/by-assurance.contract';
import { Participation } from '../../results/participation/participation.recount';
import type { CountedCast } from '../method/method.recount';
import { MotionBook } from './audit/motion-book.recount';
import { majorities, motionVotes, type Majority, type MotionCount } from './motion.contract';
import { countedMotion } from './results/counted-motion.read-model';

type Cast = readonly [yes: number, no: number, abstain: number];

function read([yes, no, abstain]: Cast, settings: { majority: Majority; quorum: number }): MotionCount {
  const tallies = new Map(
    Object.entries({ yes, no, abstain }).map(([vote, votes]) => [vote, atEachLevel(0, { email: votes, anonymous: 3 })]),
  );
  return countedMotion(tallies, { settings, countsFrom: 'email' });
}

function recounted(cast: Cast, settings: { majority: Majority; quorum: number }): MotionCount {
  const people = new Participation('email');
  const book = new MotionBook(settings, people);
  let voters = 0;
  const vote = (votes: number, said: string, assurance: 'email' | 'anonymous') => {
    for (let index = 0; index < votes; index++) {
      const event = { type: 'MotionBallotCast', data: { vote: said }, metadata: { at: '2026-03-01T12:00:00.000Z' }, recordedAt: '' };
      book.cast(event as unknown as CountedCast, people.voted(`voter ${voters++}`, '2026-03-01', assurance));
    }
  };
  motionVotes.forEach((said, index) => (vote(cast[index]!, said, 'email'), vote(3, said, 'anonymous')));
  return book.results().motion!;
}

describe('a motion', () => {
  it.each<[string, Majority, Cast, boolean]>([
    ['more yes than no', 'simple', [2, 1, 0], true],
    ['as many yes as no', 'simple', [2, 2, 0], false],
    ['more yes than no, and many who abstain', 'simple', [2, 1, 90], true],
    ['half of all', 'absolute', [50, 30, 20], false],
    ['more than half of all', 'absolute', [51, 30, 19], true],
    ['more yes than no that are not half of all', 'absolute', [40, 10, 50], false],
    ['two thirds to the vote', 'two-thirds', [200, 100, 0], true],
    ['one vote short of two thirds, which percentages do not show', 'two-thirds', [199, 100, 0], false],
    ['two thirds, and many who abstain', 'two-thirds', [2, 1, 90], true],
    ['nobody but those who abstain', 'two-thirds', [0, 0, 5], false],
    ['nobody', 'simple', [0, 0, 0], false],
  ])('is or is not carried by %s (%s)', (_, majority, cast, isCarried) => {
    expect(read(cast, { majority, quorum: 0 })).toMatchObject({ isCarried, reachesQuorum: true, quorum: null });
  });

  it.each(majorities)('is not carried without its quorum, whatever the majority, and abstentions count for it: %s', (majority) => {
    expect(read([9, 0, 0], { majority, quorum: 10 })).toMatchObject({ quorum: 10, ballots: 9, reachesQuorum: false, isCarried: false });
    expect(read([9, 0, 1], { majority, quorum: 10 })).toMatchObject({ ballots: 10, reachesQuorum: true, isCarried: true });
  });

  it('comes out as the recount says, however people vote', () => {
    const few = fc.nat({ max: 12 });
    fc.assert(
      fc.property(fc.tuple(few, few, few), fc.constantFrom(...majorities), fc.nat({ max: 30 }), (cast, majority, quorum) => {
        expect(read(cast, { majority, quorum })).toEqual(recounted(cast, { majority, quorum }));
      }),
    );
  });
});
