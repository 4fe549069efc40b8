import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import {
  carry,
  documentsSaid,
  filesAsFields,
  formFor,
  idInPath,
  listOf,
  textIfAny,
  textOf,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { showConsultation } from '../../consultation/consultation.contract';
import { uploadedFor } from '../../consultation/office/uploaded.portal';
import { listStatementResults } from '../../methods/deliberation/statement-results/statement-results.contract';
import { listStatements } from '../../methods/deliberation/statement/statement.contract';
import { paragraphName } from '../../methods/document/annotation/place.contract';
import { pagesOf } from '../../methods/methods.page';
import { listOfficialAnswers, type OfficialAnswerView, type Stance } from '../official-answer.contract';
import { answerStatements } from './group-answer.contract';
import { GroupAnswerPage, groupAnswerPath, type Listed, type Said } from './group-answer.page';

/** Where officials answer several statements at once. */
@Controller('office/consultations/:id/official-answers/:activityId')
export class GroupAnswersOffice {
  @Get()
  async form(@Res() { visit }: Visited, @Param('id') id: string, @Param('activityId') activityId: string): Promise<void> {
    await showForm(visit, { consultationId: idInPath(id), activityId: idInPath(activityId) });
  }

  @Post()
  async answer(@Res() { visit }: Visited, @Param('id') id: string, @Param('activityId') asked: string, @Body() sent: unknown) {
    const place = { consultationId: idInPath(id), activityId: idInPath(asked) };
    const { consultationId, activityId } = place;
    const { body, wrong } = await uploadedFor(visit, consultationId, sent);
    await carry(visit, body, answerStatements, {
      wrong,
      command: (form) => ({
        activityId,
        statementIds: listOf(form, 'statementIds'),
        stance: textIfAny(form, 'stance') as Stance,
        text: textOf(form, 'text'),
        ...documentsSaid(form),
        themeTitle: textOf(form, 'themeTitle').trim() || undefined,
        themeSummary: textOf(form, 'themeSummary').trim() || undefined,
        // Only where there are answers already does the page ask for one.
        note: form.version === 0 ? undefined : textOf(form, 'note') || undefined,
      }),
      accepted: ({ position }) => visit.seeOther(groupAnswerPath(consultationId, activityId, afterwards(listedIn(visit))), position),
      refused: (form, status) => showForm(visit, place, form, status),
    });
  }
}

interface Place {
  readonly consultationId: string;
  readonly activityId: string;
}

/** What is still open where somebody was: a corrected group has another name by then. */
const afterwards = ({ group, ...listed }: Listed): Listed => (group === undefined ? listed : { all: 'yes' });

function listedIn({ request: { query } }: Visit): Listed {
  const { paragraph, place, all, group } = query as Readonly<Record<string, unknown>>;
  return {
    ...(typeof paragraph === 'string' && paragraphName.test(paragraph) && { paragraph }),
    ...(place === 'lost' && { place }),
    ...(all === 'yes' && { all }),
    ...(typeof group === 'string' && group !== '' && { group: idInPath(group) }),
  };
}

async function showForm(visit: Visit, { consultationId, activityId }: Place, sent?: FormState, status = 200): Promise<void> {
  visit.mustBePermitted('answer');
  const [listed, cursor] = [listedIn(visit), visit.cursor()];
  const consultation = await visit.api.ask(showConsultation, { consultationId });
  visit.mustBePermitted('answer', consultation.unit);
  const method = consultation.activities.find(({ id }) => id === activityId)?.method;
  const spoken = method === undefined ? undefined : pagesOf(method).said;
  if (!spoken || consultation.status === 'draft') throw new Rejection('ACTIVITY_NOT_FOUND');
  const { said, answers, next, supporters } = await foundIn(visit, { consultationId, activityId }, listed, cursor);
  const [standing] = listed.group === undefined ? [] : answers;
  const form = formFor(
    {
      values: {
        statementIds: listed.group === undefined ? [] : said.map(({ id }) => id),
        stance: standing?.stance ?? '',
        text: standing?.text ?? '',
        ...filesAsFields({ picture: null, documents: standing?.documents ?? [] }),
        themeTitle: standing?.group?.theme?.title ?? '',
        themeSummary: standing?.group?.theme?.summary ?? '',
      },
      version: Math.max(0, ...answers.map(({ version }) => version)),
    },
    sent,
  );
  const parts = (await spoken.parts?.(visit.api, activityId)) ?? [];
  visit.show(<GroupAnswerPage {...{ consultation, activityId, listed, said, cursor, next, supporters, answers, parts, form }} />, {
    title: visit.texts.t('groupAnswer.title'),
    status,
    address: groupAnswerPath(consultationId, activityId, listed),
  });
}

interface Found {
  readonly said: readonly Said[];
  readonly answers: readonly OfficialAnswerView[];
  readonly next: string | null;
  readonly supporters: ReadonlyMap<string, number>;
}

async function foundIn(visit: Visit, { consultationId, activityId }: Place, listed: Listed, cursor?: string): Promise<Found> {
  const { group, paragraph, place, all } = listed;
  if (group !== undefined) {
    const { items: answers } = await visit.api.ask(listOfficialAnswers, { consultationId, group });
    if (answers.length === 0 || answers.some((one) => one.activityId !== activityId)) throw new Rejection('NOT_FOUND');
    const { items } = await visit.api.ask(listStatementResults, { activityId, only: answers.map(({ aboutId }) => aboutId).join(',') });
    const said = items.filter(({ status }) => status === 'accepted' || status === 'pending');
    return { said: said.map(({ id, text }) => ({ id, text, at: null })), answers, next: null, supporters: agreesOf(items) };
  }
  const asked = { activityId, paragraph, place, cursor, ...(all ? {} : { answered: 'no' as const }) };
  const { items: said, next } = await visit.api.ask(listStatements, asked);
  const only = said.map(({ id }) => id).join(',');
  if (only === '') return { said, answers: [], next, supporters: new Map() };
  const [{ items }, { items: answers }] = await Promise.all([
    visit.api.ask(listStatementResults, { activityId, only }),
    all ? visit.api.ask(listOfficialAnswers, { consultationId, only }) : { items: [] },
  ]);
  return { said, answers, next, supporters: agreesOf(items) };
}

const agreesOf = (results: readonly { readonly id: string; readonly agrees: number }[]) =>
  new Map(results.map(({ id, agrees }) => [id, agrees]));
