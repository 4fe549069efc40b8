import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { blankForm, carry, idInPath, sentForm, textIfAny, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormError } from '@isegoria/ui';
import type { ActivityView } from '../../../../activity/activity.contract';
import { showConsultation, type ConsultationView } from '../../../../consultation/consultation.contract';
import { whyNotToComeOrOpen } from '../../../../phase/why-not';
import { asCsv } from '../../../../results/dashboard/figures-file.page';
import { orderedTokens, readLinkToken } from '../link-token';
import { issueSurveyLinks, linksInBatch, listSurveyLinks, revokeSurveyLinks } from '../survey-links.contract';
import { SurveyLinksPage, surveyLinksPath, type LinksForms } from './survey-links.page';

interface Where {
  readonly id: string;
  readonly activityId: string;
}
interface Survey {
  readonly consultation: ConsultationView;
  readonly activity: ActivityView;
}

/** Where officials order the personal links of a survey, and revoke them. */
@Controller('office/consultations/:id/activities/:activityId/links')
export class SurveyLinksOfficeController {
  @Get()
  async list(@Res() { visit }: Visited, @Param() where: Where): Promise<void> {
    await show(visit, await surveyOf(visit, where));
  }

  /**
   * The order has its file, which is made anew for whoever asks for it by the same form in the same session, and by nothing else. The page
   * comes between: whoever orders another batch by it has another form.
   */
  @Post()
  async order(@Res() response: Visited, @Param() where: Where, @Body() body: unknown): Promise<void> {
    const { visit } = response;
    const survey = await surveyOf(visit, where);
    const { activity, consultation } = survey;
    const count = countIn(body);
    const { key } = sentForm(body);
    const tokens = orderedTokens({ activityId: activity.id, count: count ?? linksInBatch.least, key, token: visit.token ?? '' });
    await carry(visit, body, issueSurveyLinks, {
      wrong: wrongCount(visit, body),
      command: (form) => {
        textOf(form, 'count');
        return { activityId: activity.id, links: tokens.map((token) => readLinkToken(token)!.link) };
      },
      accepted: ({ position }) => {
        const ordered = { key, count: tokens.length };
        if (textIfAny(sentForm(body), 'file') === '') return show(visit, survey, { ordered }, { after: position });
        response
          .status(200)
          .type('text/csv')
          .set({ 'cache-control': 'no-store', 'content-disposition': `attachment; filename="links-${activity.id.slice(0, 8)}.csv"` })
          .send(fileOf(visit, activity.title ?? consultation.title, tokens));
      },
      refused: (order, status) => {
        const errors = order.errors.map((error) => (error.field === 'links' ? { ...error, field: 'count' } : error));
        return show(visit, survey, { order: { ...order, errors } }, { status, wasToldBefore: order.isOvertaken });
      },
    });
  }

  @Post(':batch/revocation')
  async revoke(
    @Res() { visit }: Visited,
    @Param() where: Where,
    @Param('batch') asked: string,
    @Body() body: unknown,
  ): Promise<void> {
    const survey = await surveyOf(visit, where);
    const batch = /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : undefined;
    if (batch === undefined) throw new Rejection('NOT_FOUND');
    await carry(visit, body, revokeSurveyLinks, {
      command: (form) => ({ activityId: survey.activity.id, batch, reason: textOf(form, 'reason') }),
      accepted: ({ position }) => visit.seeOther(pathOf(survey), position),
      refused: (revocation, status) => show(visit, survey, { revocation, revoking: batch }, { status }),
    });
  }
}

const pathOf = ({ consultation, activity }: Survey) => surveyLinksPath(consultation.id, activity.id);

/** How many links a form asks for; undefined for what is no such number. */
function countIn(body: unknown): number | undefined {
  const text = textIfAny(sentForm(body), 'count').trim();
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return count >= linksInBatch.least && count <= linksInBatch.most ? count : undefined;
}

const wrongCount = ({ texts }: Visit, body: unknown): FormError[] =>
  countIn(body) === undefined ? [{ field: 'count', message: texts.t('links.count.wrong') }] : [];

/** Begins with a byte order mark, without which spreadsheets take the letters for others. */
function fileOf({ texts: { t }, origin }: Visit, title: string, tokens: readonly string[]): string {
  const head = [t('links.file.number'), t('links.file.address'), t('links.file.survey'), t('links.file.note')];
  const rows = tokens.map((token, at) => [at + 1, `${origin}/s/${token}`, title, t('links.file.how')]);
  return `\uFEFF${asCsv([head, ...rows])}`;
}

/** @throws Rejection FORBIDDEN_ROLE or ACTIVITY_NOT_FOUND */
async function surveyOf(visit: Visit, { id, activityId }: Where): Promise<Survey> {
  visit.mustBePermitted('consult');
  const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
  visit.mustBePermitted('consult', consultation.unit);
  const activity = consultation.activities.find((one) => one.id === activityId);
  if (activity?.method !== 'survey') throw new Rejection('ACTIVITY_NOT_FOUND');
  return { consultation, activity };
}

async function show(
  visit: Visit,
  survey: Survey,
  sent: Partial<LinksForms> = {},
  { status = 200, wasToldBefore = false, after }: { status?: number; wasToldBefore?: boolean; after?: number } = {},
): Promise<void> {
  const { consultation, activity } = survey;
  const cursor = visit.cursor();
  const api = after === undefined ? visit.api : visit.api.as({ after });
  const batches = await api.ask(listSurveyLinks, { activityId: activity.id, cursor });
  const phase = consultation.phases.find(({ id }) => id === activity.phaseId);
  const isToComeOrOpen = whyNotToComeOrOpen(phase?.status) === undefined && !consultation.cancellation;
  const { order = blankForm(), revocation = blankForm(), revoking, ordered } = sent;
  visit.show(<SurveyLinksPage {...{ ...survey, batches, cursor, isToComeOrOpen, wasToldBefore, order, revocation, revoking, ordered }} />, {
    title: visit.texts.t('links.title'),
    status,
    address: pathOf(survey),
  });
}
