import { Controller, Get, Param, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { idInPath, type Visit, type Visited } from '@isegoria/portal-kit';
import { showConsultation } from '../../../../consultation/consultation.contract';
import { fetchAnswerFile, listAnswerFiles } from '../answer-file.contract';
import { AnswerFilesPage, answerFilesPath, type WithAnswerFiles } from './answer-files.page';

interface Where {
  readonly id: string;
  readonly activityId: string;
}

/** Where officials and moderators find the files that people answered a survey with. */
@Controller('office/consultations/:id/activities/:activityId/files')
export class AnswerFilesOfficeController {
  @Get()
  async list(@Res() { visit }: Visited, @Param() where: Where): Promise<void> {
    const survey = await surveyOf(visit, where);
    const cursor = visit.cursor();
    const files = await visit.api.ask(listAnswerFiles, { activityId: survey.activity.id, cursor });
    const { unit } = survey.consultation;
    const mayExport = visit.may('consult', unit) && visit.may('export', unit);
    visit.show(<AnswerFilesPage {...survey} files={files} cursor={cursor} mayExport={mayExport} />, {
      title: visit.texts.t('answerFiles.title'),
      address: answerFilesPath(survey.consultation.id, survey.activity.id),
    });
  }

  @Get(':file')
  async file(@Res() { visit }: Visited, @Param() where: Where & { file: string }): Promise<void> {
    if (!/^[0-9a-f]{64}$/.test(where.file)) throw new Rejection('NOT_FOUND');
    const { activity } = await surveyOf(visit, where);
    await visit.sendFile(await visit.api.open(fetchAnswerFile, { activityId: activity.id, file: where.file }));
  }
}

/** Where people open the files that they sent, or that are kept until they send them. */
@Controller('consultations/:id/activities/:activityId/survey/files')
export class OwnFilesController {
  @Get(':file')
  async file(@Res() { visit }: Visited, @Param() where: Where & { file: string }): Promise<void> {
    if (!/^[0-9a-f]{64}$/.test(where.file)) throw new Rejection('NOT_FOUND');
    await visit.sendFile(await visit.api.open(fetchAnswerFile, { activityId: idInPath(where.activityId), file: where.file }));
  }
}

/** @throws Rejection FORBIDDEN_ROLE or ACTIVITY_NOT_FOUND */
async function surveyOf(visit: Visit, { id, activityId }: Where): Promise<WithAnswerFiles> {
  const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
  if (!visit.may('moderate', consultation.unit)) visit.mustBePermitted('consult', consultation.unit);
  const activity = consultation.activities.find((one) => one.id === activityId);
  const questionnaire = activity?.settings.questionnaire;
  if (!activity || !questionnaire) throw new Rejection('ACTIVITY_NOT_FOUND');
  return { consultation, activity, questionnaire };
}
