import { Column, Entity, In, Index, PrimaryColumn, type DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { ModerationRule } from '@isegoria/content';
import { may, narrowedUnits, unitsWhere, type Page, type Recorded, type RecordedText } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import {
  PositionColumn,
  answer,
  emptyPage,
  insertNew,
  isNotErased,
  isRowId,
  isWithinAny,
  openingsFor,
  pageOfRows,
  timeOf,
  withTexts,
  wordsOf,
  type Projection,
  type TextForReader,
} from '@isegoria/projection';
import { byClosing } from '../../../late/closing.read-model';
import { notCarriedYet } from '../../document/carrying/carried';
import { carriedPlace, carryOver, rowOf, type CarriedRow } from '../../document/carrying/carried-over.read-model';
import { AnnotationPlaceRow } from '../../document/carrying/then/places-then.read-model';
import { StatementStatusRow, keepStatus, keepSubmitted } from './statement-status.read-model';
import { reword } from '../own-statement/reworded.read-model';
import type { AnnotationPlace } from '../../document/annotation/place.contract';
import { ActivityRow } from '../../../activity/activity.read-model';
import { activityById, visibleActivity } from '../../../activity/visible-activity.read-model';
import { ConsultationRow } from '../../../consultation/view/consultation.read-model';
import { isAnswered } from '../../../official-answer/official-answer.read-model';
import type { DeliberationSettings, ModerationMode } from '../deliberation.contract';
import { statementEdited } from '../own-statement/own-statement.contract';
import {
  listPendingStatements,
  listStatementOpenings,
  listStatements,
  type ListStatements,
  statementStatuses,
  statementSubmitted,
  type PendingStatementView,
  type StatementAccepted,
  type StatementEvent,
  type StatementRejected,
  type StatementStatus,
  type StatementView,
} from './statement.contract';

@Entity('statement')
@Index('statement_by_submission', ['activityId', 'submittedPosition'])
@Index('statement_by_author', ['author'])
@Index('statement_by_paragraph', ['activityId', 'paragraph', 'submittedPosition'])
export class StatementRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'consultation_id' })
  consultationId: string;

  @Column('uuid', { name: 'activity_id' })
  activityId: string;

  @Column('text', { name: 'external_id', nullable: true })
  externalId: string | null;

  @Column('text')
  status: StatementStatus;

  /** Null once withdrawn. */
  @Column('jsonb', { nullable: true })
  text: RecordedText | null;

  @Column('text', { nullable: true })
  author: string | null;

  @Column('text', { name: 'rejection_reason', nullable: true })
  rejectionReason: string | null;

  @Column('text', { name: 'rejection_rule', nullable: true })
  rejectionRule: ModerationRule | null;

  /** Of its words and of what moderators decided about them. */
  @PositionColumn()
  version: number;

  /** The account that decided last, and when. */
  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt: Date;

  @PositionColumn({ name: 'submitted_position' })
  submittedPosition: number;

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null;

  /** Where in the log it got the words that it has; null if they are the first. */
  @PositionColumn({ name: 'edited_position', nullable: true })
  editedPosition: number | null;

  /** How often its author has changed it, those changes included that came too late. */
  @Column('int', { default: 0 })
  edits: number;

  /** What an annotation of a document is about. */
  @Column('jsonb', { nullable: true })
  at: AnnotationPlace | null;

  @Column('text', { nullable: true })
  paragraph: string | null;

  /** Where that stands by now. */
  @Column('jsonb', { nullable: true })
  carried: CarriedRow | null;

  @Column('int', { name: 'followed_in', nullable: true })
  followedIn: number | null;
}

export function statementListProjection(): Projection {
  return { name: 'consultations/statement-list', entities: [StatementRow, StatementStatusRow, AnnotationPlaceRow], apply };
}

