import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { blankForm, carry, idInPath, sentForm, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormError, FormState } from '@isegoria/ui';
import { readConsultation } from '../../../../../translation/reading/translated.page';
import { whyNotOpen } from '../../../../../phase/why-not';
import { withoutFiles } from '../../../answer-file/without-files.pure';
import { answerFaults } from '../../../questionnaire/answers.pure';
import { questionsOf } from '../../../questionnaire/questionnaire.pure';
import { answeredFields, answersSaid } from '../../../response/pages/answers-form.page';
import { unclearIn, wrongInForm } from '../../../response/pages/faults-in-words.page';
import { byQuestion, unansweredFields, unansweredInWords, unansweredSaid } from '../../unanswered/unanswered.page';
import { unansweredFaults, withoutUnanswered } from '../../unanswered/unanswered.pure';
import {
  confirmPaperForm,
  enterPaperForm,
  listPaperForms,
  paperFormStatuses,
  sendBackPaperForm,
  showPaperForm,
} from '../paper-entry.contract';
import { PaperCheckPage, type CheckForms } from './paper-check.page';
import { PaperEntryPage, paperFormsPath, phaseOf, type OnPaper } from './paper-entry.page';
import { PaperFormsPage } from './paper-forms.page';
import { unconfirmedForms } from './unconfirmed-forms.page';

interface Where {
  readonly id: string;
  readonly activityId: string;
}
type WhereForm = Where & { readonly form: string };

/** Where officials enter the forms that came back on paper, and check what others entered. */
@Controller('office/consultations/:id/activities/:activityId/paper')
export class PaperEntryOfficeController {
  @Get()
  async list(@Res() { visit }: Visited, @Param() where: Where, @Query('status') asked?: string): Promise<void> {
    const survey = await surveyOf(visit, where);
    const status = paperFormStatuses.find((one) => one === asked);
    const cursor = visit.cursor();
    const activityId = survey.activity.id;
    const forms = await visit.api.ask(listPaperForms, { activityId, status, cursor });
    const unconfirmed = await unconfirmedForms(visit.api, activityId);
    const isOpen = whyNotOpen(phaseOf(survey)?.status) === undefined;
    visit.show(<PaperFormsPage {...{ ...survey, forms, status, cursor, unconfirmed, isOpen }} />, {
      title: visit.texts.t('paperEntry.title'),
      address: pathOf(survey),
    });
  }

  @Get('new')
  async blank(@Res() { visit }: Visited, @Param() where: Where, @Query('form') again?: string): Promise<void> {
    const survey = await surveyOf(visit, where);
    const activityId = survey.activity.id;
    const entry = numberIn(again) && (await visit.api.do(showPaperForm, { activityId, form: numberIn(again)! }));
    const answered = entry && answeredFields(questionsOf(survey.questionnaire), entry.answers);
    const fields = entry ? { form: entry.form, ...answered, ...unansweredFields(entry.unanswered) } : {};
    showEntry(visit, survey, blankForm(fields));
  }

  @Post('new')
  async enter(@Res() { visit }: Visited, @Param() where: Where, @Body() body: unknown): Promise<void> {
    const survey = await surveyOf(visit, where);
    const activityId = survey.activity.id;
    await carry(visit, body, enterPaperForm, {
      command: (form) => ({
        activityId,
        // An empty one would be no address.
        form: textOf(form, 'form').trim() || '0',
        formCode: textOf(form, 'formCode').trim(),
        answers: answersIn(survey, form),
        unanswered: unansweredSaid(questionsOf(survey.questionnaire), form),
      }),
      wrong: unclear(visit, survey, sentForm(body)),
      accepted: ({ position }) => visit.seeOther(pathOf(survey), position),
      refused: (form, status) => showEntry(visit, survey, { ...form, errors: inWords(visit, survey, form) }, status),
    });
  }

  @Get(':form')
  async entry(@Res() { visit }: Visited, @Param() where: WhereForm): Promise<void> {
    await showCheck(visit, await surveyOf(visit, where), where.form);
  }

