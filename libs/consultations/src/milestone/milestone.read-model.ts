import { Column, Entity, Index, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { attachmentView, withdrawnNow, type AttachedInRow, type FileWithdrawn } from '@isegoria/content';
import { Rejection, limits, narrowedUnits, unitsWhere, type Page, type Recorded } from '@isegoria/kernel';
import { PositionColumn, answer, insertNew, isWithinAny, pageFrom, timeOf, type Projection } from '@isegoria/projection';
import { isOf } from '../category/chosen/counts.read-model';
import { visibleConsultation } from '../consultation/view/consultation.read-model';
import { placeOfMilestone } from './milestone-order';
import {
  listMilestones,
  listWaitingMilestones,
  standingStatuses,
  type EarlierMilestoneView,
  type EvidenceLink,
  type MovedMilestoneView,
  type MilestoneChoice,
  type MilestoneSet,
  type MilestoneStatus,
  type MilestoneView,
} from './milestone.contract';

type EarlierInRow = Omit<EarlierMilestoneView, 'documents'> & { readonly documents: readonly AttachedInRow[] };

@Entity('milestone')
@Index('milestone_by_consultation', ['consultationId', 'dueAt'])
export class MilestoneRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'consultation_id' })
  consultationId: string;

  @Column('text')
  title: string;

  @Column('text')
  text: string;

  @Column('text', { nullable: true })
  responsible: string | null;

  /** Once it has passed while something was still to come, it stays. */
  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  @Column('text')
  status: MilestoneStatus;

  /** Whether something was still to come when it was due. */
  @Column('boolean', { name: 'is_late' })
  isLate: boolean;

  /** What was promised after that. */
  @Column('jsonb', { nullable: true })
  moved: MovedMilestoneView | null;

  @Column('text', { nullable: true })
  evidence: string | null;

  @Column('jsonb')
  links: EvidenceLink[];

  @Column('jsonb')
  documents: AttachedInRow[];

  @Column('uuid', { name: 'activity_id', nullable: true })
  activityId: string | null;

  @Column('uuid', { name: 'statement_id', nullable: true })
  statementId: string | null;

  @Column('timestamptz', { name: 'planned_at' })
  plannedAt: Date;

  @PositionColumn({ name: 'planned_position' })
  plannedPosition: number;

  /** How it stood before its changes, the first one first. */
  @Column('jsonb')
  earlier: EarlierInRow[];

  /** Where in the log it was last set. */
  @PositionColumn()
  version: number;
}

