import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { carry, formFor, idInPath, sentForm, shownAgain, textIfAny, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { listActivityCorrections, type ActivityView } from '../../../../activity/activity.contract';
import { readConsultation } from '../../../../translation/reading/translated.page';
import { showConsultation, type ConsultationView } from '../../../../consultation/consultation.contract';
import { unitOfAct } from '../../../../consultation/office/manage.portal';
import { notPublished, staysAsChecked } from '../../../../consultation/office/not-now.page';
import { whyNotToComeOrOpen, type WhyNot } from '../../../../phase/why-not';
import { asFields, fieldsOf, questionnaireSaid } from '../../drafting/fields/questionnaire-fields.page';
import { mustBeSound } from '../../drafting/sound-questionnaire.page';
import { surveyDrafting } from '../../drafting/survey-drafting.page';
import type { Questionnaire } from '../../questionnaire/questionnaire.contract';
import { areLocked } from '../same-meaning';
import { correctQuestionnaire } from '../questionnaire-correction.contract';
import { QuestionCorrectionsPage, questionCorrectionsPath } from './corrections.page';
import { wordingFields, wordingSaid } from './wording-fields.page';
import { CorrectQuestionsPage, wordingPath } from './wording-form.page';

interface Correctable {
  readonly consultation: ConsultationView;
  readonly activity: ActivityView;
  readonly questionnaire: Questionnaire;
  readonly why: WhyNot;
  readonly opensAt: string | undefined;
}
interface SurveyPath {
  readonly id: string;
  readonly activityId: string;
}

/** What changed in the questions of a survey, for everybody. */
@Controller('consultations/:id/activities/:activityId/corrections')
export class QuestionCorrectionsController {
  @Get()
  async list(@Res() { visit }: Visited, @Param() where: SurveyPath): Promise<void> {
    const { consultation: of, activity } = await surveyAt(visit, where);
    const cursor = visit.cursor();
    const consultation = await readConsultation(visit.api, visit.texts.language, of.id);
    const corrections = await visit.api.ask(listActivityCorrections, { activityId: activity.id, cursor });
    visit.show(<QuestionCorrectionsPage {...{ consultation, activity }} corrections={{ ...corrections, cursor }} />, {
      title: visit.texts.t('wording.history'),
      address: questionCorrectionsPath(consultation.id, activity.id),
    });
  }
}

/** Where an office corrects them. */
@Controller('office/consultations/:id/activities/:activityId/questions')
export class CorrectQuestionsController {
  @Get()
  async show(@Res() { visit }: Visited, @Param() where: SurveyPath): Promise<void> {
    await showForm(visit, await correctable(visit, where));
  }

  @Post()
  async correct(@Res() { visit }: Visited, @Param() where: SurveyPath, @Body() body: unknown): Promise<void> {
    const shown = await correctable(visit, where);
    const { activity, consultation, questionnaire, opensAt } = shown;
    const change = changeIn(body);
    if (change !== undefined && opensAt !== undefined) {
      const form = surveyDrafting.changed(sentForm(body), change, visit.texts);
      return form.errors.length === 0
        ? showForm(visit, shown, form)
        : showForm(visit, shown, visit.refuseWith(shownAgain(form, form.errors)), 422);
    }
    await carry(visit, body, correctQuestionnaire, {
      command: (form) => ({
        activityId: activity.id,
        // Which form it was, the form says: the survey may have opened meanwhile.
        questionnaire: isOfWording(form) ? wordingSaid(questionnaire, form) : questionnaireSaid(form),
        note: textOf(form, 'note'),
      }),
      check: (command) => mustBeSound(command.questionnaire, 'questionnaire.'),
      accepted: ({ position }) => visit.seeOther(questionCorrectionsPath(consultation.id, activity.id), position),
      refused: (form, status) => {
        const dated = isOfWording(form) ? undefined : (opensAt ?? consultation.opensAt ?? undefined);
        return showForm(visit, { ...shown, opensAt: dated }, form, status);
      },
    });
  }
}

/** Fields of single options are in the form for wording alone; so are no ids. */
const isOfWording = (form: FormState): boolean => textIfAny(form, 'questionnaire.sections[0].questions[0].id') === '';

function changeIn(body: unknown): string | undefined {
  const { change } = (body ?? {}) as { change?: unknown };
  return typeof change === 'string' ? change.replace(/^in \S* /, '') : undefined;
}

/** @throws Rejection NOT_FOUND for what is no survey, or a draft */
async function correctable(visit: Visit, where: SurveyPath): Promise<Correctable> {
  visit.mustBePermitted('consult');
  const { consultation, activity } = await surveyAt(visit, where);
  visit.mustBePermitted('consult', consultation.unit);
  const phase = consultation.phases.find(({ id }) => id === activity.phaseId);
  const questionnaire = activity.settings.questionnaire!;
  if (consultation.status === 'draft' || !phase) throw new Rejection('NOT_FOUND');
  const { needsReview } = await unitOfAct(visit, consultation.unit);
  const why = notPublished(consultation) ?? whyNotToComeOrOpen(phase.status) ?? staysAsChecked(consultation, needsReview);
  const { status, opensAt } = phase;
  const isPrepared = status === 'scheduled' && opensAt !== null && !areLocked(Date.parse(opensAt), new Date());
  return { consultation, activity, questionnaire, why, opensAt: isPrepared ? opensAt : undefined };
}

async function surveyAt(visit: Visit, { id, activityId }: SurveyPath) {
  const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
  const activity = consultation.activities.find((one) => one.id === activityId);
  if (!activity?.settings.questionnaire) throw new Rejection('NOT_FOUND');
  return { consultation, activity };
}

function showForm(visit: Visit, shown: Correctable, sent?: FormState, status = 200): Promise<void> {
  const { activity, consultation, questionnaire, opensAt } = shown;
  const values = opensAt === undefined ? wordingFields(questionnaire) : fieldsOf(asFields(questionnaire));
  const form = formFor({ version: activity.version, values: { ...values, note: '' } }, sent);
  visit.show(<CorrectQuestionsPage {...shown} form={form} />, {
    title: visit.texts.t('wording.correct'),
    status,
    address: wordingPath(consultation.id, activity.id),
  });
  return Promise.resolve();
}
