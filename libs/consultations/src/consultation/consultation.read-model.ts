import { Column, Entity, IsNull, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { Rejection, may, type Actor, type Language, type Recorded } from '@isegoria/kernel';
import { PositionColumn, insertNew, isRowId, liveSchema, timeOf, type Projection } from '@isegoria/projection';
import { datedPhases, draftedPhases, type PhaseInRow } from '../phase/phase.read-model';
import type { ConsultationEvent, ConsultationPublished } from './consultation.contract';

@Entity('consultation')
export class ConsultationRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'external_id', nullable: true })
  externalId: string | null;

  @Column('text')
  unit: string;

  @Column('text')
  title: string;

  @Column('text')
  description: string;

  @Column('text')
  language: Language;

  /** In the order in which they come. */
  @Column('jsonb')
  phases: PhaseInRow[];

  /** When the first phase opens; null for a draft. */
  @Column('timestamptz', { name: 'opens_at', nullable: true })
  opensAt: Date | null;

  /** When the last phase closes. */
  @Column('timestamptz', { name: 'closes_at', nullable: true })
  closesAt: Date | null;

  /** Whether the log says that it was closed, with its last phase or by an official. */
  @Column('boolean')
  closed: boolean;

  @Column('text', { name: 'closed_early_reason', nullable: true })
  closedEarlyReason: string | null;

  @Column('jsonb', { nullable: true })
  outcome: { youSaid: string; weDid: string; publishedAt: string } | null;

  @PositionColumn({ name: 'drafted_position' })
  draftedPosition: number;

  /** Where in the log it was first published; null for a draft. */
  @PositionColumn({ name: 'published_position', nullable: true })
  publishedPosition: number | null;
}

export function consultationListProjection(): Projection {
  return { name: 'consultations/consultation-list', entities: [ConsultationRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const relevant = events as readonly Recorded<ConsultationEvent>[];
  await insertNew(rows, ConsultationRow, relevant.flatMap(draftedConsultation));
  for (const event of relevant) await applyOne(event, rows);
}

function draftedConsultation({ type, data, position }: Recorded<ConsultationEvent>): ConsultationRow[] {
  if (type !== 'ConsultationDrafted') return [];
  const { consultationId, externalId, unit, title, description, language } = data;
  const unpublished = { opensAt: null, closesAt: null, publishedPosition: null, closed: false, closedEarlyReason: null, outcome: null };
  const texts = { title, description, language };
  return [{ id: consultationId, externalId, unit, ...texts, phases: draftedPhases(data), ...unpublished, draftedPosition: position }];
}

async function applyOne(event: Recorded<ConsultationEvent>, rows: EntityManager): Promise<void> {
  const { type, data } = event;
  if (type === 'ConsultationPublished') await publish(event as Recorded<ConsultationPublished>, rows);
  if (type === 'PhaseClosed') await closeWithLastPhase(data, rows);
  if (type === 'ConsultationClosed') {
    await rows.update(ConsultationRow, { id: data.consultationId }, { closed: true, closedEarlyReason: data.reason });
  }
  if (type === 'OutcomePublished') {
    const outcome = { youSaid: data.youSaid, weDid: data.weDid, publishedAt: timeOf(event).toISOString() };
    await rows.update(ConsultationRow, { id: data.consultationId }, { outcome });
  }
}

/** The position of the first publication counts: new dates are no new consultation. */
async function publish({ data, position }: Recorded<ConsultationPublished>, rows: EntityManager): Promise<void> {
  const id = data.consultationId;
  const row = await rows.findOneBy(ConsultationRow, { id });
  if (!row) return;
  const phases = datedPhases(row.phases, data);
  const [opensAt, closesAt] = [phases.at(0)?.opensAt, phases.at(-1)?.closesAt];
  await rows.update(ConsultationRow, { id }, { phases, opensAt: opensAt ?? null, closesAt: closesAt ?? null });
  await rows.update(ConsultationRow, { id, publishedPosition: IsNull() }, { publishedPosition: position });
}

async function closeWithLastPhase({ consultationId, phaseId }: { consultationId: string; phaseId: string }, rows: EntityManager) {
  await rows.query(`UPDATE consultation SET closed = true WHERE id = $1 AND phases -> -1 ->> 'id' = $2`, [consultationId, phaseId]);
}

/** Where in the log a consultation was first published; undefined while it is not. */
export async function publishedPosition(rows: DataSource | EntityManager, consultationId: string): Promise<number | undefined> {
  return (await placeOf(rows, consultationId))?.publishedPosition ?? undefined;
}

/**
 * The log position up to which every consultation that was published is closed, by the log; -1 where the rows do not say. Services ask
 * whose connections name no schema of the read models.
 */
export async function allAreClosedUpTo(rows: EntityManager): Promise<number> {
  // One statement, and so one snapshot: rows and checkpoint are of the same moment. least() passes over what is null. Beyond an event that
  // was left out, there may be a consultation that the rows do not have.
  const live = liveSchema('consultations');
  const [row]: { position: string | null }[] = await rows.query(
    `SELECT least(position, (SELECT min(published_position) FROM ${live}.consultation WHERE NOT closed), (SELECT min(position) FROM ${live}.skipped_event))
     AS position FROM ${live}.checkpoint`,
  );
  return Number(row?.position ?? -1);
}

/** What decides who may see and do what in a consultation. */
export type Place = Pick<ConsultationRow, 'id' | 'unit' | 'publishedPosition'>;

/** @returns undefined when there is no such consultation */
export async function placeOf(rows: DataSource | EntityManager, consultationId: string): Promise<Place | undefined> {
  if (!isRowId(consultationId)) return undefined;
  const found = await rows
    .getRepository(ConsultationRow)
    .findOne({ select: { id: true, unit: true, publishedPosition: true }, where: { id: consultationId } });
  return found ?? undefined;
}

/** Drafts, and all that belongs to them, are for those who may consult in their unit. */
export function isVisible({ unit, publishedPosition }: Place, reader: Actor | undefined): boolean {
  return publishedPosition !== null || may(reader, 'consult', unit);
}

/**
 * The consultation, if this reader may see it.
 * @throws Rejection CONSULTATION_NOT_FOUND
 */
export async function visibleConsultation(
  rows: DataSource | EntityManager,
  consultationId: string,
  reader: Actor | undefined,
): Promise<Place> {
  const consultation = await placeOf(rows, consultationId);
  if (!consultation || !isVisible(consultation, reader)) throw new Rejection('CONSULTATION_NOT_FOUND');
  return consultation;
}
