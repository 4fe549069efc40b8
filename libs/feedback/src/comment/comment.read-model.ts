import { Column, Entity, Index, IsNull, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { showConsultation } from '@isegoria/consultations';
import type { ModerationRule } from '@isegoria/content';
import { Rejection, type AssuranceLevel, type Page, type Recorded, type RecordedText } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import {
  PositionColumn,
  answer,
  emptyPage,
  insertNew,
  isRowId,
  openingsFor,
  pageOfRows,
  timeOf,
  withTexts,
  wordsOf,
  type Projection,
} from '@isegoria/projection';
import { hiddenIn, restoredIn } from '../moderation/decision.read-model';
import { HiddenWordsRow, moveWords } from '../moderation/hidden-words.read-model';
import { supportOf } from '../support/support.read-model';
import { listCommentOpenings, listComments, showComment, type CommentEvent, type CommentView } from './comment.contract';

@Entity('comment')
@Index('comment_by_submission', ['consultationId', 'submittedPosition'])
@Index('comment_by_author', ['author'])
@Index('comment_by_thread', ['threadId', 'submittedPosition'])
export class CommentRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'consultation_id' })
  consultationId: string;

  @Column('text')
  author: string;

  @Column('text')
  assurance: AssuranceLevel;

  /** Null once hidden or withdrawn. */
  @Column('jsonb', { nullable: true })
  text: RecordedText | null;

  @Column('text', { name: 'hidden_reason', nullable: true })
  hiddenReason: string | null;

  @Column('text', { name: 'hidden_rule', nullable: true })
  hiddenRule: ModerationRule | null;

  /** The account of the moderator who decided last, and when. */
  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  /** Of its words and of what moderators decided about them. */
  @PositionColumn({ name: 'version' })
  version: number;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt: Date;

  @PositionColumn({ name: 'submitted_position' })
  submittedPosition: number;

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;
  /** Null for one that begins a thread. */
  @Column('uuid', { name: 'in_reply_to', nullable: true })
  inReplyTo: string | null;

  /** The comment that began the thread. */
  @Column('uuid', { name: 'thread_id' })
  threadId: string;
}

export function commentListProjection(): Projection {
  return { name: 'feedback/comment-list', entities: [CommentRow, HiddenWordsRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const relevant = events as readonly Recorded<CommentEvent>[];
  await insertNew(rows, CommentRow, relevant.flatMap(submittedComment));
  for (const event of relevant) {
    const change = changeIn(event);
    if (change) await rows.update(CommentRow, { id: event.data.commentId }, change);
    await moveWords(rows, event.type, event.data.commentId);
  }
}

function changeIn(event: Recorded<CommentEvent>): Partial<CommentRow> | undefined {
  switch (event.type) {
    case 'CommentHidden':
      return { ...hiddenIn(event), version: event.position };
    case 'CommentRestored':
      return { ...restoredIn(event), version: event.position };
    case 'CommentEdited':
      return { text: event.data.text, editedAt: timeOf(event), version: event.position };
    case 'CommentWithdrawn':
      return { text: null, withdrawnAt: timeOf(event) };
    default:
      return undefined;
  }
}

function submittedComment(event: Recorded<CommentEvent>): CommentRow[] {
  if (event.type !== 'CommentSubmitted') return [];
  const { commentId, consultationId, author, assurance, text, reply } = event.data;
  const submission = { submittedAt: timeOf(event), submittedPosition: event.position };
  const place = { inReplyTo: reply?.to ?? null, threadId: reply?.thread ?? commentId };
  const undecided = { decidedBy: null, decidedAt: null, version: event.position };
  const untouched = { hiddenReason: null, hiddenRule: null, editedAt: null, withdrawnAt: null };
  return [{ id: commentId, consultationId, author, assurance, text, ...untouched, ...undecided, ...submission, ...place }];
}

/** The comments on a consultation, newest first; those that are hidden or withdrawn keep their place in the list. */
export async function commentList(
  rows: DataSource | EntityManager,
  keys: SubjectKeys,
  consultationId: string,
  { cursor }: { cursor?: string } = {},
): Promise<Page<CommentView>> {
  if (!isRowId(consultationId)) return emptyPage;
  const query = rows.getRepository(CommentRow).createQueryBuilder('comment').where({ consultationId });
  const { items, ...page } = await pageOfRows(query, { by: 'submittedPosition', newestFirst: true, cursor });
  return { ...page, items: await viewsOf(items, keys, rows) };
}

export async function commentById(
  rows: DataSource | EntityManager,
  keys: SubjectKeys,
  commentId: string,
): Promise<CommentView | undefined> {
  const row = await rows.getRepository(CommentRow).findOneBy({ id: commentId });
  return row ? (await viewsOf([row], keys, rows))[0] : undefined;
}

export async function viewsOf(
  comments: readonly CommentRow[],
  keys: SubjectKeys,
  rows: DataSource | EntityManager,
): Promise<CommentView[]> {
  const textIn = ({ text }: CommentRow) => text;
  const supportFor = await supportOf(
    rows,
    comments.map(({ id }) => id),
  );
  return withTexts(
    keys,
    comments,
    textIn,
    ({ submittedAt, submittedPosition: _, editedAt, withdrawnAt, decidedBy: __, decidedAt: ___, ...row }, text) => ({
      ...row,
      ...supportFor(row.id),
      text: wordsOf(text),
      submittedAt: submittedAt.toISOString(),
      editedAt: editedAt?.toISOString() ?? null,
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    }),
  );
}

export const commentAnswers = [
  answer(listCommentOpenings, ['feedback'], ({ cursor }, { rows, keys, reader }) =>
    openingsFor(reader, keys, () => {
      const shown = rows.getRepository(CommentRow).createQueryBuilder('comment').where({ hiddenReason: IsNull(), withdrawnAt: IsNull() });
      return pageOfRows(shown, { by: 'submittedPosition', cursor });
    }),
  ),
  answer(listComments, ['feedback', 'consultations'], async ({ consultationId, cursor }, { rows, keys, ask }) => {
    await ask(showConsultation, { consultationId });
    return commentList(rows, keys, consultationId, { cursor });
  }),
  answer(showComment, ['feedback', 'consultations'], async ({ commentId }, { rows, keys, ask }) => {
    const comment = await commentById(rows, keys, commentId);
    if (!comment) throw new Rejection('NOT_FOUND');
    await ask(showConsultation, { consultationId: comment.consultationId });
    return comment;
  }),
];
