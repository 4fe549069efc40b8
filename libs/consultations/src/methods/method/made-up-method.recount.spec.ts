import { describe, expect, it } from '@jest/globals';
import type { Participation } from '../../results/participation/participation.recount';
import { ActivityRecount } from '../../results/results.recount';
import { sampleIds } from '../../streams.contract';
import type { Book, CountedCast, CountedEvent, RecountedMethod } from './method.recount';
import type { MethodName } from '../methods.contract';
import { recountedMethods } from '../methods.recount';

/** A way of taking part that nothing but this file knows: people give a number of points. */
class Points implements Book {
  private readonly given = new Map<number, number>();
  constructor(private readonly people: Participation) {}
  cast({ data }: CountedCast, voter: number): void {
    this.given.set(voter, (data as unknown as { given: number }).given);
  }
  take = () => undefined;
  results = () => ({ points: [...this.people.included()].reduce((sum, voter) => sum + (this.given.get(voter) ?? 0), 0) });
}
const points: RecountedMethod = {
  contract: { method: 'points', exports: ['votes'], castEvent: 'PointsGiven', alsoContributed: [], noResults: { points: 0 }, noBallot: {} },
  events: [],
  begin: (_, people) => new Points(people),
  views: [
    {
      name: 'total',
      pathsFor: ({ activityId }) => [`/activities/${activityId}/total`],
      finding: 'figure',
      beforeItBegan: { points: 0 },
      recount: (book: Points) => book.results(),
    },
  ],
  tell: () => ({ take: () => undefined, inWords: () => [], changesSince: () => [], inJson: () => ({}) }),
  texts: [],
  permissions: [],
  mayHave: () => true,
  rules: () => ({ rules: {} }),
};

const { consultationId, activityId, phaseId, by } = sampleIds;
const drafted = { activityId, consultationId, phaseId, method: 'points' as MethodName, title: null, settings: {} as never, by };
const event = (type: string, voter: string, more: object) => {
  const at = '2026-03-01T12:00:00.000Z';
  const data = { consultationId, activityId, voter, ...more };
  return { type, data, position: 1, recordedAt: at, metadata: { schema: 1, at, correlationId: 'test' } } as unknown as CountedEvent;
};
const give = (voter: string, given: number) => event('PointsGiven', voter, { given, assurance: 'email' });

describe('a method that is only registered', () => {
  const recount = () => {
    const activity = new ActivityRecount(drafted, 'email', [...recountedMethods, points]);
    for (const cast of [give('anna', 4), give('ben', 3), give('anna', 1)]) activity.take(cast);
    return activity;
  };

  it('is counted, its last votes alone, with what is the same in every activity', () => {
    expect(recount().results()).toMatchObject({ method: 'points', points: 4, participants: 2, votesCast: 3, excludedBallots: 0 });
    expect(recount().view({ name: 'total' })).toEqual({ points: 4 });
  });

  it('leaves out the ballots that moderators left out', () => {
    const activity = recount();
    activity.take(event('BallotExcluded', 'ben', { by, reason: 'R' }));
    expect(activity.results()).toMatchObject({ points: 1, participants: 1, votesCast: 3, excludedBallots: 1 });
  });

  it('counts nothing that comes behind the closing, and tells how much that is', () => {
    const activity = recount();
    for (const late of [give('anna', 5), give('cem', 2)]) activity.take(late, true);
    activity.take(event('BallotExcluded', 'ben', { by, reason: 'R' }), true);
    expect(activity.results()).toMatchObject({ points: 1, participants: 1, votesCast: 3, excludedBallots: 1, late: 2 });
  });

  it('is not counted by a program that does not know it', () => {
    const activity = new ActivityRecount(drafted);
    activity.take(give('anna', 4));
    expect(activity.results()).toEqual({ activityId, phaseId, method: 'points', title: null });
  });
});
