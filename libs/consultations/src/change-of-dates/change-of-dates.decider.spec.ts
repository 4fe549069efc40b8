import { describe, expect, it } from '@jest/globals';
import { given as givenDecider } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import type { ConsultationEvent } from '../consultation/consultation.contract';
import { consultationDecider } from '../consultation/consultation.decider';
import { beside, holding, unit } from '../consultation/consultation.fixture';
import { nextDate } from '../phase/phase.decider';
import { consultation } from '../consultation/known-consultation.decider';

const consultationId = '6b1f7f0e-9a1f-4f0e-8a6b-0d6a2f4b1c01';
const [first, second] = ['a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000002'];
const at = (time: string) => new Date(`2026-05-${time}Z`);
const iso = (time: string) => at(time).toISOString();
const by = 'official-1';
const reason = 'The plan was laid out late.';

const phases = [
  { phaseId: first, title: 'Ideas' },
  { phaseId: second, title: 'Choice' },
];
const drafted: ConsultationEvent = {
  type: 'ConsultationDrafted',
  data: { consultationId, unit, title: 'Buses', description: 'Which?', language: 'en', phases, countsFrom: 'email', by, externalId: null },
};
/** From the 10th to the 20th, and from the 25th to the 30th. */
const published: ConsultationEvent = {
  type: 'ConsultationPublished',
  data: {
    consultationId,
    by,
    phases: [
      { phaseId: first, opensAt: iso('10T00:00'), closesAt: iso('20T00:00') },
      { phaseId: second, opensAt: iso('25T00:00'), closesAt: iso('30T00:00') },
    ],
  },
};
const opened: ConsultationEvent = { type: 'PhaseOpened', data: { consultationId, phaseId: first } };
const closed: ConsultationEvent = { type: 'PhaseClosed', data: { consultationId, phaseId: first } };

const change = (phaseId: string, opensAt: string, closesAt: string, now: string, actor = holding('official', unit)) => ({
  type: 'ChangeDates',
  consultationId,
  phaseId,
  opensAt: iso(opensAt),
  closesAt: iso(closesAt),
  reason,
  actor,
  now: at(now),
});
const changed = (phaseId: string, opensAt: string, closesAt: string): ConsultationEvent => ({
  type: 'PhaseDatesChanged',
  data: { consultationId, phaseId, opensAt: iso(opensAt), closesAt: iso(closesAt), reason, by },
});
const given = (...history: ConsultationEvent[]) => givenDecider(consultationDecider, history);
/** The code and the field of a refusal. */
function refused(command: ReturnType<typeof change>, ...history: ConsultationEvent[]): unknown[] {
  const state = history.reduce((before, event) => consultation.evolve(before, event), consultation.initialState);
  try {
    consultationDecider.decide(command, state);
  } catch (error) {
    if (error instanceof Rejection) return [error.code, error.details.field];
    throw error;
  }
  return [];
}

describe('the dates of a phase', () => {
  it('are extended while it is open, and followed as they are then', () => {
    given(drafted, published, opened)
      .when(change(first, '10T00:00', '24T00:00', '15T00:00'))
      .then([changed(first, '10T00:00', '24T00:00')]);
    const history = [drafted, published, opened, changed(first, '10T00:00', '24T00:00')];
    const state = history.reduce((before, event) => consultation.evolve(before, event), consultation.initialState)!;
    expect(nextDate(state)).toBe(at('24T00:00').getTime());
  });

  it('are corrected before it opens', () =>
    given(drafted, published)
      .when(change(second, '26T00:00', '31T00:00', '15T00:00'))
      .then([changed(second, '26T00:00', '31T00:00'), opened]));

  it('record what they bring about at once', () =>
    given(drafted, published)
      .when(change(first, '09T00:00', '20T00:00', '09T00:00:40'))
      .then([changed(first, '09T00:00', '20T00:00'), opened]));

  it('never begin in the past', () =>
    expect(refused(change(first, '08T00:00', '20T00:00', '09T00:00'), drafted, published)).toEqual(['DATES_IN_WRONG_ORDER', 'opensAt']));

  it('that stay the same are no change', () =>
    given(drafted, published)
      .when(change(first, '10T00:00', '20T00:00', '05T00:00'))
      .thenNothing());

  it('of a phase that has begun keep the beginning', () =>
    expect(refused(change(first, '11T00:00', '21T00:00', '15T00:00'), drafted, published)).toEqual(['DATES_IN_WRONG_ORDER', 'opensAt']));

  it.each([
    ['closes before it opens', first, '12T00:00', '11T00:00', 'closesAt'],
    ['runs into the next one', first, '10T00:00', '26T00:00', 'closesAt'],
    ['begins before the one before it has ended', second, '19T00:00', '30T00:00', 'opensAt'],
  ])('of a phase that %s are refused', (_, phaseId, opensAt, closesAt, field) =>
    expect(refused(change(phaseId, opensAt, closesAt, '05T00:00'), drafted, published)).toEqual(['DATES_IN_WRONG_ORDER', field]),
  );

  it('cannot end in the past', () =>
    expect(refused(change(first, '10T00:00', '14T00:00', '15T00:00'), drafted, published, opened)).toEqual([
      'DATES_IN_WRONG_ORDER',
      'closesAt',
    ]));

  it.each([
    ['is over by the log', [drafted, published, opened, closed], '19T00:00'],
    ['is over by the clock', [drafted, published, opened], '21T00:00'],
    ['was closed early', [drafted, published, opened, { type: 'ConsultationClosed', data: { consultationId, by, reason } }], '15T00:00'],
  ] as [string, ConsultationEvent[], string][])('of a phase that %s stay', (_, history, now) =>
    expect(refused(change(first, '10T00:00', '28T00:00', now), ...history)).toEqual(['CONSULTATION_CLOSED', undefined]),
  );

  it('of a draft are given by its publication', () =>
    expect(refused(change(first, '10T00:00', '20T00:00', '05T00:00'), drafted)).toEqual(['CONSULTATION_NOT_OPEN', undefined]));

  it('are changed by officials of its unit or above', () =>
    expect(refused(change(first, '10T00:00', '24T00:00', '15T00:00', holding('official', beside)), drafted, published)).toEqual([
      'FORBIDDEN_ROLE',
      undefined,
    ]));

  it('belong to a phase of the consultation', () =>
    expect(refused(change(consultationId, '10T00:00', '24T00:00', '15T00:00'), drafted, published)).toEqual(['NOT_FOUND', undefined]));
});
