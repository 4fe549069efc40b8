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
  }
}

function commentIn({ data: { commentId, consultationId } }: CommentSubmitted): CountedCommentRow {
  return { id: commentId, consultationId };
}

function questionIn({ data: { questionId, consultationId } }: QuestionAsked): CountedQuestionRow[] {
  return consultationId === null ? [] : [{ id: questionId, consultationId, answered: false }];
}

/** Questions that are open and answered, and comments, hidden ones included. */
export async function feedbackCounts(rows: EntityManager, consultationId: string) {
  const [{ open, answered, comments }] = await rows.query(
    `SELECT count(*) FILTER (WHERE NOT answered)::int AS open, count(*) FILTER (WHERE answered)::int AS answered,
       (SELECT count(*)::int FROM counted_comment WHERE consultation_id = $1) AS comments
     FROM counted_question WHERE consultation_id = $1`,
    [consultationId],
  );
  return { questions: { open, answered }, comments } as { questions: { open: number; answered: number }; comments: number };
}
