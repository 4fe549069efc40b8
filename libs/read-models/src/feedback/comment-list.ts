import { Column, Entity, Index, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import type { AssuranceLevel, CommentEvent, CommentView, Recorded, RecordedText } from '@isegoria/contracts';
import type { SubjectKeys } from '@isegoria/privacy';
import type { Projection } from '@isegoria/projection';
import { PositionColumn, isRowId } from '../columns';
import { timeOf } from '../event-time';
import { insertNew } from '../insert-new';
import { pageOf, rowsOfPage, type Page } from '../page';
import { openTexts } from '../recorded-texts';

@Entity('comment')
@Index('comment_by_submission', ['consultationId', 'submittedPosition'])
export class CommentRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'consultation_id' })
  consultationId: string;

  @Column('text')
  author: string;

  @Column('text')
  assurance: AssuranceLevel;

  /** Null once hidden. */
  @Column('jsonb', { nullable: true })
  text: RecordedText | null;

  @Column('text', { name: 'hidden_reason', nullable: true })
  hiddenReason: string | null;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt: Date;

  @PositionColumn({ name: 'submitted_position' })
  submittedPosition: number;
}

export function commentListProjection(): Projection {
  return { name: 'feedback/comment-list', entities: [CommentRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const relevant = events as readonly Recorded<CommentEvent>[];
  await insertNew(rows, CommentRow, relevant.flatMap(submittedComment));
  for (const { type, data } of relevant) {
    if (type === 'CommentHidden') await rows.update(CommentRow, { id: data.commentId }, { text: null, hiddenReason: data.reason });
  }
}

function submittedComment(event: Recorded<CommentEvent>): CommentRow[] {
  if (event.type !== 'CommentSubmitted') return [];
  const { commentId, consultationId, author, assurance, text } = event.data;
  const submission = { submittedAt: timeOf(event), submittedPosition: event.position };
  return [{ id: commentId, consultationId, author, assurance, text, hiddenReason: null, ...submission }];
}

/** The comments on a consultation, newest first; hidden ones stay in the list with their reason. */
export async function commentList(
  rows: DataSource | EntityManager,
  keys: SubjectKeys,
  consultationId: string,
  { page }: { page?: number } = {},
): Promise<Page<CommentView>> {
  if (!isRowId(consultationId)) return { items: [], next: null };
  const found = await rows.getRepository(CommentRow).find({ where: { consultationId }, order: { submittedPosition: 'DESC' }, ...rowsOfPage(page) });
  const { items, next } = pageOf(found, page);
  const texts = await openTexts(keys, items.map(({ text }) => text));
  const views = items.map(({ submittedAt, submittedPosition: _, ...row }, index) => ({
    ...row,
    text: texts[index] ?? null,
    submittedAt: submittedAt.toISOString(),
  }));
  return { items: views, next };
}