export function milestonesProjection(): Projection {
  return { name: 'consultations/milestones', entities: [MilestoneRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  for (const event of events as readonly Recorded<MilestoneSet | FileWithdrawn>[]) {
    if (event.type === 'MilestoneSet') await set(event, rows);
    if (event.type === 'FileWithdrawn') await withdrawFromMilestones(event.data, rows);
  }
}

async function set(event: Recorded<MilestoneSet>, rows: EntityManager): Promise<void> {
  const { milestoneId: id, consultationId, title, text, responsible, status, evidence = null, follows, note } = event.data;
  const { activityId = null, statementId = null } = follows ?? {};
  const shows = { links: [...event.data.links], documents: [...event.data.documents] };
  const before = await rows.findOneBy(MilestoneRow, { id });
  const due = dueAfter(before, event);
  const stands = { title, text, responsible, status, evidence, ...due, ...shows, activityId, statementId, version: event.position };
  if (!before) {
    const planned = { plannedAt: timeOf(event), plannedPosition: event.position };
    await insertNew(rows, MilestoneRow, [{ id, consultationId, ...stands, ...planned, earlier: [] }]);
  } else if (before.version < event.position) {
    const earlier = [...before.earlier, earlierOf(before, note ?? '', timeOf(event))];
    await rows.update(MilestoneRow, { id }, { ...stands, earlier });
  }
}

type Due = Pick<MilestoneRow, 'dueAt' | 'isLate' | 'moved'>;

/** The date that counts is the one that stood when it passed (ADR 94). */
function dueAfter(before: MilestoneRow | null, event: Recorded<MilestoneSet>): Due {
  const { dueAt, note } = event.data;
  const at = timeOf(event);
  const isLate = !!before && (before.isLate || (standingStatuses.includes(before.status) && before.dueAt < at));
  if (!before || !isLate) return { dueAt: new Date(dueAt), isLate: false, moved: null };
  const isMoved = dueAt !== saidDue(before);
  return { dueAt: before.dueAt, isLate, moved: isMoved ? { dueAt, movedAt: at.toISOString(), note: note ?? '' } : before.moved };
}

/** By when it is done, as the office says it. */
const saidDue = ({ dueAt, moved }: Due): string => moved?.dueAt ?? dueAt.toISOString();

function earlierOf(stood: MilestoneRow, note: string, at: Date): EarlierInRow {
  const { title, text, responsible, status, evidence, links, documents, activityId, statementId } = stood;
  const stoodThen = { title, text, responsible, dueAt: saidDue(stood), status, evidence, links, documents, activityId, statementId };
  return { ...stoodThen, note, changedAt: at.toISOString() };
}

/** Says wherever a file stands that it was withdrawn. */
async function withdrawFromMilestones(withdrawn: FileWithdrawn['data'], rows: EntityManager): Promise<void> {
  const found: Pick<MilestoneRow, 'id' | 'documents' | 'earlier'>[] = await rows.query(
    `SELECT id, documents, earlier FROM milestone WHERE strpos(documents::text, $1) > 0 OR strpos(earlier::text, $1) > 0`,
    [withdrawn.file],
  );
  const left = (documents: readonly AttachedInRow[]) => documents.map((one) => withdrawnNow(one, withdrawn));
  for (const { id, documents, earlier } of found)
    await rows.update(
      MilestoneRow,
      { id },
      { documents: left(documents), earlier: earlier.map((one) => ({ ...one, documents: left(one.documents) })) },
    );
}

interface Asked {
  readonly consultationId?: string;
  readonly milestoneId?: string;
  /** These and all below them; all when absent. */
  readonly units?: readonly string[];
  readonly topic?: string;
  readonly area?: string;
  readonly only?: MilestoneChoice;
  readonly cursor?: string;
  readonly now: Date;
}

type Found = MilestoneRow & Pick<MilestoneView, 'unit' | 'consultationTitle' | 'language' | 'isOverdue'>;

const columns = `m.id, m.consultation_id AS "consultationId", c.unit, c.title AS "consultationTitle", c.language, m.title, m.text,
  m.responsible, m.due_at AS "dueAt", m.moved, m.status, m.evidence, m.links, m.documents, m.activity_id AS "activityId", m.statement_id AS "statementId",
  m.planned_at AS "plannedAt", m.planned_position::bigint AS "plannedPosition", m.earlier, m.version::bigint AS version`;
/** SQL: whether something of a milestone `m` is still to come. */
export const isStanding = `m.status IN (${standingStatuses.map((status) => `'${status}'`).join(', ')})`;

/** SQL: whether a milestone `m` was not kept by its day, at a moment. @param now a parameter */
export const isLateAt = (now: string) => `(m.is_late OR (${isStanding} AND m.due_at < ${now}))`;

/** What is due first first; what is due together, in the order in which it was planned. */
export async function milestoneList(rows: DataSource | EntityManager, asked: Asked): Promise<Page<MilestoneView>> {
  const { consultationId = null, milestoneId = null, units, topic = null, area = null, only, now, cursor } = asked;
  const chosen = `FROM milestone m JOIN consultation c ON c.id = m.consultation_id
    WHERE ($1::uuid IS NULL OR m.consultation_id = $1) AND ${units ? isWithinAny('c.unit', '$2') : '$2::text[] IS NULL'}
      AND ($5::uuid IS NULL OR m.id = $5) AND ($3::text IS NULL OR ${isStanding}) AND ($3 IS DISTINCT FROM 'overdue' OR m.due_at < $4)
      AND ${isOf('$6')} AND ${isOf('$7')}`;
  const choice = [consultationId, units ?? null, only ?? null, now, milestoneId, topic, area];
  const [{ count }]: [{ count: number }] = await rows.query(`SELECT count(*)::int AS count ${chosen} AND $4::timestamptz IS NOT NULL`, choice);
  const found: Found[] = await rows.query(
    `SELECT ${columns}, (${isStanding} AND m.due_at < $4) AS "isOverdue",
       ${isLateAt('$4')} AS "isLate" ${chosen}
       AND ($8::timestamptz IS NULL OR (m.due_at, m.planned_position) > ($8, $9)) ORDER BY m.due_at, m.planned_position LIMIT $10`,
    [...choice, ...placeOf(cursor), limits.pageSize + 1],
  );
  const cursorOf = ({ dueAt, plannedPosition }: Found) => placeOfMilestone(dueAt.getTime(), Number(plannedPosition));
  const { items, ...page } = pageFrom(found, count, cursorOf);
  return { ...page, items: items.map(viewOf) };
}

/** @throws Rejection VALIDATION_FAILED for a cursor that no page gave */
function placeOf(cursor: string | undefined): readonly (Date | string | null)[] {
  if (cursor === undefined) return [null, null];
  const [, due, place] = /^(\d{15})\.(\d{15})$/.exec(cursor) ?? [];
  if (due === undefined) throw new Rejection('VALIDATION_FAILED', { field: 'cursor', params: { constraint: 'other' } });
  return [new Date(Number(due)), place!];
}

function viewOf(row: Found): MilestoneView {
  const { plannedPosition: _, version, dueAt, plannedAt, documents, earlier, ...same } = row;
  return {
    ...same,
    dueAt: dueAt.toISOString(),
    plannedAt: plannedAt.toISOString(),
    changedAt: earlier.at(-1)?.changedAt ?? null,
    documents: documents.map(attachmentView),
    earlier: earlier.slice(-limits.dateChangesInView).map((one) => ({ ...one, documents: one.documents.map(attachmentView) })),
    changes: earlier.length,
    version: Number(version),
  };
}

export const milestoneAnswers = [
  answer(listWaitingMilestones, ['consultations'], ({ unit, cursor }, { rows, reader }) => {
    const units = narrowedUnits(unitsWhere(reader, 'consult'), unit);
    return milestoneList(rows, { units, only: 'standing', cursor, now: new Date() });
  }),
  answer(listMilestones, ['consultations'], async ({ unit, ...asked }, { rows, reader }) => {
    if (asked.consultationId !== undefined) await visibleConsultation(rows, asked.consultationId, reader);
    return milestoneList(rows, { ...asked, units: unit === undefined ? undefined : [unit], now: new Date() });
  }),
];
