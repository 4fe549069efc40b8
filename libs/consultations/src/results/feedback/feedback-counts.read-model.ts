import { Column, Entity, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import type { CommentSubmitted, FeedbackEvent, QuestionAsked } from '@isegoria/feedback';
import type { Recorded } from '@isegoria/kernel';
import { insertNew, type Projection } from '@isegoria/projection';

/** A comment on a consultation, counted on its dashboard. */
@Entity('counted_comment')
@Index('counted_comment_by_consultation', ['consultationId'])
export class CountedCommentRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'consultation_id' })
  consultationId: string;
}

/** A question about a consultation, counted on its dashboard. */
@Entity('counted_question')
@Index('counted_question_by_consultation', ['consultationId'])
export class CountedQuestionRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'consultation_id' })
  consultationId: string;

  @Column('boolean')
  answered: boolean;

  @Column('boolean')
  withdrawn: boolean;
}

/** The number of comments and questions on each consultation: kept with its other figures, so that a dashboard is as of one position. */
export function feedbackCountsProjection(): Projection {
  return { name: 'consultations/feedback-counts', entities: [CountedCommentRow, CountedQuestionRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const relevant = events as readonly Recorded<FeedbackEvent>[];
  await insertNew(
    rows,
    CountedCommentRow,
    relevant.filter((event): event is Recorded<CommentSubmitted> => event.type === 'CommentSubmitted').map(commentIn),
  );
  await insertNew(
    rows,
    CountedQuestionRow,
    relevant.filter((event): event is Recorded<QuestionAsked> => event.type === 'QuestionAsked').flatMap(questionIn),
  );
  for (const { type, data } of relevant) {
    if (type === 'QuestionAnswered') await rows.update(CountedQuestionRow, { id: data.questionId }, { answered: true });
    if (type === 'QuestionWithdrawn') await rows.update(CountedQuestionRow, { id: data.questionId }, { withdrawn: true });
  }
}

function commentIn({ data: { commentId, consultationId } }: CommentSubmitted): CountedCommentRow {
  return { id: commentId, consultationId };
}

function questionIn({ data: { questionId, consultationId } }: QuestionAsked): CountedQuestionRow[] {
  return consultationId === null ? [] : [{ id: questionId, consultationId, answered: false, withdrawn: false }];
}

/** Questions that are open, answered and withdrawn before an answer, and comments, hidden and withdrawn ones included. */
export async function feedbackCounts(rows: EntityManager, consultationId: string) {
  const [{ comments, ...questions }]: [{ open: number; answered: number; withdrawn: number; comments: number }] = await rows.query(
    `SELECT count(*) FILTER (WHERE NOT answered AND NOT withdrawn)::int AS open, count(*) FILTER (WHERE answered)::int AS answered,
       count(*) FILTER (WHERE NOT answered AND withdrawn)::int AS withdrawn,
       (SELECT count(*)::int FROM counted_comment WHERE consultation_id = $1) AS comments
     FROM counted_question WHERE consultation_id = $1`,
    [consultationId],
  );
  return { questions, comments };
}
