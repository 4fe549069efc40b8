import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { carry, documentsSaid, filesAsFields, formFor, idInPath, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { showConsultation } from '../../consultation/consultation.contract';
import { uploadedFor } from '../../consultation/office/uploaded.portal';
import { readConsultation } from '../../translation/reading/translated.page';
import { paragraphName } from '../../methods/document/annotation/place.contract';
import { lastWith } from '../../methods/document/paragraph/last-with.page';
import { questionId } from '../../methods/survey/questionnaire/questionnaire.pure';
import {
  answerable,
  answeredAlone,
  listOfficialAnswers,
  publishOfficialAnswer,
  stances,
  type AnsweredAlone,
  type Stance,
} from '../official-answer.contract';
import { questionIn } from './activity-name.page';
import { AnswerOfficePage } from './answer-office.page';
import { wordsAnswered } from '../words-answered.portal';
import { OfficialAnswersPage } from './official-answers.page';
import { answerFormPath, officialAnswersPath, type Answered } from './stance.page';

@Controller('consultations/:id/answers')
export class OfficialAnswersPages {
  @Get()
  async list(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const [consultationId, cursor] = [idInPath(id), visit.cursor()];
    const stance = stances.find((known) => known === visit.request.query['stance']);
    const about = answerable.find((known) => known === visit.request.query['about']);
    const [only, group, theme] = [idIn(visit, 'only'), idIn(visit, 'group'), idIn(visit, 'theme')];
    const [consultation, answers] = await Promise.all([
      readConsultation(visit.api, visit.texts.language, consultationId),
      visit.api.ask(listOfficialAnswers, { consultationId, stance, about, only, group, theme, cursor }),
    ]);
    const words = await wordsAnswered(visit.api, answers.items);
    const mayAnswer = visit.may('answer', consultation.unit);
    const mayPlan = consultation.outcome !== null && visit.may('consult', consultation.unit);
    const narrowed = { stance, about, only, group, theme, cursor };
    visit.show(<OfficialAnswersPage {...{ consultation, answers, words, mayAnswer, mayPlan }} {...narrowed} />, {
      title: visit.texts.t('officialAnswers.title'),
      address: officialAnswersPath(consultationId),
    });
  }
}

const idIn = ({ request: { query } }: Visit, name: string) => {
  const asked: unknown = query[name];
  return typeof asked === 'string' && asked !== '' ? idInPath(asked) : undefined;
};

/** Where officials write them. */
@Controller('office/consultations/:id/official-answers/:activityId/:about/:aboutId')
export class OfficialAnswersOffice {
  @Get()
  async form(@Res() { visit }: Visited, @Param() path: Path): Promise<void> {
    await showForm(visit, path);
  }

  @Post()
  async answer(@Res() { visit }: Visited, @Param() path: Path, @Body() sent: unknown): Promise<void> {
    const answered = answeredAt(path);
    const { body, wrong } = await uploadedFor(visit, idInPath(path.id), sent);
    await carry(visit, body, publishOfficialAnswer, {
      wrong,
      command: (form) => ({
        ...asCommand(answered, form),
        stance: textOf(form, 'stance') as Stance,
        text: textOf(form, 'text'),
        ...documentsSaid(form),
        // Only a correction asks for one.
        note: form.version === 0 ? undefined : textOf(form, 'note'),
      }),
      accepted: ({ position }) => visit.seeOther(answerFormPath(path.id, answered), position),
      refused: (form, status) => showForm(visit, path, form, status),
    });
  }
}

interface Path {
  readonly id: string;
  readonly activityId: string;
  readonly about: string;
  readonly aboutId: string;
}

/** @throws Rejection NOT_FOUND */
function answeredAt({ activityId, about, aboutId }: Path): Answered {
  const known = answeredAlone.find((one) => one === about);
  const name = nameOf(known);
  if (!known || (name && !name.test(aboutId))) throw new Rejection('NOT_FOUND');
  return { activityId: idInPath(activityId), about: known, aboutId: name ? aboutId : idInPath(aboutId) };
}

/** How what has no id of its own is named. */
const nameOf = (about: AnsweredAlone | undefined) => {
  if (about === 'paragraph') return paragraphName;
  return about === 'question' ? questionId : undefined;
};

const asCommand = ({ activityId, about, aboutId }: Answered, form: FormState) => {
  if (about === 'question') return { activityId, about, aboutId: activityId, question: aboutId };
  if (about !== 'paragraph') return { activityId, about, aboutId };
  const read = textOf(form, 'read');
  const textVersion = /^[1-9]\d{0,5}$/.test(read) ? Number(read) : undefined;
  return { activityId, about, aboutId: activityId, paragraph: aboutId, textVersion };
};

async function showForm(visit: Visit, path: Path, sent?: FormState, status = 200): Promise<void> {
  visit.mustBePermitted('answer');
  const [consultationId, answered] = [idInPath(path.id), answeredAt(path)];
  const { activityId, about, aboutId } = answered;
  const chosen = nameOf(about) ? { activityId, about, named: aboutId } : { only: aboutId };
  const [consultation, { items }] = await Promise.all([
    visit.api.ask(showConsultation, { consultationId }),
    visit.api.ask(listOfficialAnswers, { consultationId, ...chosen }),
  ]);
  visit.mustBePermitted('answer', consultation.unit);
  if (!consultation.activities.some(({ id }) => id === answered.activityId)) throw new Rejection('ACTIVITY_NOT_FOUND');
  if (about === 'question' && questionIn(consultation, activityId, aboutId) === '') throw new Rejection('NOT_FOUND');
  const standing = items[0];
  const last = about === 'paragraph' ? await lastWith(visit.api, activityId, aboutId) : undefined;
  const words = last
    ? { text: last.block.text, status: 'accepted' as const }
    : (await wordsAnswered(visit.api, [{ ...answered, named: null, textVersion: null }])).get(aboutId);
  if (about === 'statement' && words === undefined) throw new Rejection('STATEMENT_NOT_FOUND');
  const files = filesAsFields({ picture: null, documents: standing?.documents ?? [] });
  const read = last && { read: String(last.paper.shown) };
  const values = standing ? { ...read, stance: standing.stance, text: standing.text, ...files } : { ...read };
  const form = formFor({ values, version: standing?.version ?? 0 }, sent);
  visit.show(<AnswerOfficePage {...{ consultation, answered, standing, form }} words={words} />, {
    title: visit.texts.t('officialAnswers.title'),
    status,
    address: answerFormPath(consultationId, answered),
  });
}
