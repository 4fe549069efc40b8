import { IsIn, IsInt } from 'class-validator';
import { Nested, OrAbsent } from '@isegoria/kernel';
import type { MethodContract } from '../method/method.contract';
import { QuestionnaireOfSurvey, type Questionnaire } from './questionnaire/questionnaire.contract';

export const survey = {
  method: 'survey',
  exports: ['responses', 'answer-files', 'listed-texts', 'test-answers'],
  exportsOfFiles: ['answer-files'],
  castEvent: 'ResponseSubmitted',
  alsoContributed: ['PaperFormConfirmed', 'LinkedResponseSubmitted'],
  noResults: { answers: [], answersState: null, channels: [], smallestGroup: null },
  noBallot: { response: null },
} as const satisfies MethodContract;

export interface SurveySettings {
  readonly questionnaire: Questionnaire;
  /** Figures of fewer people are not told apart, as the unit had it when the survey was drafted; ten when absent. */
  readonly smallestGroup?: number;
  /**
   * Which responses take places in its quotas: `standing` are those that stand and are counted, in the order in which people came to their
   * answers, whatever is left out or changed (ADR 156); `counted` those at the level from which its consultation counts, as they come. All
   * do when absent. Surveys that were drafted before keep what held then: what came out of these stays (ADR 124).
   */
  readonly quotaPlaces?: QuotaPlaces;
}
export const quotaPlaces = ['counted', 'standing'] as const;
export type QuotaPlaces = (typeof quotaPlaces)[number];

export class SurveyDraft {
  /** Surveys: what is asked, section by section. */
  @OrAbsent() @Nested(() => QuestionnaireOfSurvey) questionnaire?: QuestionnaireOfSurvey;
}

export class SurveySettingsView {
  /** Surveys. */
  @OrAbsent() @Nested(() => QuestionnaireOfSurvey) readonly questionnaire?: QuestionnaireOfSurvey;
  /** Surveys: figures of fewer people are not told apart; ten when absent. */
  @OrAbsent() @IsInt() readonly smallestGroup?: number;
  /**
   * Surveys: `standing` where the places of quotas are those of the responses that stand and are counted, in the order in which people came
   * to their answers; `counted` where responses at the level from which the consultation counts take them as they come; all do when absent.
   */
  @OrAbsent() @IsIn(quotaPlaces) readonly quotaPlaces?: QuotaPlaces;
}
