import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import type { ConsultationEvent } from '../consultation/consultation.contract';
import { consultationDecider } from '../consultation/consultation.decider';
import { holding, unit } from '../consultation/consultation.fixture';

const consultationId = '6b1f7f0e-9a1f-4f0e-8a6b-0d6a2f4b1c01';
const phaseId = 'a0000000-0000-4000-8000-000000000001';
const [by, reason] = ['official-1', 'The council meets later.'];
const phases = [{ phaseId, title: null }];
const words = { unit, title: 'Buses', description: 'Which?', language: 'en', countsFrom: 'email', externalId: null } as const;
const drafted: ConsultationEvent = { type: 'ConsultationDrafted', data: { consultationId, ...words, phases, answerWithinDays: 60, by } };
const dates = { phaseId, opensAt: '2026-05-10T00:00:00.000Z', closesAt: '2026-05-20T00:00:00.000Z' };
const published: ConsultationEvent = { type: 'ConsultationPublished', data: { consultationId, phases: [dates], by } };
const opened: ConsultationEvent = { type: 'PhaseOpened', data: { consultationId, phaseId } };
const closed: ConsultationEvent = { type: 'PhaseClosed', data: { consultationId, phaseId } };
const outcome: ConsultationEvent = { type: 'OutcomePublished', data: { consultationId, youSaid: 'a', weDid: 'b', by } };

const asked = (answerWithinDays: number, now: string) => ({
  ...{ type: 'ChangeAnswerTerm', consultationId, answerWithinDays, reason },
  ...{ actor: holding('official', unit), now: new Date(now) },
});
const changed = (answerWithinDays: number): ConsultationEvent => ({
  type: 'AnswerTermChanged',
  data: { consultationId, answerWithinDays, reason, by: holding('official', unit).accountId },
});

describe('the term of an answer', () => {
  const after = (...history: ConsultationEvent[]) => given(consultationDecider, history);

  it('is changed before, while and after people take part, and what the dates have brought is recorded first', () => {
    after(drafted, published)
      .when(asked(90, '2026-05-30T00:00:00Z'))
      .then([opened, closed, changed(90)]);
    after(drafted, published)
      .when(asked(90, '2026-05-01T00:00:00Z'))
      .then([changed(90)]);
  });

  it('stays where it is asked for as it stands', () => {
    after(drafted, published).when(asked(60, '2026-05-01T00:00:00Z')).thenNothing();
  });

  it('is none of a draft, and none once it was answered', () => {
    after(drafted).when(asked(90, '2026-05-01T00:00:00Z')).thenRejected('CONSULTATION_NOT_OPEN');
    after(drafted, published, opened, closed, outcome).when(asked(90, '2026-06-01T00:00:00Z')).thenRejected('CONSULTATION_ANSWERED');
  });

  it('is that of the last edition of the draft', () => {
    const { unit: _, countsFrom: __, externalId: ___, ...edited } = words;
    const revised: ConsultationEvent = { type: 'DraftRevised', data: { consultationId, edition: 1, ...edited, phases, by } };
    after(drafted, revised, published)
      .when(asked(60, '2026-05-01T00:00:00Z'))
      .then([changed(60)]);
  });
});
