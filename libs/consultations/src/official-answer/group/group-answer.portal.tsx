import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection, limits } from '@isegoria/kernel';
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
import { paragraphName } from '../../methods/document/annotation/place.contract';
import { pagesOf } from '../../methods/methods.page';
import { questionId } from '../../methods/survey/questionnaire/questionnaire.pure';
import type { Stance } from '../official-answer.contract';
import { answerStatements } from './group-answer.contract';
import { GroupAnswerPage, chosenIn, groupAnswerPath, isCorrection, type Listed } from './group-answer.page';
import { asGiven, foundIn, questionsSaidTo, textsFound, type Place } from './said-to-answer.portal';

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
    const { method } = await placeOf(visit, place);
    const chosen = chosenIn(pagesOf(method).said?.isNamed ?? false);
    await carry(visit, body, answerStatements, {
      wrong,
      command: (form) => ({
        activityId,
        [chosen]: listOf(form, chosen),
        stance: textIfAny(form, 'stance') as Stance,
        text: textOf(form, 'text'),
        ...documentsSaid(form),
        themeTitle: textOf(form, 'themeTitle').trim() || undefined,
        themeSummary: textOf(form, 'themeSummary').trim() || undefined,
        // Only where there are answers already does the page ask for one.
        note: form.version === 0 ? undefined : textOf(form, 'note') || undefined,
      }),
      accepted: ({ id: group, position }, { themeTitle }) => {
        const like = themeTitle === undefined ? {} : { like: group };
        visit.seeOther(groupAnswerPath(consultationId, activityId, { ...afterwards(listedIn(visit)), ...like }), position);
      },
      refused: (form, status) => showForm(visit, place, form, status),
    });
  }
}

/** What is still open where somebody was: a corrected group has another name by then. */
const afterwards = (listed: Listed): Listed => (isCorrection(listed) ? { all: 'yes' } : { ...listed, ticked: undefined });

function listedIn({ request: { query } }: Visit): Listed {
  const { paragraph, place, all, group, answer, like, words, ticked } = query as Readonly<Record<string, unknown>>;
  const looked = typeof words === 'string' ? words.trim().slice(0, limits.titleLength) : '';
  return {
    ...(typeof paragraph === 'string' && (paragraphName.test(paragraph) || questionId.test(paragraph)) && { paragraph }),
    ...(looked.length > 1 && { words: looked }),
    ...(ticked === 'yes' && { ticked }),
    ...(place === 'lost' && { place }),
    ...(all === 'yes' && { all }),
    ...(typeof group === 'string' && group !== '' && { group: idInPath(group) }),
    ...(typeof like === 'string' && like !== '' && { like: idInPath(like) }),
    ...(typeof answer === 'string' && answer !== '' && { answer: idInPath(answer) }),
  };
}

/** The activity in its consultation. @throws Rejection ACTIVITY_NOT_FOUND */
async function placeOf(visit: Visit, { consultationId, activityId }: Place) {
  const consultation = await visit.api.ask(showConsultation, { consultationId });
  const activity = consultation.activities.find(({ id }) => id === activityId);
  if (!activity) throw new Rejection('ACTIVITY_NOT_FOUND');
  return { consultation, activity, method: activity.method };
}

async function showForm(visit: Visit, place: Place, sent?: FormState, status = 200): Promise<void> {
  visit.mustBePermitted('answer');
  const { consultationId, activityId } = place;
  const [listed, cursor] = [listedIn(visit), visit.cursor()];
  const { consultation, activity, method } = await placeOf(visit, place);
  visit.mustBePermitted('answer', consultation.unit);
  const spoken = pagesOf(method).said;
  if (!spoken || consultation.status === 'draft') throw new Rejection('ACTIVITY_NOT_FOUND');
  const isNamed = spoken.isNamed ?? false;
  const { said, answers, next, supporters } = await (isNamed ? textsFound : foundIn)(visit, place, listed, cursor);
  const [standing] = isCorrection(listed) ? answers : listed.like ? await asGiven(visit, place, { group: listed.like }) : [];
  const isTicked = isCorrection(listed) || listed.ticked === 'yes';
  const form = formFor(
    {
      values: {
        [chosenIn(isNamed)]: isTicked ? said.map(({ id }) => id) : [],
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
  const parts = isNamed ? await questionsSaidTo(visit, activity) : ((await spoken.parts?.(visit.api, activityId)) ?? []);
  visit.show(<GroupAnswerPage {...{ consultation, activityId, listed, said, cursor, next, supporters, answers, parts, isNamed, form }} />, {
    title: visit.texts.t('groupAnswer.title'),
    status,
    address: groupAnswerPath(consultationId, activityId, listed),
  });
}
