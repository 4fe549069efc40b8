import { Column, Entity, Index, IsNull, PrimaryColumn, type EntityManager } from 'typeorm';
import type { CommentSubmitted, FeedbackEvent, QuestionAsked } from '@isegoria/feedback';
import type { Recorded } from '@isegoria/kernel';
import { PositionColumn, insertNew, type Projection } from '@isegoria/projection';

/** A comment on a consultation, counted on its dashboard. */
@Entity('counted_comment')
@Index('counted_comment_by_consultation', ['consultationId'])
export class CountedCommentRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'consultation_id' })
  consultationId: string;

  @PositionColumn()
  position: number;
}

/** A question about a consultation, counted on its dashboard. */
@Entity('counted_question')
@Index('counted_question_by_consultation', ['consultationId'])
export class CountedQuestionRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'consultation_id' })
  consultationId: string;

  @PositionColumn()
  position: number;

  /** Where in the log it was answered; null if it was not. */
  @PositionColumn({ name: 'answered_position', nullable: true })
  answeredPosition: number | null;

  /** Where in the log it was withdrawn; null if it was not. */
  @PositionColumn({ name: 'withdrawn_position', nullable: true })
  withdrawnPosition: number | null;
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
  for (const { type, data, position } of relevant) {
    if (type === 'QuestionAnswered')
      await rows.update(CountedQuestionRow, { id: data.questionId, answeredPosition: IsNull() }, { answeredPosition: position });
    if (type === 'QuestionWithdrawn')
      await rows.update(CountedQuestionRow, { id: data.questionId, withdrawnPosition: IsNull() }, { withdrawnPosition: position });
  }
}

function commentIn({ data: { commentId, consultationId }, position }: Recorded<CommentSubmitted>): CountedCommentRow {
  return { id: commentId, consultationId, position };
}

function questionIn({ data: { questionId, consultationId }, position }: Recorded<QuestionAsked>): CountedQuestionRow[] {
  return consultationId === null ? [] : [{ id: questionId, consultationId, position, answeredPosition: null, withdrawnPosition: null }];
}

/**
 * Questions that are open, answered and withdrawn before an answer, and comments, hidden and withdrawn ones included.
 * @param upTo a place in the log as of which they are counted; now when absent
 */
export async function feedbackCounts(rows: EntityManager, consultationId: string, upTo?: number) {
  const [{ comments, ...questions }]: [{ open: number; answered: number; withdrawn: number; comments: number }] = await rows.query(
    `SELECT count(*) FILTER (WHERE NOT answered AND NOT withdrawn)::int AS open, count(*) FILTER (WHERE answered)::int AS answered,
       count(*) FILTER (WHERE NOT answered AND withdrawn)::int AS withdrawn,
       (SELECT count(*)::int FROM counted_comment WHERE consultation_id = $1 AND position <= $2) AS comments
     FROM (
       SELECT coalesce(answered_position <= $2, false) AS answered, coalesce(withdrawn_position <= $2, false) AS withdrawn
       FROM counted_question WHERE consultation_id = $1 AND position <= $2
     ) AS question`,
    [consultationId, upTo ?? Number.MAX_SAFE_INTEGER],
  );
  return { questions, comments };
}
