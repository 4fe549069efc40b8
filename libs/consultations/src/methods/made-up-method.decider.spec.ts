import { describe, it } from '@jest/globals';
import { fold, given } from '@isegoria/event-sourcing';
import { ballotDeciderOf, type CastCommand } from '../ballot/ballot.decider';
import { consultationDeciderOf, type Draft } from '../consultation/consultation.decider';
import { whileOpen } from '../consultation/consultation.fixture';
import type { ConsultationEvent } from '../events.contract';
import type { Method } from './method.decider';
import type { CastEvent } from './methods-events.contract';
import type { ConsultationKind, MethodSettings } from './methods.contract';
import { methods } from './methods.decider';

/** A way of taking part that nothing but this file knows: people give a number of points. */
const points: Method = {
  contract: { kind: 'points', exports: ['votes'], castEvent: 'PointsGiven', noSettings: { most: null }, noResults: {} },
  draftFields: ['most'],
  settings: (draft) => ({ most: (draft as { most?: number }).most ?? 10 }) as Partial<MethodSettings>,
  seeds: () => [],
  castCommand: 'GivePoints',
  cast: (command, settings) => {
    const { consultationId, voter, assurance, given: asked } = command as typeof command & { given: number };
    const { most } = settings as unknown as { most: number };
    return { type: 'PointsGiven', data: { consultationId, voter, assurance, given: Math.min(asked, most) } } as unknown as CastEvent;
  },
  about: () => 'points',
  choice: ({ data }) => String((data as unknown as { given: number }).given),
};
const all = [...methods, points];
const consultations = consultationDeciderOf(all);
const ballots = ballotDeciderOf(all);

const [consultationId, voter] = ['consultation-1', 'pseudonym-1'];
const draft: Draft = {
  type: 'DraftConsultation',
  consultationId,
  by: 'official-1',
  kind: 'points' as ConsultationKind,
  title: 'Buses',
  description: 'How good are they?',
  language: 'en',
};
const drafted = (most: number): ConsultationEvent => {
  const { type: _, ...said } = draft;
  return { type: 'ConsultationDrafted', data: { ...said, externalId: null, moderation: null, poll: null, most } as never };
};
const dates = { opensAt: '2026-05-10T00:00:00.000Z', closesAt: '2026-05-20T00:00:00.000Z' };
const consultation = fold(consultations, [
  drafted(5),
  { type: 'ConsultationPublished', data: { consultationId, by: 'official-1', ...dates } },
]);
const give = (points: number, now = whileOpen): CastCommand =>
  ({ type: 'GivePoints', consultationId, consultation, voter, assurance: 'confirmed', now, given: points }) as CastCommand;
const gave = (given: number) =>
  ({ type: 'PointsGiven', data: { consultationId, voter, assurance: 'confirmed', given } }) as unknown as CastEvent;

describe('a method that is only registered', () => {
  it('is drafted with settings of its own, and with no field of the others', () => {
    given(consultations)
      .when({ ...draft, most: 5 } as Draft)
      .then([drafted(5)]);
    given(consultations)
      .when({ ...draft, options: ['A', 'B'] })
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
    given(ballots)
      .when(give(1, new Date(dates.closesAt)))
      .thenRejected('CONSULTATION_CLOSED');
    given(ballots)
      .when({ ...give(1), type: 'CastPollBallot' })
      .thenRejected('CONSULTATION_WRONG_KIND');
    const exclude = { type: 'ExcludeBallot', consultationId, voter, by: 'moderator-1', reason: 'A program' } as const;
    const { type: _, ...data } = exclude;
    given(ballots, [gave(5)])
      .when(exclude)
      .then([{ type: 'BallotExcluded', data }]);
    given(ballots, [gave(5), { type: 'BallotExcluded', data }])
      .when(give(1))
      .thenRejected('BALLOT_EXCLUDED');
  });
});
