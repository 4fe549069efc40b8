import { In } from 'typeorm';
import { answer, pageOfRows } from '@isegoria/projection';
import { CommentRow, viewsOf as commentViews } from '../comment/comment.read-model';
import { titlesOf } from '../desk/titles.read-model';
import { inGeneral } from '../question/question.contract';
import { QuestionRow, viewsOf as questionViews } from '../question/question.read-model';
import { consultationsIn, ownPseudonyms } from './own-pseudonyms.read-model';
import { listOwnComments, listOwnQuestions } from './my-feedback.contract';

export const ownContributionAnswers = [
  answer(listOwnComments, ['feedback', 'consultations'], async ({ cursor }, reading) => {
    const { rows, keys } = reading;
    const author = In(await ownPseudonyms(reading, await consultationsIn(rows, 'comment')));
    const query = rows.getRepository(CommentRow).createQueryBuilder('comment').where({ author });
    const { items, ...page } = await pageOfRows(query, { by: 'submittedPosition', newestFirst: true, cursor });
    const titles = await titlesOf(
      reading,
      items.map(({ consultationId }) => consultationId),
    );
    const views = await commentViews(items, keys, rows);
    return { ...page, items: views.map((view) => ({ ...view, consultationTitle: titles.get(view.consultationId) ?? '' })) };
  }),
  answer(listOwnQuestions, ['feedback', 'consultations'], async ({ cursor }, reading) => {
    const { rows, keys } = reading;
    const author = In(await ownPseudonyms(reading, [inGeneral, ...(await consultationsIn(rows, 'question'))]));
    const query = rows.getRepository(QuestionRow).createQueryBuilder('question').where({ author });
    const { items, ...page } = await pageOfRows(query, { by: 'askedPosition', newestFirst: true, cursor });
    const titles = await titlesOf(
      reading,
      items.map(({ consultationId }) => consultationId),
    );
    const views = await questionViews(items, keys, rows);
    return { ...page, items: views.map((view) => ({ ...view, consultationTitle: titles.get(view.consultationId) ?? null })) };
  }),
];
