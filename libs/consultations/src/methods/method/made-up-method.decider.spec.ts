import { deepStrictEqual } from 'node:assert';
import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import { activityIdOf, beginningsOf, type ActivityDraft } from '../../activity/activity.decider';
import { ballotDeciderOf, type CastCommand } from '../../ballot/ballot.decider';
import { consultationDeciderOf, type Draft } from '../../consultation/consultation.decider';
import { closesAt, firstPhase, holding, publishedConsultation, unit, whileOpen } from '../../consultation/consultation.fixture';
import { phaseIdOf } from '../../phase/phase.decider';
import type { Method } from './method.decider';
import type { CastEvent, MethodName, MethodSettings } from '../methods.contract';
import { methods } from '../methods.decider';

/** A way of taking part that nothing but this file knows: people give a number of points. */
const points: Method = {
  contract: { method: 'points', exports: ['votes'], castEvent: 'PointsGiven', alsoContributed: [], noResults: {}, noBallot: {} },
  draftFields: ['most'],
  settings: (draft) => ({ most: (draft as { most?: number }).most ?? 10 }) as unknown as MethodSettings,
  begins: () => [],
  castCommand: 'GivePoints',
  cast: (command, settings) => {
    const { consultationId, activityId, voter, assurance, given: asked } = command as typeof command & { given: number };
    const { most } = settings as unknown as { most: number };
    const data = { consultationId, activityId, voter, assurance, given: Math.min(asked, most) };
    return { type: 'PointsGiven', data } as unknown as CastEvent;
  },
  casts: { lastCountsBy: [] },
  choice: ({ data }) => String((data as unknown as { given: number }).given),
};
const all = [...methods, points];
const consultations = consultationDeciderOf(all);
const ballots = ballotDeciderOf(all);

const [consultationId, activityId, voter] = ['consultation-1', 'activity-1', 'pseudonym-1'];
const method = 'points' as MethodName;
const draft = (activity: object): Draft => ({
  type: 'DraftConsultation',
  consultationId,
  actor: holding('official'),
  unit,
  standing: 'open',
  title: 'Buses',
  description: 'How good are they?',
  language: 'en',
  phases: [{ activities: [{ method, ...activity } as ActivityDraft] }],
});
const settings = { most: 5 } as unknown as MethodSettings;
const here = {
  consultationId,
  consultation: publishedConsultation(consultationId),
  activityId,
  activity: { consultationId, phaseId: firstPhase, method, settings },
};
const give = (points: number, now = whileOpen): CastCommand =>
  ({ type: 'GivePoints', ...here, voter, assurance: 'confirmed', now, given: points }) as CastCommand;
const gave = (given: number) =>
  ({ type: 'PointsGiven', data: { consultationId, activityId, voter, assurance: 'confirmed', given } }) as unknown as CastEvent;

describe('a method that is only registered', () => {
  it('is drafted with settings of its own, and with no field of the others', () => {
    const id = activityIdOf(consultationId, 0, 0);
    const data = { activityId: id, consultationId, phaseId: phaseIdOf(consultationId, 0), method, title: null, settings, by: 'official-1' };
    deepStrictEqual(beginningsOf(draft({ most: 5 }), 'official-1', all), [
      { id, stream: `activity-${id}`, events: [{ type: 'ActivityDrafted', data }] },
    ]);
    given(consultations)
      .when(draft({ options: ['A', 'B'] }))
      .thenRejected('VALIDATION_FAILED');
  });
  it('casts, changes and repeats by its own rules', () => {
    given(ballots)
      .when(give(9))
      .then([gave(5)]);
    given(ballots, [gave(5)])
      .when(give(3))
      .then([gave(3)]);
    given(ballots, [gave(5)])
      .when(give(7))
      .thenNothing();
  });
  it('keeps the rules that are the same for all', () => {
    given(ballots).when(give(1, closesAt)).thenRejected('CONSULTATION_CLOSED');
    given(ballots)
      .when({ ...give(1), type: 'CastPollBallot' })
      .thenRejected('WRONG_METHOD');
    const exclusion = { consultationId, activityId, voter, reason: 'A program' };
    const data = { ...exclusion, by: 'moderator-1' };
    given(ballots, [gave(5)])
      .when({ type: 'ExcludeBallot', ...exclusion, actor: holding('moderator'), unit })
      .then([{ type: 'BallotExcluded', data }]);
    given(ballots, [gave(5), { type: 'BallotExcluded', data }])
      .when(give(1))
      .thenRejected('BALLOT_EXCLUDED');
  });
});
