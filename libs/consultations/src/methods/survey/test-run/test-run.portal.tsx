import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { carry, textOf, type Visited } from '@isegoria/portal-kit';
import { keepTestAnswerFile } from '../answer-file/answer-file.contract';
import { answersIn } from '../response/pages/answers-form.page';
import { begunIn } from '../response/pages/choice/begun.page';
import { SurveyController } from '../response/pages/survey.portal';
import type { SurveyPath, SurveyRun } from '../response/pages/way/surveyed.portal';
import { keepTestAnswers, showTestAnswers, submitTestAnswers } from './test-run.contract';

const testing: SurveyRun = {
  ...{ part: 'test', isTest: true, send: 'test/review' },
  ...{ keep: keepTestAnswers, show: showTestAnswers, keepFile: keepTestAnswerFile },
};

/** The pages of a survey as people will have them, for the staff who try it before it opens. */
@Controller('consultations/:id/activities/:activityId/test')
export class SurveyTestController extends SurveyController {
  protected override readonly run = testing;

  @Post('review')
  async send(@Res() { visit }: Visited, @Param() where: SurveyPath, @Body() body: unknown): Promise<void> {
    const surveyed = await this.survey(visit, where);
    await carry(visit, body, submitTestAnswers, {
      command: (form) => ({ activityId: surveyed.activity.id, answers: answersIn(textOf(form, 'answers')), upon: begunIn(form).upon }),
      accepted: ({ position }) => visit.seeOther(`${surveyed.path}/review`, position),
      refused: (form, status) => this.showRefused(visit, surveyed, form, status),
    });
  }
}
