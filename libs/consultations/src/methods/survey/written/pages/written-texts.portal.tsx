import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { carry, idInPath, reasonIn, textOf, withQuery, type Visit, type Visited } from '@isegoria/portal-kit';
import { showConsultation } from '../../../../consultation/consultation.contract';
import { readConsultation, titleFor } from '../../../../translation/reading/translated.page';
import { questionsOf } from '../../questionnaire/questionnaire.pure';
import { decideOnText, listDeskTexts, listWrittenTexts, textDecisions, type TextDecision } from '../written-text.contract';
import { DeskTextsPage, type JudgedText } from './desk-texts.page';
import { deskTextsPath, writtenTextsPath } from './written-text-paths.page';
import { WrittenTextsPage } from './written-texts.page';

/** What people wrote in answer to one question of a survey. */
@Controller('consultations/:id/activities/:activityId/texts')
export class WrittenTextsController {
  @Get(':question')
  async list(
    @Res() { visit }: Visited,
    @Param('id') id: string,
    @Param('activityId') activity: string,
    @Param('question') asked: string,
  ): Promise<void> {
    const [consultationId, activityId, cursor] = [idInPath(id), idInPath(activity), visit.cursor()];
    const { publicApi, texts } = visit;
    const consultation = await readConsultation(publicApi, texts.language, consultationId);
    const found = consultation.activities.find((one) => one.id === activityId);
    const question = questionsOf(found?.settings.questionnaire ?? { sections: [] }).find((one) => one.id === asked);
    if (!question) throw new Rejection('NOT_FOUND');
    const written = await publicApi.ask(listWrittenTexts, { activityId, question: question.id, cursor });
    visit.show(<WrittenTextsPage {...{ consultation, activityId, question, cursor }} texts={written} />, {
      title: `${texts.t('written.title')}: ${titleFor(texts.language, consultation).text}`,
      address: writtenTextsPath(consultationId, activityId, question.id),
    });
  }
}

interface Where {
  readonly id: string;
  readonly activityId: string;
}

/** Where moderators decide about the texts of a survey. */
@Controller('office/consultations/:id/activities/:activityId/texts')
export class DeskTextsController {
  @Get()
  async desk(@Res() { visit }: Visited, @Param() where: Where, @Query('decision') asked?: unknown): Promise<void> {
    await showDesk(visit, where, decisionIn(asked));
  }

  @Post(':text')
  async decide(
    @Res() { visit }: Visited,
    @Param() where: Where & { readonly text: string },
    @Body() body: unknown,
    @Query('decision') asked?: unknown,
  ): Promise<void> {
    const activityId = idInPath(where.activityId);
    const [chosen, cursor] = [decisionIn(asked), visit.cursor()];
    await carry(visit, body, decideOnText, {
      command(form) {
        const decision = textOf(form, 'decision') as TextDecision;
        const stood = textOf(form, 'stood') as TextDecision;
        // What is held back already has no fields for a reason. Whoever typed one and lists the text is asked, and loses no word.
        const why = stood === 'heldBack' ? { reason: '' } : reasonIn(form);
        const hasWhy = decision === 'heldBack' || why.reason !== '';
        return { activityId, text: where.text, decision, stood, ...(hasWhy && why) };
      },
      accepted: ({ position }) =>
        visit.seeOther(withQuery(deskTextsPath(idInPath(where.id), activityId), { decision: chosen, cursor }), position),
      refused: (form, status) => showDesk(visit, where, chosen, { text: where.text, form }, status),
    });
  }
}

const decisionIn = (asked: unknown): TextDecision | undefined => textDecisions.find((one) => one === asked);

/** @throws Rejection FORBIDDEN_ROLE or ACTIVITY_NOT_FOUND */
async function showDesk(visit: Visit, where: Where, decision: TextDecision | undefined, sent?: JudgedText, status = 200): Promise<void> {
  visit.mustBePermitted('moderate');
  const [consultationId, activityId, cursor] = [idInPath(where.id), idInPath(where.activityId), visit.cursor()];
  const consultation = await visit.api.ask(showConsultation, { consultationId });
  visit.mustBePermitted('moderate', consultation.unit);
  const activity = consultation.activities.find((one) => one.id === activityId);
  if (!activity?.settings.questionnaire) throw new Rejection('ACTIVITY_NOT_FOUND');
  const texts = await visit.api.ask(listDeskTexts, { activityId, decision, cursor });
  const isClosed = consultation.phases.find(({ id }) => id === activity.phaseId)?.status === 'closed';
  const mayRun = visit.may('export', consultation.unit);
  visit.show(<DeskTextsPage {...{ consultation, activity, isClosed, mayRun, texts, decision, cursor, sent }} />, {
    title: visit.texts.t('written.desk'),
    status,
    address: withQuery(deskTextsPath(consultationId, activityId), { decision }),
  });
}
