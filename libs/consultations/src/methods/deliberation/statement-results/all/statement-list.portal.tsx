import { Controller, Get, Param, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { idInPath, type Visited } from '@isegoria/portal-kit';
import { LeadsToAsOf } from '../../../../results/as-of/page/led-to-as-of.portal';
import { readConsultation } from '../../../../translation/reading/translated.page';
import { listOfficialAnswers } from '../../../../official-answer/official-answer.contract';
import { StatementListPage, statementListPath } from './statement-list.page';
import { listStatementResults } from '../statement-results.contract';

/** All statements of a deliberation with their votes, page by page. */
@Controller('consultations/:id/activities/:activityId/statements')
@LeadsToAsOf()
export class StatementListController {
  @Get()
  async list(@Res() { visit }: Visited, @Param('id') id: string, @Param('activityId') asked: string): Promise<void> {
    const [consultationId, activityId, cursor] = [idInPath(id), idInPath(asked), visit.cursor()];
    const [consultation, results] = await Promise.all([
      readConsultation(visit.publicApi, visit.texts.language, consultationId),
      visit.publicApi.ask(listStatementResults, { activityId, cursor }),
    ]);
    if (!consultation.activities.some((activity) => activity.id === activityId)) throw new Rejection('ACTIVITY_NOT_FOUND');
    const only = results.items.map((statement) => statement.id).join(',');
    const { items: answers } = only === '' ? { items: [] } : await visit.publicApi.ask(listOfficialAnswers, { consultationId, only });
    const mayAnswer = visit.may('answer', consultation.unit);
    visit.show(<StatementListPage {...{ consultation, activityId, results, cursor, answers, mayAnswer }} />, {
      title: visit.texts.t('results.statements'),
      address: statementListPath(consultationId, activityId),
    });
  }
}
