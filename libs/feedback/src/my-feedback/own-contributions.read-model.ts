import { In, type DataSource } from 'typeorm';
import { showConsultation } from '@isegoria/consultations';
import { permitted } from '@isegoria/kernel';
import { answer, pageOfRows, type Reading } from '@isegoria/projection';
import { CommentRow, viewsOf as commentViews } from '../comment/comment.read-model';
import { inGeneral } from '../question/question.contract';
import { QuestionRow, viewsOf as questionViews } from '../question/question.read-model';
import { listOwnComments, listOwnQuestions } from './my-feedback.contract';

/** The consultations that a table names, found by steps through an index rather than by reading its rows. */
async function consultationsIn(rows: DataSource, table: 'comment' | 'question'): Promise<string[]> {
  const found: { id: string }[] = await rows.query(
    `WITH RECURSIVE each (id) AS (
       (SELECT consultation_id FROM ${table} WHERE consultation_id IS NOT NULL ORDER BY consultation_id LIMIT 1)
       UNION ALL
       SELECT (SELECT consultation_id FROM ${table} WHERE consultation_id > each.id ORDER BY consultation_id LIMIT 1)
       FROM each WHERE each.id IS NOT NULL
     ) SELECT id FROM each WHERE id IS NOT NULL`,
  );
  return found.map(({ id }) => id);
}

/** The pseudonyms of the reader: computed from the person's key for this answer, and kept nowhere, so that no row ties them together. */
async function ownPseudonyms({ keys, reader }: Reading, contexts: readonly string[]): Promise<string[]> {
  const { accountId } = permitted(reader, 'participate');
  return Promise.all(contexts.map((context) => keys.pseudonym(accountId, context)));
}

async function titlesOf({ ask }: Reading, ids: readonly (string | null)[]): Promise<ReadonlyMap<string | null, string>> {
  const each = [...new Set(ids)].filter((id) => id !== null);
  return new Map(await Promise.all(each.map(async (id) => [id, (await ask(showConsultation, { consultationId: id })).title] as const)));
}

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
