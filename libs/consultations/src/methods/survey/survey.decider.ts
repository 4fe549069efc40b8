import { Rejection, mostFaults } from '@isegoria/kernel';
import type { Asking, DraftFields, Method, UnitSettings } from '../method/method.decider';
import { allFaultsOf } from './questionnaire/words/all-faults';
import type { Questionnaire } from './questionnaire/questionnaire.pure';
import { wordsAnswered } from './questionnaire/words/words-answered.pure';
import { castingResponses } from './response/response.decider';
import { leastResponses } from './results/survey-results.contract';
import { survey as contract, type SurveySettings } from './survey.contract';

export const survey = {
  contract,
  draftFields: ['questionnaire'],
  settings: ({ questionnaire }: DraftFields, { smallestGroup = leastResponses }: UnitSettings = {}): SurveySettings => ({
    questionnaire: soundQuestionnaire(questionnaire ?? { sections: [] }),
    ...(smallestGroup !== leastResponses && { smallestGroup }),
    quotaPlaces: 'standing',
  }),
  begins: () => [],
  answered: ({ settings }: Asking) => wordsAnswered((settings as SurveySettings).questionnaire),
  ...castingResponses,
} satisfies Method;

/** @throws Rejection VALIDATION_FAILED with everything that is wrong with it */
export function soundQuestionnaire(questionnaire: Questionnaire): Questionnaire {
  const faults = allFaultsOf(questionnaire).map(({ field, constraint, limit }) => ({
    field: `questionnaire.${field}`,
    params: { constraint, ...(limit === undefined ? {} : { limit }) },
  }));
  const [first, ...further] = faults;
  const others = further.length > 0 && { further: further.slice(0, mostFaults - 1) };
  if (first) throw new Rejection('VALIDATION_FAILED', { ...first, ...others });
  return JSON.parse(JSON.stringify(questionnaire)) as Questionnaire;
}
