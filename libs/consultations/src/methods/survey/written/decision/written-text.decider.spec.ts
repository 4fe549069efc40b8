import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import { holding, unit } from '../../../../consultation/consultation.fixture';
import type { ConsultationState } from '../../../../consultation/known-consultation.decider';
import type { TextDecidedOn, TextDecision } from '../written-text.contract';
import { textDecider, type TextCommand } from './written-text.decider';

const phase = { phaseId: 'p', opensAt: 1, closesAt: 2, opened: true, closed: true };
const words = { title: 'T', description: 'D', about: { summary: null, contact: null, decidedBy: null, decidedWhen: null } };
const over: ConsultationState = { language: 'en', unit, externalId: null, phases: [phase], closedEarly: false, words, outcome: null };
const activity = { consultationId: 'c', phaseId: 'p', method: 'survey', settings: { questionnaire: { sections: [] } } } as const;
const [anna, ben] = [holding('moderator', unit), { ...holding('moderator', unit), accountId: 'ben' }];

const asked = (decision: TextDecision, stood: TextDecision, more: Partial<TextCommand> = {}) =>
  ({
    ...{ activityId: 'a', text: 'ab', decision, stood, actor: anna, consultation: over, activity },
    ...(decision === 'heldBack' && { reason: 'It names somebody.' }),
    ...more,
  }) as TextCommand;
const happened = (decision: TextDecision, by = anna, rule?: 'privacy'): TextDecidedOn => ({
  type: 'TextDecidedOn',
  data: {
    ...{ consultationId: 'c', activityId: 'a', text: 'ab', decision, by: by.accountId },
    reason: decision === 'heldBack' ? 'It names somebody.' : null,
    ...(rule && { rule }),
  },
});

describe('a text that somebody wrote in a survey', () => {
  const after = (...history: TextDecidedOn[]) => given(textDecider, history);

  it('is listed or held back once the log has closed the survey, whatever the date is', () => {
    after().when(asked('listed', 'waiting')).then([happened('listed')]);
    after().when(asked('heldBack', 'waiting', { rule: 'privacy' })).then([happened('heldBack', anna, 'privacy')]);
    const open = { ...over, phases: [{ ...phase, closed: false }] };
    after().when(asked('listed', 'waiting', { consultation: open })).thenRejected('CONSULTATION_NOT_CLOSED');
    after().when(asked('listed', 'waiting', { consultation: { ...open, closedEarly: true } })).then([happened('listed')]);
  });

  it('is decided about by who saw how it stood, and each decision can be taken back', () => {
    after(happened('listed', ben)).when(asked('heldBack', 'waiting')).thenRejected('CONFLICT');
    after(happened('listed', ben)).when(asked('listed', 'waiting')).thenRejected('ALREADY_DONE');
    after(happened('listed', ben)).when(asked('heldBack', 'listed')).then([happened('heldBack')]);
    after(happened('heldBack')).when(asked('waiting', 'heldBack')).then([happened('waiting')]);
    after().when(asked('waiting', 'waiting')).thenRejected('ALREADY_DONE');
  });

  it('is held back with a reason, and nothing else has one', () => {
    after().when(asked('heldBack', 'waiting', { reason: ' ' })).thenRejected('VALIDATION_FAILED');
    after().when(asked('heldBack', 'waiting', { reason: undefined })).thenRejected('VALIDATION_FAILED');
    after().when(asked('listed', 'waiting', { reason: 'Well said.' })).thenRejected('VALIDATION_FAILED');
    after().when(asked('listed', 'waiting', { rule: 'privacy' })).thenRejected('VALIDATION_FAILED');
  });

  it('is for moderators of the unit, in a survey', () => {
    const elsewhere = holding('moderator', '/elsewhere' as typeof unit);
    after().when(asked('listed', 'waiting', { actor: elsewhere })).thenRejected('FORBIDDEN_ROLE');
    after().when(asked('listed', 'waiting', { actor: holding('official', unit) })).thenRejected('FORBIDDEN_ROLE');
    after()
      .when(asked('listed', 'waiting', { activity: { ...activity, method: 'poll' } as never }))
      .thenRejected('WRONG_METHOD');
  });
});
