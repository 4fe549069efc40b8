import { Column, Entity, In, Index, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { may, type Page, type Recorded, type RecordedText } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import {
  PositionColumn,
  answer,
  emptyPage,
  insertNew,
  isRowId,
  openTexts,
  pageOfRows,
  timeOf,
  type Projection,
} from '@isegoria/projection';
import { ConsultationRow, visibleConsultation } from '../../consultation/consultation.read-model';
import { statementStatuses, type StatementStatus } from './deliberation-fields.contract';
import { listPendingStatements, listStatements, type PendingStatementView, type StatementView } from './deliberation-queries.contract';
import type { ModerationMode } from './deliberation.contract';
import type { StatementEvent } from './statement-events.contract';

@Entity('statement')
@Index('statement_by_submission', ['consultationId', 'submittedPosition'])
export class StatementRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'consultation_id' })
  consultationId: string;

  @Column('text', { name: 'external_id', nullable: true })
  externalId: string | null;

  @Column('text')
  status: StatementStatus;

  @Column('jsonb')
  text: RecordedText;

  @Column('text', { nullable: true })
  author: string | null;

  @Column('text', { name: 'rejection_reason', nullable: true })
  rejectionReason: string | null;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt: Date;

  @PositionColumn({ name: 'submitted_position' })
  submittedPosition: number;
}

export function statementListProjection(): Projection {
  return { name: 'consultations/statement-list', entities: [StatementRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const relevant = events as readonly Recorded<StatementEvent>[];
  await insertNew(rows, StatementRow, relevant.flatMap(submittedStatement));
  for (const { type, data } of relevant) {
    if (type === 'StatementAccepted')
      await rows.update(StatementRow, { id: data.statementId }, { status: 'accepted', rejectionReason: null });
    if (type === 'StatementRejected')
      await rows.update(StatementRow, { id: data.statementId }, { status: 'rejected', rejectionReason: data.reason });
  }
}

function submittedStatement(event: Recorded<StatementEvent>): StatementRow[] {
  if (event.type !== 'StatementSubmitted') return [];
  const { statementId, consultationId, externalId, text, author } = event.data;
  const submission = { submittedAt: timeOf(event), submittedPosition: event.position };
  return [{ id: statementId, consultationId, externalId, status: 'pending', text, author, rejectionReason: null, ...submission }];
}

/**
 * What everybody may read: what may be voted on. A rejected text is for moderators, and so is a pending one of a consultation whose
 * statements are moderated before they may be voted on.
 */
export function isPublic(status: StatementStatus, moderation: ModerationMode | null): boolean {
  return status === 'accepted' || (status === 'pending' && moderation === 'after');
}

/**
 * The statements of a consultation in order of submission: those of one status, or (the default) those that may be voted on.
 * Texts that are not public are null unless asked for a moderator.
 */
export async function statementList(
  rows: DataSource | EntityManager,
  keys: SubjectKeys,
  consultationId: string,
  { status, forModerator = false, cursor }: { status?: StatementStatus; forModerator?: boolean; cursor?: string } = {},
): Promise<Page<StatementView>> {
  if (!isRowId(consultationId)) return emptyPage;
  const moderation = await moderationOf(rows, consultationId);
  const chosen = status ? [status] : statementStatuses.filter((candidate) => isPublic(candidate, moderation));
  const query = rows
    .getRepository(StatementRow)
    .createQueryBuilder('statement')
    .where({ consultationId, status: In(chosen) });
  const { items, ...page } = await pageOfRows(query, { by: 'submittedPosition', cursor });
  const texts = await openTexts(
    keys,
    items.map((row) => (forModerator || isPublic(row.status, moderation) ? row.text : null)),
  );
  const views = items.map(({ text: _, submittedAt, submittedPosition: __, ...row }, index) => ({
    ...row,
    text: texts[index] ?? null,
    submittedAt: submittedAt.toISOString(),
  }));
  return { ...page, items: views };
}

/** The statements of published consultations that wait for a moderator, oldest first. */
export async function pendingStatements(
  rows: DataSource | EntityManager,
  keys: SubjectKeys,
  { cursor }: { cursor?: string } = {},
): Promise<Page<PendingStatementView>> {
  const query = rows
    .getRepository(StatementRow)
    .createQueryBuilder('statement')
    .innerJoin(ConsultationRow, 'consultation', 'consultation.id = statement.consultationId AND consultation.opensAt IS NOT NULL')
    .where({ status: 'pending' });
  const { items, ...page } = await pageOfRows(query, { by: 'submittedPosition', cursor });
  const texts = await openTexts(
    keys,
    items.map(({ text }) => text),
  );
  const consultations = await rows.getRepository(ConsultationRow).findBy({ id: In(items.map(({ consultationId }) => consultationId)) });
  const titles = new Map(consultations.map(({ id, title }) => [id, title]));
  const views = items.map(({ text: _, submittedAt, submittedPosition: __, ...row }, index) => ({
    ...row,
    text: texts[index] ?? null,
    submittedAt: submittedAt.toISOString(),
    consultationTitle: titles.get(row.consultationId) ?? '',
  }));
  return { ...page, items: views };
}

export const statementAnswers = [
  answer(listPendingStatements, ['consultations'], (asked, { rows, keys }) => pendingStatements(rows, keys, asked)),
  answer(listStatements, ['consultations'], async ({ consultationId, status, cursor }, { rows, keys, reader }) => {
    await visibleConsultation(rows, consultationId, reader);
    return statementList(rows, keys, consultationId, { status, forModerator: may(reader, 'moderate'), cursor });
  }),
];

async function moderationOf(rows: DataSource | EntityManager, consultationId: string): Promise<ModerationMode | null> {
  const [row]: { moderation: ModerationMode | null }[] = await rows.query(
    `SELECT settings->>'moderation' AS moderation FROM consultation WHERE id = $1`,
    [consultationId],
  );
  return row?.moderation ?? null;
}
