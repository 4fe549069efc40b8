import { describe, it } from '@jest/globals';
import { given as givenDecider } from '@isegoria/event-sourcing';
import type { ConsultationEvent } from '../consultation/consultation.contract';
import { consultationDecider } from '../consultation/consultation.decider';
import { beside, firstPhase, holding, unit, whileOpen } from '../consultation/consultation.fixture';
import type { ConsultationTranslated } from './translation.contract';

const consultationId = '6b1f7f0e-9a1f-4f0e-8a6b-0d6a2f4b1c01';
const by = 'official-1';
const words = { title: 'Buses', description: 'Which?', language: 'en' } as const;
const drafted: ConsultationEvent = {
  type: 'ConsultationDrafted',
  data: { consultationId, unit, ...words, phases: [{ phaseId: firstPhase!, title: null }], countsFrom: 'email', by, externalId: null },
};
const given = (...events: ConsultationEvent[]) => givenDecider(consultationDecider, events);
const texts = [{ of: 'Buses', text: 'Les bus' }];
const translate = (said: object = {}, actor = holding('official', unit)) => ({
  ...{ type: 'TranslateConsultation', consultationId, language: 'fr', texts, ...said },
  actor,
  now: whileOpen,
});
const translated = (said: Partial<ConsultationTranslated['data']> = {}): ConsultationEvent => ({
  type: 'ConsultationTranslated',
  data: { consultationId, language: 'fr', texts, by, ...said },
});

describe('the translation of a consultation', () => {
  it('is into another language, and replaces the one before', () => {
    given(drafted).when(translate()).then([translated()]);
    given(drafted, translated())
      .when(translate({ texts: [] }))
      .then([translated({ texts: [] })]);
    given(drafted)
      .when(translate({ language: 'en' }))
      .thenRejected('VALIDATION_FAILED');
  });

  it('has each text once', () => {
    given(drafted)
      .when(translate({ texts: [...texts, { of: 'Buses', text: 'Autobus' }] }))
      .thenRejected('VALIDATION_FAILED');
  });

  it('is the business of its unit', () => {
    given(drafted)
      .when(translate({}, holding('official', beside)))
      .thenRejected('FORBIDDEN_ROLE');
  });
});
