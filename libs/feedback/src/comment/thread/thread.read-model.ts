import { In, Not, IsNull, type DataSource } from 'typeorm';
import { showConsultation } from '@isegoria/consultations';
import { Rejection, type Page } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import { answer, pageOfRows } from '@isegoria/projection';
import { pageBySupport } from '../../support/support.read-model';
import type { CommentView } from '../comment.contract';
import { CommentRow, commentById, viewsOf } from '../comment.read-model';
import { listReplies, listThreads, repliesShown, type ListReplies, type ListThreads, type ThreadView } from './thread.contract';

/** One page of the comments that begin a thread, with the first replies to each. */
export async function threadList(
  rows: DataSource,
  keys: SubjectKeys,
  { consultationId, sort, cursor }: ListThreads,
): Promise<Page<ThreadView>> {
  const query = rows.getRepository(CommentRow).createQueryBuilder('comment').where({ consultationId, inReplyTo: IsNull() });
  const { items, ...page } = await (sort === 'supported'
    ? pageBySupport(query, { position: 'submittedPosition', cursor })
    : pageOfRows(query, { by: 'submittedPosition', newestFirst: true, cursor }));
  const replies = await firstReplies(
    rows,
    items.map(({ id }) => id),
  );
  const shown = replies.flatMap(({ ids }) => ids);
  const found = shown.length === 0 ? [] : await rows.getRepository(CommentRow).findBy({ id: In(shown) });
  const views = new Map((await viewsOf([...items, ...found], keys, rows)).map((view) => [view.id, view]));
  const byThread = new Map(replies.map(({ thread, ...rest }) => [thread, rest]));
  return {
    ...page,
    items: items.map(({ id }) => ({
      comment: views.get(id)!,
      replies: (byThread.get(id)?.ids ?? []).map((reply) => views.get(reply)!),
      replyCount: byThread.get(id)?.count ?? 0,
    })),
  };
}

function firstReplies(rows: DataSource, threads: readonly string[]): Promise<{ thread: string; ids: string[]; count: number }[]> {
  return rows.query(
    `SELECT thread_id AS thread, count(*)::int AS count, (array_agg(id::text ORDER BY submitted_position))[:${repliesShown}] AS ids
     FROM comment WHERE thread_id = ANY ($1) AND in_reply_to IS NOT NULL GROUP BY thread_id`,
    [threads],
  );
}

/** One page of the replies of a thread, in the order in which they came. */
export async function replyList(rows: DataSource, keys: SubjectKeys, { commentId, cursor }: ListReplies): Promise<Page<CommentView>> {
  const query = rows
    .getRepository(CommentRow)
    .createQueryBuilder('comment')
    .where({ threadId: commentId, inReplyTo: Not(IsNull()) });
  const { items, ...page } = await pageOfRows(query, { by: 'submittedPosition', cursor });
  return { ...page, items: await viewsOf(items, keys, rows) };
}

export const threadAnswers = [
  answer(listThreads, ['feedback', 'consultations'], async (asked, { rows, keys, ask }) => {
    await ask(showConsultation, { consultationId: asked.consultationId });
    return threadList(rows, keys, asked);
  }),
  answer(listReplies, ['feedback', 'consultations'], async (asked, { rows, keys, ask }) => {
    const comment = await commentById(rows, keys, asked.commentId);
    if (!comment) throw new Rejection('NOT_FOUND');
    await ask(showConsultation, { consultationId: comment.consultationId });
    return replyList(rows, keys, asked);
  }),
];