  @Post(':form/confirmation')
  async confirm(@Res() { visit }: Visited, @Param() where: WhereForm, @Body() body: unknown): Promise<void> {
    const survey = await surveyOf(visit, where);
    const form = formIn(where);
    await carry(visit, body, confirmPaperForm, {
      command: (sent) => ({ activityId: survey.activity.id, form, answers: textOf(sent, 'answers') }),
      accepted: ({ position }) => visit.seeOther(pathOf(survey), position),
      refused: (confirmation, status) => showCheck(visit, survey, form, { confirmation }, status),
    });
  }

  @Post(':form/return')
  async sendBack(@Res() { visit }: Visited, @Param() where: WhereForm, @Body() body: unknown): Promise<void> {
    const survey = await surveyOf(visit, where);
    const form = formIn(where);
    await carry(visit, body, sendBackPaperForm, {
      command: (sent) => ({
        activityId: survey.activity.id,
        form,
        answers: textOf(sent, 'answers'),
        reason: textOf(sent, 'reason'),
      }),
      accepted: ({ position }) => visit.seeOther(pathOf(survey), position),
      refused: (sendingBack, status) => showCheck(visit, survey, form, { sendingBack }, status),
    });
  }
}

const pathOf = ({ consultation, activity }: OnPaper) => paperFormsPath(consultation.id, activity.id);
const numberIn = (text: string | undefined) => (/^[1-9]\d{0,5}$/.test(text ?? '') ? text : undefined);

/** @throws Rejection NOT_FOUND */
function formIn({ form }: WhereForm): string {
  const number = numberIn(form);
  if (number === undefined) throw new Rejection('NOT_FOUND');
  return number;
}

/** @throws Rejection FORBIDDEN_ROLE or ACTIVITY_NOT_FOUND */
async function surveyOf(visit: Visit, { id, activityId }: Where): Promise<OnPaper> {
  visit.mustBePermitted('consult');
  const consultation = await readConsultation(visit.api, visit.texts.language, idInPath(id));
  visit.mustBePermitted('consult', consultation.unit);
  const activity = consultation.activities.find((one) => one.id === activityId);
  const questionnaire = activity?.settings.questionnaire;
  if (!activity || !questionnaire) throw new Rejection('ACTIVITY_NOT_FOUND');
  return { consultation, activity, questionnaire: withoutFiles(questionnaire) };
}

const answersIn = ({ questionnaire }: OnPaper, form: FormState) =>
  Object.fromEntries(Object.entries(answersSaid(questionsOf(questionnaire), form)).filter(([, answer]) => answer !== null));

function unclear(visit: Visit, { questionnaire }: OnPaper, sent: FormState): FormError[] {
  return questionsOf(questionnaire).flatMap((question) => unclearIn(question, sent, visit.texts));
}

/** What is wrong with an answer is said in the words of its question. */
function inWords(visit: Visit, survey: OnPaper, form: FormState): readonly FormError[] {
  const { questionnaire } = survey;
  const [questions, answers] = [questionsOf(questionnaire), answersIn(survey, form)];
  const unanswered = byQuestion(unansweredSaid(questions, form));
  const asked = withoutUnanswered(questionnaire, unanswered);
  const said = [
    ...wrongInForm(questionsOf(asked), answerFaults(asked, answers), form, visit.texts),
    ...unansweredInWords(questions, unansweredFaults(asked, answers, unanswered), visit.texts),
  ];
  const others = form.errors.filter(({ field }) => !/^(answers|own|unanswered)\b/.test(field ?? ''));
  return said.length > 0 ? [...others, ...said] : form.errors;
}

function showEntry(visit: Visit, survey: OnPaper, form: FormState, status = 200): void {
  visit.show(<PaperEntryPage {...survey} form={form} />, {
    title: visit.texts.t('paperEntry.enter'),
    status,
    address: `${pathOf(survey)}/new`,
  });
}

async function showCheck(visit: Visit, survey: OnPaper, asked: string, sent: Partial<CheckForms> = {}, status = 200): Promise<void> {
  const form = formIn({ form: asked } as WhereForm);
  const entry = await visit.api.do(showPaperForm, { activityId: survey.activity.id, form });
  const { confirmation = blankForm(), sendingBack = blankForm() } = sent;
  visit.show(<PaperCheckPage {...{ ...survey, entry, confirmation, sendingBack }} />, {
    title: visit.texts.t('paperEntry.form', { form }),
    status,
    address: `${pathOf(survey)}/${form}`,
  });
}
