import { IsOptional } from 'class-validator';
import { Nested } from '@isegoria/kernel';
import type { MethodContract } from '../method/method.contract';
import { QuestionnaireOfSurvey, type Questionnaire } from './questionnaire/questionnaire.contract';

export const survey = {
  method: 'survey',
  exports: ['responses', 'test-answers'],
  castEvent: 'ResponseSubmitted',
  alsoContributed: [],
  noResults: { answers: [] },
  noBallot: { response: null },
} as const satisfies MethodContract;

export interface SurveySettings {
  readonly questionnaire: Questionnaire;
}

export class SurveyDraft {
  /** Surveys: what is asked, section by section. */
  @IsOptional() @Nested(() => QuestionnaireOfSurvey) questionnaire?: QuestionnaireOfSurvey;
}

export class SurveySettingsView {
  /** Surveys. */
  @IsOptional() @Nested(() => QuestionnaireOfSurvey) readonly questionnaire?: QuestionnaireOfSurvey;
}
