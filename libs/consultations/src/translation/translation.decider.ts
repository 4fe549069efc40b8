import { Rejection } from '@isegoria/kernel';
import { officialAct } from '../official-act/official-act.decider';
import { translateConsultation, type ConsultationTranslated, type TranslateConsultation } from './translation.contract';

/** Policy: words are translated into languages in which they were not written, at any time, each text once. */
export const translation = officialAct<TranslateConsultation, ConsultationTranslated>({
  contract: translateConsultation,
  event: 'ConsultationTranslated',

  decide({ consultationId, language, texts }, state, { by }) {
    if (language === state.language) throw new Rejection('VALIDATION_FAILED', { field: 'language', params: { constraint: 'other' } });
    const twice = texts.findIndex(({ of }, index) => texts.findIndex((other) => other.of === of) < index);
    if (twice >= 0) throw new Rejection('VALIDATION_FAILED', { field: `texts.${twice}.of`, params: { constraint: 'other' } });
    const said = texts.map(({ of, text }) => ({ of, text }));
    return [{ type: 'ConsultationTranslated', data: { consultationId, language, texts: said, by } }];
  },
  evolve: (state) => state,
});
