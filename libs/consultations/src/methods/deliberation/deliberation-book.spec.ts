import { describe, expect, it } from '@jest/globals';
import type { AssuranceLevel } from '@isegoria/kernel';
import { ActivityRecount } from '../../results/results.recount';
import { sampleIds } from '../../streams.contract';
import type { CountedEvent } from '../method/method.recount';
import type { OpinionMap } from './opinion-map/opinion-map.contract';

const { consultationId, activityId, phaseId, by } = sampleIds;
const drafted = {
  activityId,
  consultationId,
  phaseId,
  method: 'deliberation',
  title: null,
  settings: { moderation: 'after' },
  by,
} as const;
const statements = Array.from({ length: 8 }, (_, n) => `statement-${n}`);
/** Two camps, each with an opinion of its own on every statement. */
const camps = ['aaaadddd', 'ddddaaaa'];

function recount(countsFrom: AssuranceLevel): {
  activity: ActivityRecount;
  vote(voter: string, letters: string, level: AssuranceLevel): void;
} {
  const activity = new ActivityRecount(drafted, countsFrom);
  let position = 0;
  const take = (type: string, data: object) => {
    const at = '2026-03-01T12:00:00.000Z';
    const event = {
      type,
      data: { consultationId, activityId, ...data },
      position: ++position,
      recordedAt: at,
      metadata: { schema: 1, at },
    };
    activity.take(event as unknown as CountedEvent);
  };
  for (const statementId of statements) take('StatementSubmitted', { statementId, externalId: null });
  return {
    activity,
    vote(voter, letters, assurance) {
      for (const [n, letter] of [...letters].entries())
        take('StatementVoteCast', { statementId: statements[n], voter, choice: letter === 'a' ? 'agree' : 'disagree', assurance });
    },
  };
}

describe('the recount of a deliberation', () => {
  const held = (countsFrom: AssuranceLevel) => {
    const { activity, vote } = recount(countsFrom);
    for (let person = 0; person < 20; person += 1) vote(`person-${person}`, camps[person % 2]!, 'email');
    return { activity, vote };
  };
  const mapOf = (activity: ActivityRecount, name: string) => activity.view({ name }) as OpinionMap;

  it('has sixty accounts that never confirmed an address on the map of everybody alone', () => {
    const { activity, vote } = held('email');
    const before = [mapOf(activity, 'opinion map'), activity.results()] as const;
    for (let person = 0; person < 60; person += 1) vote(`swarm-${person}`, 'aaaaaaaa', 'anonymous');
    expect(mapOf(activity, 'opinion map')).toEqual(before[0]);
    expect(mapOf(activity, 'opinion map').map!.groups).toHaveLength(2);
    expect(mapOf(activity, 'opinion map of everybody')).toMatchObject({ participants: 80 });
    const [then, now] = [before[1], activity.results()];
    expect(now).toMatchObject({
      participants: 20,
      participantsByAssurance: { anonymous: 60, email: 20 },
      votesCast: then.votesCast!,
      votesCastByAssurance: { anonymous: 480, email: 160 },
      statements: statements.map(() => ({ agrees: 10, disagrees: 10, byAssurance: { anonymous: { agrees: 60 }, email: { agrees: 10 } } })),
    });
  });

  it('counts them where the consultation counts everybody', () => {
    const { activity, vote } = held('anonymous');
    for (let person = 0; person < 60; person += 1) vote(`swarm-${person}`, 'aaaaaaaa', 'anonymous');
    expect(activity.results()).toMatchObject({ participants: 80, statements: statements.map(() => ({ agrees: 70 })) });
    expect(mapOf(activity, 'opinion map')).toEqual(mapOf(activity, 'opinion map of everybody'));
  });
});