/** A statement that came too late is in no list, so nobody votes on it and no moderator has to judge it. */
async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const { inTime } = await byClosing(events, rows, new Set([statementSubmitted.type, statementEdited.type]));
  const relevant = inTime as readonly Recorded<StatementEvent>[];
  await insertNew(rows, StatementRow, relevant.flatMap(submittedStatement));
  await keepSubmitted(relevant, rows);
  await carryOver(inTime, rows);
  await reword(events, new Set(inTime), rows);
  for (const event of relevant) {
    const { type, data } = event;
    if (type === 'StatementAccepted') await decide(rows, event, { status: 'accepted', rejectionReason: null, rejectionRule: null });
    if (type === 'StatementRejected')
      await decide(rows, event, { status: 'rejected', rejectionReason: data.reason, rejectionRule: data.rule ?? null });
    if (type === 'StatementDecisionUndone')
      await rows.update(StatementRow, { id: data.statementId }, { ...undecided, version: event.position });
    if (type === 'StatementEdited') await rows.update(StatementRow, { id: data.statementId }, { version: event.position });
    if (type === 'StatementWithdrawn') await rows.query(withdraw, [data.statementId]);
    await keepStatus(event, rows);
  }
}

function decide(
  rows: EntityManager,
  event: Recorded<StatementAccepted | StatementRejected>,
  decision: Pick<StatementRow, 'status' | 'rejectionReason' | 'rejectionRule'>,
) {
  const { statementId, by } = event.data;
  const decided = { decidedBy: by, decidedAt: timeOf(event), version: event.position };
  return rows.update(StatementRow, { id: statementId }, { ...decision, ...decided });
}

/** One that was rejected stays so. */
const withdraw = `UPDATE statement SET text = NULL, status = CASE status WHEN 'rejected' THEN status ELSE 'withdrawn' END WHERE id = $1`;

/** It waits, and nobody has decided. */
const undecided = { status: 'pending', rejectionReason: null, rejectionRule: null, decidedBy: null, decidedAt: null } as const;

function submittedStatement(event: Recorded<StatementEvent>): StatementRow[] {
  if (event.type !== 'StatementSubmitted') return [];
  const { statementId, consultationId, activityId, externalId, text, author, at = null } = event.data;
  const submission = { submittedAt: timeOf(event), submittedPosition: event.position };
  const annotation = { at, ...(at ? rowOf(notCarriedYet(at)) : { paragraph: null, carried: null }), followedIn: null };
  const place = { consultationId, activityId, ...annotation };
  const untouched = { ...undecided, editedAt: null, editedPosition: null, edits: 0, version: event.position };
  return [{ id: statementId, ...place, externalId, text, author, ...untouched, ...submission }];
}

/**
 * What everybody may read: what may be voted on. A rejected text is for moderators, and so is a pending one of a deliberation whose
 * statements are moderated before they may be voted on.
 */
export function isPublic(status: StatementStatus, moderation: ModerationMode | undefined): boolean {
  return status === 'accepted' || (status === 'pending' && moderation === 'after');
}

/** SQL: the same of a statement and its activity, by what a query calls them. */
export const isPublicIn = (statement: string, activity: string) =>
  `(${statement}.status = 'accepted' OR (${statement}.status = 'pending' AND ${activity}.settings ->> 'moderation' = 'after'))`;

/**
 * The statements of a deliberation in order of submission: those of one status, or (the default) those that may be voted on.
 * Texts that are not public are null unless asked for a moderator.
 */
export async function statementList(
  rows: DataSource | EntityManager,
  keys: SubjectKeys,
  activityId: string,
  asked: Partial<Omit<ListStatements, 'activityId'>> & { readonly forModerator?: boolean } = {},
): Promise<Page<StatementView>> {
  if (!isRowId(activityId)) return emptyPage;
  const { status, paragraph, place, answered, only, forModerator = false, cursor } = asked;
  const open = await publicStatuses(rows, activityId);
  const query = rows
    .getRepository(StatementRow)
    .createQueryBuilder('statement')
    .where({ activityId, status: In(status ? [status] : open), ...(paragraph !== undefined && { paragraph }) });
  if (only !== undefined) query.andWhere('statement.id = ANY (:only)', { only: only.split(',') });
  if (place === 'lost') query.andWhere(`statement.carried->>'lostIn' IS NOT NULL`);
  if (answered === 'no') query.andWhere(`NOT ${isAnswered('statement')}`);
  const { items, ...page } = await pageOfRows(query, { by: 'submittedPosition', cursor });
  const textIn = (row: StatementRow) => (forModerator || open.includes(row.status) ? row.text : null);
  return { ...page, items: await withTexts(keys, items, textIn, statementView) };
}

