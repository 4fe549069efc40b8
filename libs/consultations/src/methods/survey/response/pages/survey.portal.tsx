import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { blankForm, carry, idInPath, sentForm, textIfAny, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { showMyBallot } from '../../../../ballot/ballot.contract';
import { asRead, readConsultation } from '../../../../translation/reading/translated.page';
import { pageConditions } from '../../asking/page-conditions.pure';
import type { Answers } from '../../questionnaire/questionnaire.pure';
import { answersUsed, keepAnswers, showOwnResponse, type OwnResponse, type ShowOwnResponse } from '../response.contract';
import { keepAnswerFile } from '../../answer-file/answer-file.contract';
import { ownFilesPath } from '../../answer-file/pages/file-question.page';
import { isTakenAway, sentFiles, withKept } from '../../answer-file/pages/sent-files.portal';
import { answeredFields, answersSaid } from './answers-form.page';
import { SurveyReview, SurveySection } from './response-pages.page';
import { begunIn } from './choice/begun.page';
import { SurveyChoice } from './choice/survey-choice.page';
import { SurveyOver } from './over/survey-over.page';
import {
  errorsIn,
  hasToConfirm,
  isAnsweredElsewhere,
  beyondIn,
  namingPages,
  numberIn,
  receiptOf,
  withoutUnasked,
  type ShownAgain,
  type SurveyPath,
  type SurveyRun,
  type Surveyed,
} from './way/surveyed.portal';
import { answersReadBack } from './way/read-back.portal';
import { firstFaulty, neighbour, visibleIn } from './way/way-through.pure';

const responding: SurveyRun = {
  ...{ part: 'survey', isTest: false, send: 'response' },
  ...{ keep: keepAnswers, show: showOwnResponse, keepFile: keepAnswerFile },
};

/** The pages of a survey, one after the other, and what was answered before it is sent. */
@Controller('consultations/:id/activities/:activityId/survey')
export class SurveyController {
  protected readonly run: SurveyRun = responding;

  @Get('review')
  async review(@Res() { visit }: Visited, @Param() where: SurveyPath): Promise<void> {
    await this.showReview(visit, await this.survey(visit, where));
  }

  /** Whether what the form sends is taken now, by the dates of the phase: it may be closed before the log says so. */
  protected isTaken({ consultation, activity }: Surveyed): boolean {
    return this.run.isTest || consultation.phases.find(({ id }) => id === activity.phaseId)?.status === 'open';
  }

  /** In place of a form that would be refused. @param typed answers that were sent too late */
  private showNoForm(visit: Visit, surveyed: Surveyed, own?: OwnResponse, typed?: Answers, status?: number): void {
    const { consultation, activity, path } = surveyed;
    const isOver = consultation.phases.find(({ id }) => id === activity.phaseId)?.status === 'closed';
    if (!isOver) return visit.seeOther(`/consultations/${consultation.id}`);
    const title = activity.title ?? consultation.title;
    const sent = own && own.response !== null ? own.answers : undefined;
    const told = { filesAt: this.filesAt(surveyed), receipt: receiptOf(own), beyond: beyondIn(surveyed, own) };
    const kept = [...(own && !sent ? [own.answers] : []), ...(own?.aside ? [own.aside] : [])];
    const unsent = [...kept.slice(0, -1), { ...kept.at(-1), ...typed }];
    visit.show(
      <SurveyOver {...surveyed} {...this.run} title={title} sent={sent} unsent={unsent} {...told} />,
      { title: visit.texts.t('survey.overOf', { title: asRead(consultation, title) }), status, address: `${path}/review` },
    );
  }

  protected async showReview(visit: Visit, surveyed: Surveyed, again?: Pick<ShownAgain, 'form' | 'status'>): Promise<void> {
    const { consultation, questionnaire, path, activity } = surveyed;
    const { isTest, isByLink, send } = this.run;
    const own = await this.own(visit, surveyed);
    if (!this.isTaken(surveyed)) return this.showNoForm(visit, surveyed, own, undefined, again?.status);
    if (!own) return visit.seeOther(`${path}/1`);
    if (own.aside) return this.showChoice(visit, surveyed, own, own.aside);
    const faulty = firstFaulty(questionnaire, own.answers);
    if (faulty !== undefined) return visit.seeOther(`${path}/${faulty}?check=1`);
    const title = activity.title ?? consultation.title;
    visit.show(
      <SurveyReview
        {...surveyed}
        title={title}
        answers={withoutUnasked(questionnaire, own.answers)}
        isSignedIn
        filesAt={this.filesAt(surveyed)}
        form={again?.form ?? blankForm()}
        isTest={isTest}
        isByLink={isByLink}
        goOnAt={this.goOnAt(visit)}
        receipt={receiptOf(own)}
        isNow={visit.thanks?.for === 'linked'}
        response={own.response}
        isSent={own.response !== null && !own.isKept}
        beyond={beyondIn(surveyed, own)}
        action={isByLink ? `${path}/review` : `/consultations/${consultation.id}/activities/${activity.id}/${send}`}
      />,
      { title: visit.texts.t('survey.reviewOf', { title: asRead(consultation, title) }), status: again?.status, address: `${path}/review` },
    );
  }

  /** After answers were not sent: what somebody sent from elsewhere meanwhile is shown beside them, and asked about. */
  protected async showRefused(visit: Visit, surveyed: Surveyed, form: FormState, status: number): Promise<void> {
    if (form.isStale) return visit.seeOther(`${surveyed.path}/review`);
    await this.showReview(visit, surveyed, { form, status });
  }

  @Get(':number')
  async page(@Res() { visit }: Visited, @Param() where: SurveyPath, @Param('number') number: string): Promise<void> {
    const surveyed = await this.survey(visit, where);
    const [at, own] = [numberIn(surveyed, number), await this.own(visit, surveyed)];
    if (!this.isTaken(surveyed)) return this.showNoForm(visit, surveyed, own);
    if (own?.aside) return this.showChoice(visit, surveyed, own, own.aside);
    await this.show(visit, surveyed, at, own);
  }

  /** Before anything is written into either: what was sent or saved, and what was begun before that. */
  private showChoice(visit: Visit, surveyed: Surveyed, { answers, isKept, version }: OwnResponse, aside: Answers): void {
    const { questionnaire, path, consultation, activity } = surveyed;
    const title = activity.title ?? consultation.title;
    const [one, other] = [answers, aside].map((those) => withoutUnasked(questionnaire, those)) as [Answers, Answers];
    visit.show(<SurveyChoice {...surveyed} {...{ title, one, other, isKept, version }} {...this.run} form={blankForm()} />, {
      title: visit.texts.t(isKept ? 'survey.whichTypedOf' : 'survey.whichOf', { title: asRead(consultation, title) }),
      address: `${path}/review`,
    });
  }

  @Post(':number')
  async keep(@Res() { visit }: Visited, @Param() where: SurveyPath, @Param('number') number: string, @Body() body: unknown): Promise<void> {
    const surveyed = await this.survey(visit, where);
    const { questionnaire, path, consultation } = surveyed;
    const at = numberIn(surveyed, number);
    const section = questionnaire.sections[at - 1]!;
    const { versions } = begunIn(sentForm(body));
    visit.readBack = answersReadBack(section.questions, sentForm(body), visit.texts);
    const files = await sentFiles(visit, this.run, { activityId: surveyed.activity.id, versions }, section.questions);
    const said = (form: FormState) => {
      const shown = textIfAny(form, 'asked').split(' ');
      const isShown = ({ id }: { readonly id: string }) => shown.includes(id);
      // A page whose questions come and go has the fields of all of them.
      const onPage = pageConditions(questionnaire, at - 1, {}) ? section.questions : section.questions.filter(isShown);
      const said = answersSaid(onPage, form);
      const answered = onPage.filter(isShown).filter((question) => {
        return question.kind !== 'file' || (isTakenAway(question, form) && !files.came.includes(question.id));
      });
      return Object.fromEntries(answered.map(({ id }) => [id, said[id]]));
    };
    let sent = blankForm();
    await carry(visit, body, this.run.keep, {
      command: (form) => {
        sent = form;
        const go = textIfAny(form, 'go');
        const use = answersUsed.find((one) => one === go);
        const whose = this.whose(visit, surveyed);
        if (use) return { ...whose, answers: {}, use, version: textIfAny(form, 'choice') };
        return { ...whose, answers: said(form), ...begunIn(form) };
      },
      wrong: files.wrong,
      accepted: async ({ answers, aside, ...own }) => {
        const begun = { upon: own.response ?? '', versions: own.versions };
        const go = textIfAny(sent, 'go');
        if (go === 'sent' || go === 'kept') return visit.seeOther(`${path}/${go === 'sent' ? 'review' : 1}`);
        if (go === 'later') return visit.seeOther(this.run.isByLink ? `${path}/${at}?later=1` : `/consultations/${consultation.id}`);
        // A response came from elsewhere while this was written, which is kept.
        if (aside) return visit.seeOther(`${path}/${at}`);
        if (go === 'back') return visit.seeOther(`${path}/${neighbour(questionnaire, answers, at, -1) ?? at}`);
        const errors = errorsIn(visit, questionnaire, answers, at, sent);
        if (errors.length > 0) {
          const form = visit.refuseWith({ ...withKept(sent, section.questions, answers), key: blankForm().key, errors });
          return this.show(visit, surveyed, at, undefined, { form, answers, begun, status: 422 });
        }
        const shown = textIfAny(sent, 'asked').split(' ');
        const isNew = visibleIn(questionnaire, answers, at).some(({ id }) => !shown.includes(id));
        const form = { ...withKept(sent, section.questions, answers), key: blankForm().key };
        if (isNew) return this.show(visit, surveyed, at, undefined, { form, answers, begun, isNew });
        visit.seeOther(`${path}/${neighbour(questionnaire, answers, at, 1) ?? 'review'}`);
      },
      refused: async (refused, status) => {
        const { answers: kept = {} } = (await this.own(visit, surveyed)) ?? {};
        const form = namingPages(refused, questionnaire, at, kept, visit.texts);
        const answers = { ...files.kept, ...said(form) };
        if (status === 409 && !this.isTaken(surveyed)) {
          visit.readBack = answersReadBack([], sentForm(body), visit.texts);
          return this.showNoForm(visit, surveyed, await this.own(visit, surveyed), answers, status);
        }
        const again = { form: withKept(form, section.questions, answers), answers, begun: begunIn(form), status };
        return this.show(visit, surveyed, at, undefined, again);
      },
    });
  }

  private async show(visit: Visit, surveyed: Surveyed, at: number, own?: OwnResponse, again?: ShownAgain): Promise<void> {
    const { questionnaire, consultation, activity, path } = surveyed;
    const answers = again?.answers ?? own?.answers ?? {};
    const errors = !again && visit.request.query['check'] === '1' ? errorsIn(visit, questionnaire, answers, at) : [];
    const fields = answeredFields(questionnaire.sections[at - 1]!.questions, answers);
    const title = activity.title ?? consultation.title;
    const isShuffled = questionnaire.sections[at - 1]!.questions.some((question) => question.isShuffled);
    const isKnown = this.run.isByLink ?? visit.account !== undefined;
    visit.show(
      <SurveySection
        {...surveyed}
        title={title}
        answers={answers}
        number={at}
        begun={again?.begun ?? (own ? { upon: own.response ?? '', versions: own.versions } : {})}
        seed={isShuffled ? (await this.seed(visit, surveyed)) || orderIn(again?.form) : ''}
        isSignedIn={isKnown}
        isToConfirm={!this.run.isByLink && hasToConfirm(visit, surveyed)}
        filesAt={this.filesAt(surveyed)}
        isTest={this.run.isTest}
        isByLink={this.run.isByLink}
        goOnAt={this.goOnAt(visit)}
        isLater={visit.request.query['later'] === '1'}
        isAnsweredElsewhere={own !== undefined && isAnsweredElsewhere(own)}
        isNew={again?.isNew ?? false}
        form={again?.form ?? { ...blankForm(fields), errors }}
      />,
      {
        title: visit.texts.t('survey.pageOf', { number: at, title: asRead(consultation, title) }),
        status: again?.status,
        islands: [
          ...(pageConditions(questionnaire, at - 1, answers) ? ['conditions'] : []),
          ...(questionnaire.sections[at - 1]!.questions.some(({ kind }) => kind === 'place') ? ['place-map'] : []),
        ],
        address: `${path}/${at}`,
      },
    );
  }

  private filesAt({ consultation, activity }: Surveyed): string | undefined {
    const { isTest, isByLink } = this.run;
    return isTest || isByLink ? undefined : ownFilesPath(consultation.id, activity.id);
  }

  /** What says whose answers are asked for. */
  protected whose(_visit: Visit, { activity }: Surveyed): ShowOwnResponse {
    return { activityId: activity.id };
  }

  /** The address by which somebody who has no account goes on elsewhere. */
  protected goOnAt(_visit: Visit): string | undefined {
    return undefined;
  }

  /** What makes questions and options stand in the same random order on each page. */
  protected async seed(visit: Visit, { consultation }: Surveyed): Promise<string> {
    const ballot = visit.account && (await visit.api.ask(showMyBallot, { consultationId: consultation.id }));
    return ballot?.voter ?? '';
  }

  private async own(visit: Visit, surveyed: Surveyed): Promise<OwnResponse | undefined> {
    if (!visit.account && !this.run.isByLink) return undefined;
    return visit.api.do(this.run.show, this.whose(visit, surveyed));
  }

  protected async survey(visit: Visit, { id, activityId }: SurveyPath): Promise<Surveyed> {
    const consultation = await readConsultation(visit.api, visit.texts.language, idInPath(id));
    const activity = consultation.activities.find((one) => one.id === activityId);
    if (activity?.method !== 'survey' || !activity.settings.questionnaire) throw new Rejection('NOT_FOUND');
    const { questionnaire } = activity.settings;
    return { consultation, activity, questionnaire, path: `/consultations/${consultation.id}/activities/${activityId}/${this.run.part}` };
  }
}

/** The order in which the page that was sent had its options: it is the same where nobody is signed in by now. */
const orderIn = (sent?: FormState): string => (sent ? textIfAny(sent, 'order').slice(0, 100) : '');
