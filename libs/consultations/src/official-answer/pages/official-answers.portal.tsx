import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { carry, documentsSaid, filesAsFields, formFor, idInPath, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { showConsultation } from '../../consultation/consultation.contract';
import { uploadedFor } from '../../consultation/office/uploaded.portal';
import { readConsultation } from '../../translation/reading/translated.page';
import { saidWords } from '../../methods/deliberation/said-words/said-words.portal';
import {
  answerable,
  listOfficialAnswers,
  publishOfficialAnswer,
  stances,
  type OfficialAnswerView,
  type Stance,
} from '../official-answer.contract';
import { AnswerOfficePage } from './answer-office.page';
import { OfficialAnswersPage, type WordsAnswered } from './official-answers.page';
import { answerFormPath, officialAnswersPath, type Answered } from './stance.page';

@Controller('consultations/:id/answers')
export class OfficialAnswersPages {
  @Get()
  async list(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const [consultationId, cursor] = [idInPath(id), visit.cursor()];
    const stance = stances.find((known) => known === visit.request.query['stance']);
    const [consultation, answers] = await Promise.all([
      readConsultation(visit.api, visit.texts.language, consultationId),
      visit.api.ask(listOfficialAnswers, { consultationId, stance, cursor }),
    ]);
    const words = await wordsOf(visit, answers.items);
    const mayAnswer = visit.may('answer', consultation.unit);
    const mayPlan = consultation.outcome !== null && visit.may('consult', consultation.unit);
    visit.show(<OfficialAnswersPage {...{ consultation, answers, words, stance, cursor, mayAnswer, mayPlan }} />, {
      title: visit.texts.t('officialAnswers.title'),
      address: officialAnswersPath(consultationId),
    });
  }
}

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
        ...answered,
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
  const known = answerable.find((one) => one === about);
  if (!known) throw new Rejection('NOT_FOUND');
  return { activityId: idInPath(activityId), about: known, aboutId: idInPath(aboutId) };
}

async function showForm(visit: Visit, path: Path, sent?: FormState, status = 200): Promise<void> {
  visit.mustBePermitted('answer');
  const [consultationId, answered] = [idInPath(path.id), answeredAt(path)];
  const [consultation, { items }] = await Promise.all([
    visit.api.ask(showConsultation, { consultationId }),
    visit.api.ask(listOfficialAnswers, { consultationId, only: answered.aboutId }),
  ]);
  visit.mustBePermitted('answer', consultation.unit);
  if (!consultation.activities.some(({ id }) => id === answered.activityId)) throw new Rejection('ACTIVITY_NOT_FOUND');
  const [standing] = items;
  const words = (await wordsOf(visit, [answered])).get(answered.aboutId);
  if (answered.about === 'statement' && words === undefined) throw new Rejection('STATEMENT_NOT_FOUND');
  const files = filesAsFields({ picture: null, documents: standing?.documents ?? [] });
  const values = standing ? { stance: standing.stance, text: standing.text, ...files } : {};
  const form = formFor({ values, version: standing?.version ?? 0 }, sent);
  visit.show(<AnswerOfficePage {...{ consultation, answered, standing, form }} words={words} />, {
    title: visit.texts.t('officialAnswers.title'),
    status,
    address: answerFormPath(consultationId, answered),
  });
}

/** Of the statements among them, from the list that everybody may read. */
async function wordsOf(
  visit: Visit,
  answered: readonly Pick<OfficialAnswerView, 'activityId' | 'about' | 'aboutId'>[],
): Promise<WordsAnswered> {
  const statements = answered.filter(({ about }) => about === 'statement');
  const activities = [...new Set(statements.map(({ activityId }) => activityId))];
  const found = activities.map((activityId) => {
    const only = statements.filter((one) => one.activityId === activityId).map(({ aboutId }) => aboutId);
    return saidWords(visit.api, activityId, only);
  });
  return new Map((await Promise.all(found)).flatMap((words) => [...words]));
}
