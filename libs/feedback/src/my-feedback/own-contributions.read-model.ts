import type { Page } from '@isegoria/kernel';
import { answer, pageOfRows, type Reading } from '@isegoria/projection';
import { CommentRow, viewsOf as commentViews } from '../comment/comment.read-model';
import { titlesOf } from '../desk/titles.read-model';
import { inGeneral } from '../question/question.contract';
import { QuestionRow, viewsOf as questionViews } from '../question/question.read-model';
import { consultationsIn, ownPseudonyms } from './own-pseudonyms.read-model';
import {
  listOwnComments,
  listOwnQuestions,
  listSupportedComments,
  listSupportedQuestions,
  type OwnCommentView,
  type OwnQuestionView,
} from './my-feedback.contract';

/** Of the rows of a list: those that are by the person, or that the person supports. */
type Whose = 'own' | 'supported';

export const ownContributionAnswers = [
  answer(listOwnComments, ['feedback', 'consultations'], ({ cursor }, reading) => commentsOf(reading, 'own', cursor)),
  answer(listSupportedComments, ['feedback', 'consultations'], ({ cursor }, reading) => commentsOf(reading, 'supported', cursor)),
  answer(listOwnQuestions, ['feedback', 'consultations'], ({ cursor }, reading) => questionsOf(reading, 'own', cursor)),
  answer(listSupportedQuestions, ['feedback', 'consultations'], ({ cursor }, reading) => questionsOf(reading, 'supported', cursor)),
];

async function commentsOf(reading: Reading, whose: Whose, cursor: string | undefined): Promise<Page<OwnCommentView>> {
  const { rows, keys } = reading;
  const pseudonyms = await ownPseudonyms(reading, await consultationsIn(rows, 'comment'));
  const query = rows.getRepository(CommentRow).createQueryBuilder('comment').where(conditionFor('comment', whose), { pseudonyms });
  const { items, ...page } = await pageOfRows(query, { by: 'submittedPosition', newestFirst: true, cursor });
  const titles = await titlesOf(
    reading,
    items.map(({ consultationId }) => consultationId),
  );
  const views = await commentViews(items, keys, rows);
  return { ...page, items: views.map((view) => ({ ...view, consultationTitle: titles.get(view.consultationId) ?? '' })) };
}

async function questionsOf(reading: Reading, whose: Whose, cursor: string | undefined): Promise<Page<OwnQuestionView>> {
  const { rows, keys } = reading;
  const pseudonyms = await ownPseudonyms(reading, [inGeneral, ...(await consultationsIn(rows, 'question'))]);
  const query = rows.getRepository(QuestionRow).createQueryBuilder('question').where(conditionFor('question', whose), { pseudonyms });
  const { items, ...page } = await pageOfRows(query, { by: 'askedPosition', newestFirst: true, cursor });
  const titles = await titlesOf(
    reading,
    items.map(({ consultationId }) => consultationId),
  );
  const views = await questionViews(items, keys, rows);
  return { ...page, items: views.map((view) => ({ ...view, consultationTitle: titles.get(view.consultationId) ?? null })) };
}

function conditionFor(table: 'comment' | 'question', whose: Whose): string {
  return whose === 'own'
    ? `${table}.author = ANY (:pseudonyms)`
    : `EXISTS (SELECT FROM support WHERE support.item_id = ${table}.id AND support.supporter = ANY (:pseudonyms))`;
}
