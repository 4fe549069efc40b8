import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { idInPath, withQuery, type Visited } from '@isegoria/portal-kit';
import { showResults } from '../../../results/results.contract';
import { readConsultation, titleFor } from '../../../translation/reading/translated.page';
import { showAnswersBy } from './answers-by.contract';
import { AnswersByPage } from './answers-by.page';
import { answersByPath } from './answers-by-path.page';

/** The answers of the people who gave one answer: the address says which, so that it can be kept and passed on. */
@Controller('consultations/:id/activities/:activityId/answers')
export class AnswersByController {
  @Get()
  async show(
    @Res() { visit }: Visited,
    @Param('id') id: string,
    @Param('activityId') activity: string,
    @Query('by') by: unknown,
    @Query('of') of: unknown,
  ): Promise<void> {
    const [consultationId, activityId] = [idInPath(id), idInPath(activity)];
    const { publicApi, texts } = visit;
    const [consultation, { activities }] = await Promise.all([
      readConsultation(publicApi, texts.language, consultationId),
      publicApi.ask(showResults, { consultationId }),
    ]);
    const results = activities.find((one) => one.activityId === activityId);
    if (results?.smallestGroup == null) throw new Rejection('ACTIVITY_NOT_FOUND');
    const questions = results.answers.filter(({ tellsApart }) => tellsApart);
    // An address that was altered shows what the page begins with.
    const question = (questions.find((one) => one.id === by) ?? questions[0])?.id;
    const answers = question === undefined ? undefined : await publicApi.ask(showAnswersBy, { activityId, question });
    const group = answers?.groups.find(({ choice }) => choice === of)?.choice;
    visit.show(<AnswersByPage {...{ consultation, results, questions, answers }} of={group} />, {
      title: texts.t('answersBy.of', { title: titleFor(texts.language, consultation).text }),
      address: withQuery(answersByPath(consultationId, activityId), {
        ...(question !== undefined && { by: question }),
        ...(group !== undefined && { of: group }),
      }),
    });
  }
}
