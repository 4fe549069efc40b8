import { IsUUID, MaxLength } from 'class-validator';
import { IsPlainText, Nested, command, limits } from '@isegoria/kernel';
import { newSettingsOfActivity } from '../../../activity/activity.contract';
import { QuestionnaireOfSurvey } from '../questionnaire/questionnaire.contract';

export class CorrectQuestionnaire {
  @IsUUID()
  activityId: string;

  /** All questions anew. Once the survey has opened, only words of them may differ from what stands. */
  @Nested(() => QuestionnaireOfSurvey)
  questionnaire: QuestionnaireOfSurvey;

  /** What was corrected and why, for everybody. */
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  note: string;
}
export const correctQuestionnaire = command(CorrectQuestionnaire, {
  route: 'PUT /activities/:activityId/questionnaire',
  may: 'consult',
  summary: 'Change the questions of a published survey before it opens, or correct their wording afterwards, with a public note',
  versionedBy: newSettingsOfActivity,
});
