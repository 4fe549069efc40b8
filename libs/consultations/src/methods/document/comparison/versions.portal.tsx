import { Controller, Get, Param, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { idInPath, namesOf, type Visited } from '@isegoria/portal-kit';
import { asRead, readConsultation, titleFor } from '../../../translation/reading/translated.page';
import { listOfficialAnswers } from '../../../official-answer/official-answer.contract';
import { saidWords } from '../../deliberation/said-words/said-words.portal';
import { listStatementResults } from '../../deliberation/statement-results/statement-results.contract';
import { listStatements } from '../../deliberation/statement/statement.contract';
import { showDocument } from '../document.contract';
import { LostPage } from './lost.page';
import { lostPath, versionPath } from './version-links.page';
import { VersionPage } from './version.page';

/** The versions of a text, and what lost its place in them. */
@Controller('papers/:id')
export class VersionsController {
  @Get('versions/:version')
  async version(@Res() { visit }: Visited, @Param('id') id: string, @Param('version') version: string): Promise<void> {
    const activityId = idInPath(id);
    if (!/^[1-9]\d{0,5}$/.test(version)) throw new Rejection('NOT_FOUND');
    const paper = await visit.api.ask(showDocument, { activityId, version });
    const asked = Number(visit.request.query['from']);
    const from = paper.versions.some((one) => one.version === asked) && asked < paper.shown ? asked : paper.shown - 1;
    const said = paper.versions.find((one) => one.version === paper.shown)!;
    const [consultation, before, words] = await Promise.all([
      readConsultation(visit.api, visit.texts.language, paper.consultationId),
      from > 0 ? visit.api.ask(showDocument, { activityId, version: String(from) }) : undefined,
      saidWords(
        visit.api,
        activityId,
        said.follows.map(({ statementId }) => statementId),
      ),
    ]);
    visit.show(<VersionPage {...{ consultation, paper, before, words }} />, {
      title: visit.texts.t('steps.title', {
        step: visit.texts.t('versions.version', { version: paper.shown }),
        title: titleFor(visit.texts.language, consultation).text,
      }),
      address: versionPath(activityId, paper.shown),
    });
  }

  @Get('lost')
  async lost(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const [activityId, cursor] = [idInPath(id), visit.cursor()];
    const [paper, annotations] = await Promise.all([
      visit.api.ask(showDocument, { activityId }),
      visit.api.ask(listStatements, { activityId, place: 'lost', cursor }),
    ]);
    const { consultationId } = paper;
    const only = annotations.items.map((annotation) => annotation.id).join(',');
    const [consultation, nameOf, results, answers] = await Promise.all([
      readConsultation(visit.api, visit.texts.language, consultationId),
      namesOf(
        visit,
        annotations.items.map(({ author }) => author),
      ),
      only === '' ? undefined : visit.api.ask(listStatementResults, { activityId, only }),
      only === '' ? undefined : visit.api.ask(listOfficialAnswers, { consultationId, only }),
    ]);
    const supporters = new Map(results?.items.map((result) => [result.id, result.agrees]));
    visit.show(<LostPage {...{ consultation, paper, annotations, cursor, nameOf, supporters }} answers={answers?.items ?? []} />, {
      title: visit.texts.t('steps.title', { step: visit.texts.t('versions.lostTitle'), title: asRead(consultation, consultation.title) }),
      address: lostPath(activityId),
    });
  }
}
