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
   * Which responses take places in its quotas: `counted` are those at the level from which its consultation counts. All do when absent, as
   * in surveys that were drafted before there was a choice: what came out of these stays (ADR 124).
   */
  readonly quotaPlaces?: QuotaPlaces;
}
export const quotaPlaces = ['counted'] as const;
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
  /** Surveys: `counted` where only responses at the level from which the consultation counts take places in quotas; all do when absent. */
  @OrAbsent() @IsIn(quotaPlaces) readonly quotaPlaces?: QuotaPlaces;
}
