import { Controller, Get, Param, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { idInPath, type Visit, type Visited } from '@isegoria/portal-kit';
import { readConsultation, type ReadConsultation } from '../../../translation/reading/translated.page';
import type { ActivityView } from '../../../activity/activity.contract';
import type { Questionnaire } from '../questionnaire/questionnaire.contract';
import { PaperForm, paperPath } from './paper-form.page';

interface AskedSurvey {
  readonly consultation: ReadConsultation;
  readonly activity: ActivityView;
  readonly questionnaire: Questionnaire;
}

/** The questions of a survey to take along: on paper, and as a file that can be imported again. */
@Controller('consultations/:id/activities/:activityId')
export class PaperFormController {
  @Get('paper')
  async paper(@Res() { visit }: Visited, @Param('id') id: string, @Param('activityId') activityId: string): Promise<void> {
    const survey = await surveyOf(visit, id, activityId);
    visit.show(<PaperForm {...survey} ministry={visit.ministry} />, {
      title: visit.texts.t('paper.title'),
      address: paperPath(survey.consultation.id, survey.activity.id),
    });
  }

  @Get('questionnaire.json')
  async file(@Res() response: Visited, @Param('id') id: string, @Param('activityId') activityId: string): Promise<void> {
    const { visit } = response;
    const { activity, questionnaire } = await surveyOf(visit, id, activityId);
    const file = { $schema: `${visit.origin}/api/v1/schemas/questionnaire.json`, ...questionnaire };
    response
      .set({ 'cache-control': 'no-store', 'content-disposition': `attachment; filename="questions-${activity.id.slice(0, 8)}.json"` })
      .type('application/json; charset=utf-8')
      .send(`${JSON.stringify(file, null, 2)}\n`);
  }
}

/** As the visitor may see it: a draft is for officials of its unit. @throws Rejection ACTIVITY_NOT_FOUND */
async function surveyOf(visit: Visit, id: string, activityId: string): Promise<AskedSurvey> {
  const consultation = await readConsultation(visit.api, visit.texts.language, idInPath(id));
  const activity = consultation.activities.find((one) => one.id === activityId);
  const questionnaire = activity?.settings.questionnaire;
  if (!activity || !questionnaire) throw new Rejection('ACTIVITY_NOT_FOUND');
  return { consultation, activity, questionnaire };
}
