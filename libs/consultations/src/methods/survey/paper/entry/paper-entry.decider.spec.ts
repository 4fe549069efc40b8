import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import { holding, unit } from '../../../../consultation/consultation.fixture';
import type { ConsultationState } from '../../../../consultation/known-consultation.decider';
import type { PaperFormEvent } from './paper-entry.contract';
import { paperFormDecider, type PaperFormCommand } from './paper-entry.decider';

const now = new Date('2026-06-01T00:00:00Z');
const phase = { phaseId: 'p', opensAt: now.getTime() - 2, closesAt: now.getTime() + 1, opened: true, closed: false };
const words = { title: 'T', description: 'D', about: { summary: null, contact: null, decidedBy: null, decidedWhen: null } };
const open: ConsultationState = { language: 'en', unit, externalId: null, phases: [phase], closedEarly: false, words, outcome: null };
const over: ConsultationState = { ...open, phases: [{ ...phase, closesAt: now.getTime() - 1 }] };
const activity = { consultationId: 'c', phaseId: 'p', method: 'survey', settings: { questionnaire: { sections: [] } } } as const;
const [anna, ben] = [holding('official', unit), { ...holding('official', unit), accountId: 'ben' }];

const asked = (type: PaperFormCommand['type'], more: Partial<PaperFormCommand> = {}) =>
  ({
    ...{ type, activityId: 'a', form: '17', answers: 'said', actor: anna, now, consultation: open, activity, voter: 'v' },
    reason: 'A page is missing.',
    ...more,
  }) as PaperFormCommand;
const happened = (type: PaperFormEvent['type'], by = anna, answers = 'said') =>
  ({
    type,
    data: {
      ...{ consultationId: 'c', activityId: 'a', form: '17', voter: 'v', answers, by: by.accountId },
      ...(type === 'PaperFormSentBack' && { reason: 'A page is missing.' }),
    },
  }) as PaperFormEvent;

describe('a form that came back on paper', () => {
  const after = (...history: PaperFormEvent[]) => given(paperFormDecider, history);
  const entered = happened('PaperFormEntered');

  it('is entered once, by whomever, and again only when it was sent back', () => {
    after().when(asked('EnterPaperForm')).then([entered]);
    after(entered).when(asked('EnterPaperForm')).thenNothing();
    after(entered)
      .when(asked('EnterPaperForm', { answers: 'other' }))
      .thenRejected('FORM_ENTERED');
    after(entered)
      .when(asked('EnterPaperForm', { actor: ben }))
      .thenRejected('FORM_ENTERED');
    after(entered, happened('PaperFormConfirmed', ben)).when(asked('EnterPaperForm')).thenRejected('FORM_ENTERED');
    after(entered, happened('PaperFormSentBack', ben))
      .when(asked('EnterPaperForm', { answers: 'other' }))
      .then([happened('PaperFormEntered', anna, 'other')]);
  });

  it('is confirmed by somebody else, once, for the answers that were looked at', () => {
    const confirm = (more = {}) => asked('ConfirmPaperForm', { actor: ben, ...more });
    after(entered)
      .when(confirm())
      .then([happened('PaperFormConfirmed', ben)]);
    after(entered)
      .when(confirm({ actor: anna }))
      .thenRejected('OWN_ENTRY');
    after(entered)
      .when(confirm({ answers: 'other' }))
      .thenRejected('CONFLICT');
    after(entered, happened('PaperFormConfirmed', ben)).when(confirm()).thenRejected('ALREADY_DONE');
    after(entered, happened('PaperFormSentBack', ben)).when(confirm()).thenRejected('ALREADY_DONE');
    after().when(confirm()).thenRejected('NOT_FOUND');
  });

  it('is sent back by anybody of the office, before it counts', () => {
    for (const actor of [anna, ben])
      after(entered)
        .when(asked('SendBackPaperForm', { actor }))
        .then([happened('PaperFormSentBack', actor)]);
    after(entered, happened('PaperFormConfirmed', ben)).when(asked('SendBackPaperForm')).thenRejected('ALREADY_DONE');
  });

  it('is for officials of the unit, while the survey is open', () => {
    const types = ['EnterPaperForm', 'ConfirmPaperForm', 'SendBackPaperForm'] as const;
    for (const type of types) {
      for (const actor of [holding('moderator', unit), holding('official', 'root.00000001')])
        after(entered).when(asked(type, { actor })).thenRejected('FORBIDDEN_ROLE');
      after(entered).when(asked(type, { actor: ben, consultation: over })).thenRejected('CONSULTATION_CLOSED');
    }
  });
});