export function statementView(
  { text: _, submittedAt, submittedPosition: __, version: ___, decidedBy: ____, decidedAt: _____, editedAt, ...row }: StatementRow,
  text: TextForReader,
): StatementView {
  const { paragraph, editedPosition: ______, carried, ...shown } = row;
  return {
    ...shown,
    carried: carriedPlace({ paragraph, carried }),
    text: wordsOf(text),
    submittedAt: submittedAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
  };
}

/** The statements of published consultations of these units, and of all below them, that wait for a moderator, oldest first. */
export async function pendingStatements(
  rows: DataSource | EntityManager,
  keys: SubjectKeys,
  units: readonly string[],
  { cursor }: { cursor?: string } = {},
): Promise<Page<PendingStatementView>> {
  const query = rows
    .getRepository(StatementRow)
    .createQueryBuilder('statement')
    .innerJoin(ConsultationRow, 'consultation', 'consultation.id = statement.consultationId AND consultation.opensAt IS NOT NULL')
    .where({ status: 'pending' })
    .andWhere(isNotErased('statement.text'))
    .andWhere(isWithinAny('consultation.unit', ':units'), { units });
  const { items, ...page } = await pageOfRows(query, { by: 'submittedPosition', cursor });
  const consultations = await rows.getRepository(ConsultationRow).findBy({ id: In(items.map(({ consultationId }) => consultationId)) });
  const titles = new Map(consultations.map(({ id, title }) => [id, title]));
  const textIn = ({ text }: StatementRow) => text;
  const viewOf = (row: StatementRow, text: TextForReader) => ({
    ...statementView(row, text),
    consultationTitle: titles.get(row.consultationId) ?? '',
  });
  return { ...page, items: await withTexts(keys, items, textIn, viewOf) };
}

/** The statements whose words everybody may read, whatever their deliberation. */
function shownStatements(rows: DataSource): SelectQueryBuilder<StatementRow> {
  return rows
    .getRepository(StatementRow)
    .createQueryBuilder('statement')
    .innerJoin(ConsultationRow, 'consultation', 'consultation.id = statement.consultationId AND consultation.publishedPosition IS NOT NULL')
    .innerJoin(ActivityRow, 'activity', 'activity.id = statement.activityId')
    .where(isPublicIn('statement', 'activity'));
}

export const statementAnswers = [
  answer(listStatementOpenings, ['consultations'], ({ cursor }, { rows, keys, reader }) =>
    openingsFor(reader, keys, () => pageOfRows(shownStatements(rows), { by: 'submittedPosition', cursor })),
  ),
  answer(listPendingStatements, ['consultations'], (asked, { rows, keys, reader }) =>
    pendingStatements(rows, keys, narrowedUnits(unitsWhere(reader, 'moderate'), asked.unit), asked),
  ),
  answer(listStatements, ['consultations'], async ({ activityId, ...asked }, { rows, keys, reader }) => {
    const { consultation } = await visibleActivity(rows, activityId, reader);
    const forModerator = may(reader, 'moderate', consultation.unit);
    return statementList(rows, keys, activityId, { ...asked, forModerator });
  }),
];

/** What may be voted on in an activity. */
export async function publicStatuses(rows: DataSource | EntityManager, activityId: string): Promise<StatementStatus[]> {
  const activity = await activityById(rows, activityId);
  const { moderation } = (activity?.settings ?? {}) as Partial<DeliberationSettings>;
  return statementStatuses.filter((status) => isPublic(status, moderation));
}
