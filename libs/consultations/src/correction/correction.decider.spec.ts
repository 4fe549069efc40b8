import { describe, it } from '@jest/globals';
import { given as givenDecider } from '@isegoria/event-sourcing';
import type { ConsultationEvent } from '../consultation/consultation.contract';
import { consultationDecider } from '../consultation/consultation.decider';
import { beside, closesAt, firstPhase, holding, opensAt, secondPhase, unit, whileOpen } from '../consultation/consultation.fixture';

const consultationId = '6b1f7f0e-9a1f-4f0e-8a6b-0d6a2f4b1c01';
const by = 'official-1';
const phases = [firstPhase, secondPhase].map((phaseId) => ({ phaseId: phaseId!, title: null }));
const words = { title: 'Do you want buses?', description: 'Which?' };
const drafted: ConsultationEvent = {
  type: 'ConsultationDrafted',
  data: { consultationId, unit, ...words, language: 'en', phases, countsFrom: 'email', by, externalId: null },
};
const dates = [
  { phaseId: firstPhase!, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
  { phaseId: secondPhase!, opensAt: '2026-05-25T00:00:00.000Z', closesAt: '2026-05-30T00:00:00.000Z' },
];
const published: ConsultationEvent = { type: 'ConsultationPublished', data: { consultationId, phases: dates, by } };
const closed: ConsultationEvent = { type: 'ConsultationClosed', data: { consultationId, by, reason: 'Enough.' } };
const cancelled: ConsultationEvent = { type: 'ConsultationCancelled', data: { consultationId, by, reason: 'Given up.' } };
const nothing = { summary: null, contact: null, decidedBy: null, decidedWhen: null };
const corrected = (said: Partial<typeof words>, about = {}): ConsultationEvent => ({
  type: 'ConsultationCorrected',
  data: { consultationId, ...words, ...said, about: { ...nothing, ...about }, note: 'A slip.', by },
});
const before = new Date('2026-05-09T00:00:00.000Z');
const given = (...events: ConsultationEvent[]) => givenDecider(consultationDecider, events);
const correct = (said: object, now = whileOpen, actor = holding('official', unit)) => ({
  ...{ type: 'CorrectConsultation', consultationId, ...words, note: 'A slip.', ...said },
  actor,
  now,
});
const cancel = (now: Date) => ({ type: 'CancelConsultation', consultationId, reason: 'Given up.', actor: holding('official', unit), now });

describe('the words of a published consultation', () => {
  it('are corrected with a note, whole, until and after the end', () => {
    const contact = 'parks@city.example';
    given(drafted, published)
      .when(correct({ contact }))
      .then([corrected({}, { contact })]);
    given(drafted, published, closed)
      .when(correct({ description: 'Which lines?' }))
      .then([corrected({ description: 'Which lines?' })]);
  });

  it('are no others where nothing is corrected', () => {
    given(drafted, published).when(correct({})).then([]);
    given(drafted, published, corrected({ description: 'Which lines?' }))
      .when(correct({ description: 'Which lines?' }))
      .then([]);
  });

  it('are revised, not corrected, before they are published', () => {
    given(drafted)
      .when(correct({ description: 'x' }))
      .thenRejected('CONSULTATION_NOT_OPEN');
  });

  it('have another title only before anybody can have voted; then its letters stay', () => {
    const title = 'Do you not want buses?';
    given(drafted, published)
      .when(correct({ title }, before))
      .then([corrected({ title })]);
    given(drafted, published).when(correct({ title })).thenRejected('TITLE_STAYS');
    given(drafted, published)
      .when(correct({ title: 'Do you want 2 buses?' }))
      .thenRejected('TITLE_STAYS');
    given(drafted, published)
      .when(correct({ title: 'Do YOU want buses' }))
      .then([corrected({ title: 'Do YOU want buses' })]);
  });

  it('are the business of its unit', () => {
    given(drafted, published)
      .when(correct({ title: 'x' }, before, holding('official', beside)))
      .thenRejected('FORBIDDEN_ROLE');
  });
});

describe('a consultation that has not begun', () => {
  it('is cancelled with a reason, once, and then never opens, closes or comes to anything', () => {
    given(drafted, published).when(cancel(before)).then([cancelled]);
    given(drafted, published, cancelled).when(cancel(before)).thenRejected('ALREADY_DONE');
    given(drafted, published, cancelled).when({ type: 'FollowDates', consultationId, now: whileOpen }).then([]);
    const outcome = { type: 'PublishOutcome', consultationId, youSaid: 'a', weDid: 'b', actor: holding('official', unit), now: whileOpen };
    given(drafted, published, cancelled).when(outcome).thenRejected('CONSULTATION_NOT_OPEN');
  });

  it('is no draft, and not one that has begun or was closed', () => {
    given(drafted).when(cancel(before)).thenRejected('CONSULTATION_NOT_OPEN');
    given(drafted, published).when(cancel(opensAt)).thenRejected('CONSULTATION_BEGUN');
    given(drafted, published, closed).when(cancel(before)).thenRejected('CONSULTATION_CLOSED');
  });
});
