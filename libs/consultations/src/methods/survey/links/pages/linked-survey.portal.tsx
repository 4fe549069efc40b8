import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { CommandContract } from '@isegoria/kernel';
import { carry, readBack, sentForm, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import { readConsultation } from '../../../../translation/reading/translated.page';
import { withoutFiles } from '../../answer-file/without-files.pure';
import { answersIn } from '../../response/pages/answers-form.page';
import { begunIn } from '../../response/pages/choice/begun.page';
import { whereToGoOn } from '../../response/pages/way/way-through.pure';
import { SurveyController } from '../../response/pages/survey.portal';
import type { SurveyPath, SurveyRun, Surveyed } from '../../response/pages/way/surveyed.portal';
import type { KeepAnswers, OwnResponse, ShowOwnResponse } from '../../response/response.contract';
import { newOwnPart, readLinkToken } from '../link-token';
import {
  keepLinkedAnswers,
  showLinkedResponse,
  submitLinkedResponse,
  type SurveyLinkState,
  type LinkedResponse,
} from '../survey-links.contract';
import { DeadSurveyLink } from './dead-link.page';

interface LinkedPath extends SurveyPath {
  /** Which link these pages are of: they say no more than the log does. */
  readonly link: string;
}

/** The same pages; whose answers they are, the token says. */
const byLink: SurveyRun = {
  part: 'by-link',
  isTest: false,
  isByLink: true,
  keep: keepLinkedAnswers as unknown as CommandContract<KeepAnswers, OwnResponse>,
  show: showLinkedResponse as unknown as CommandContract<ShowOwnResponse, OwnResponse>,
  send: 'review',
};

/** The letter has the link alone. What a browser adds stays with that browser, and with whoever takes the address to go on from it. */
function withOwnPart(token: string, before: string | undefined): string {
  const read = readLinkToken(token);
  if (!read || read.own !== undefined) return token;
  const known = readLinkToken(before ?? '');
  return `${token}.${known?.link === read.link && known.own !== undefined ? known.own : newOwnPart()}`;
}

const nameOf = (token: string) => readLinkToken(token)?.link.slice(0, 16);

/** Where a personal link leads. Following it changes nothing: mail scanners do. */
@Controller('s')
export class FollowedSurveyLinkController {
  @Get(':token')
  async follow(@Res() response: Visited, @Param('token') token: string): Promise<void> {
    const { visit } = response;
    // The only page whose address has the token in it: nothing that it leads to learns where somebody came from.
    response.set({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
    const whole = withOwnPart(token.slice(0, 200), visit.link);
    const own = await visit.api.do(showLinkedResponse, { token: whole });
    const { state, consultationId, activityId, response: sent } = own;
    if (state !== 'open' && !isToRead(own)) return showDead(visit, own, state);
    visit.rememberLink(whole);
    const path = `/consultations/${consultationId}/activities/${activityId}/by-link/${nameOf(whole)}`;
    if (state !== 'open') return visit.seeOther(`${path}/review`);
    visit.seeOther(`${path}/${sent === null ? await firstPage(visit, own) : 'review'}`);
  }
}

/** The pages of a survey for whoever has a link, page by page as for everybody. */
@Controller('consultations/:id/activities/:activityId/by-link/:link')
export class LinkedSurveyController extends SurveyController {
  protected override readonly run = byLink;

  @Get('review')
  override async review(@Res() response: Visited, @Param() where: LinkedPath): Promise<void> {
    if (await isTheirs(response.visit, where)) await super.review(response, where);
  }

  @Get(':number')
  override async page(@Res() response: Visited, @Param() where: LinkedPath, @Param('number') number: string): Promise<void> {
    if (await isTheirs(response.visit, where)) await super.page(response, where, number);
  }

  @Post('review')
  async send(@Res() { visit }: Visited, @Param() where: LinkedPath, @Body() body: unknown): Promise<void> {
    if (!(await isTheirs(visit, where, body))) return;
    const surveyed = await this.survey(visit, where);
    await carry(visit, body, submitLinkedResponse, {
      command: (form) => ({ token: visit.link ?? '', answers: answersIn(textOf(form, 'answers')), upon: begunIn(form).upon }),
      accepted: (accepted) => visit.thank(accepted, `${surveyed.path}/review`, 'linked'),
      refused: (form, status) => this.showRefused(visit, surveyed, form, status),
    });
  }

  @Post(':number')
  override async keep(
    @Res() response: Visited,
    @Param() where: LinkedPath,
    @Param('number') number: string,
    @Body() body: unknown,
  ): Promise<void> {
    if (await isTheirs(response.visit, where, body)) await super.keep(response, where, number, body);
  }

  protected override whose(visit: Visit): ShowOwnResponse {
    return { token: visit.link ?? '' } as unknown as ShowOwnResponse;
  }

  protected override goOnAt({ origin, link }: Visit): string {
    return `${origin}/s/${link ?? ''}`;
  }

  protected override seed(visit: Visit): Promise<string> {
    return Promise.resolve(nameOf(visit.link ?? '') ?? '');
  }

  protected override async survey(visit: Visit, where: LinkedPath): Promise<Surveyed> {
    const surveyed = await super.survey(visit, where);
    return { ...surveyed, questionnaire: withoutFiles(surveyed.questionnaire), path: `${surveyed.path}/${where.link}` };
  }
}

/**
 * Another link may have been opened in this browser meanwhile: then nothing of these pages is taken for its answers.
 * @param body of a form, whose words are kept on the page that is shown in its place
 */
async function isTheirs(visit: Visit, { activityId, link }: LinkedPath, body?: unknown): Promise<boolean> {
  const token = visit.link ?? '';
  const own: LinkedResponse = await visit.api.do(showLinkedResponse, { token: token.slice(0, 200) });
  const isOfThis = nameOf(token) === link && own.activityId === activityId;
  if (isOfThis && (own.state === 'open' || isToRead(own) || isTyped(own, body))) {
    visit.rememberLink(token);
    return true;
  }
  if (body !== undefined) {
    visit.readBack = await readBack(visit);
    visit.refuseWith(sentForm(body));
  }
  showDead(visit, own, isOfThis && own.state !== 'open' ? own.state : 'unknown');
  return false;
}

/** Whoever kept answers goes on where they end. */
async function firstPage({ api, texts }: Visit, own: LinkedResponse): Promise<number | 'review'> {
  const { consultationId, activityId, isKept, aside, answers } = own;
  if (!isKept || aside) return 1;
  const { activities } = await readConsultation(api, texts.language, consultationId!);
  const { questionnaire } = activities.find(({ id }) => id === activityId)?.settings ?? {};
  return questionnaire ? whereToGoOn(withoutFiles(questionnaire), answers) : 1;
}

/** Whether there is something of theirs to read once the survey is over. */
const isToRead = ({ state, response, isKept, aside }: LinkedResponse): boolean =>
  state === 'closed' && (response !== null || isKept || aside !== null);

/** What comes too late is shown on the page of what was not sent. */
const isTyped = ({ state }: LinkedResponse, body: unknown): boolean => state === 'closed' && body !== undefined;

function showDead(visit: Visit, { consultationId, hasSent }: LinkedResponse, state: Exclude<SurveyLinkState, 'open'>): void {
  const isUnknown = state === 'unknown';
  visit.show(<DeadSurveyLink {...{ state, hasSent }} consultationId={isUnknown ? null : consultationId} />, {
    title: visit.texts.t('links.dead'),
    status: isUnknown ? 404 : state === 'toCome' ? 200 : 410,
    address: '/',
  });
}
