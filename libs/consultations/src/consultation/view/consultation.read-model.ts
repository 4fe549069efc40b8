import type { DataSource, EntityManager } from 'typeorm';
import type { FileWithdrawn } from '@isegoria/content';
import { Rejection, assuranceLevels, may, rankOf, type Actor, type AssuranceLevel, type Recorded } from '@isegoria/kernel';
import { insertNew, isRowId, liveSchema, type Projection } from '@isegoria/projection';
import { withCategories } from '../../category/chosen/chosen.read-model';
import { rowsOfActs } from '../../official-act/official-acts.read-model';
import { draftedPhases } from '../../phase/phase.read-model';
import { withAnswer } from '../../answer-owed/answer-owed.read-model';
import { withWriter } from '../../review/review.read-model';
import { withAbout, withdrawFromAbout } from '../about/about.read-model';
import { ConsultationRow } from './consultation-row.read-model';
import type { ConsultationEvent } from '../consultation.contract';

export { ConsultationRow };

export function consultationListProjection(): Projection {
  return { name: 'consultations/consultation-list', entities: [ConsultationRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const relevant = events as readonly Recorded<ConsultationEvent | FileWithdrawn>[];
  await insertNew(rows, ConsultationRow, relevant.flatMap(draftedConsultation));
  for (const event of relevant) await applyOne(event, rows);
}

function draftedConsultation({ type, data, position }: Recorded<ConsultationEvent | FileWithdrawn>): ConsultationRow[] {
  if (type !== 'ConsultationDrafted') return [];
  const { consultationId, externalId, unit, title, description, language, countsFrom } = data;
  const unpublished = { opensAt: null, closesAt: null, publishedPosition: null, closed: false, closedEarlyReason: null, outcome: null };
  const texts = { title, description, language };
  const own = { id: consultationId, externalId, unit, ...texts, countsFrom: rankOf(countsFrom) };
  const answer = { withinDays: data.answerWithinDays ?? null };
  const words = withWriter(withAbout(draftedPhases(data), data.about, position), data.by);
  const phases = withCategories(withAnswer(words, answer), data.categories);
  return [{ ...own, phases, ...unpublished, draftedPosition: position }];
}

async function applyOne(event: Recorded<ConsultationEvent | FileWithdrawn>, rows: EntityManager): Promise<void> {
  if (event.type === 'FileWithdrawn') return withdrawFromAbout(event.data, rows);
  if (event.type === 'PhaseClosed') await closeWithLastPhase(event.data, rows);
  await rowsOfActs.find(({ type }) => type === event.type)?.apply(event, rows);
}

async function closeWithLastPhase({ consultationId, phaseId }: { consultationId: string; phaseId: string }, rows: EntityManager) {
  await rows.query(`UPDATE consultation SET closed = true WHERE id = $1 AND phases -> -1 ->> 'id' = $2`, [consultationId, phaseId]);
}

/** Where in the log a consultation was first published; undefined while it is not. */
export async function publishedPosition(rows: DataSource | EntityManager, consultationId: string): Promise<number | undefined> {
  return (await placeOf(rows, consultationId))?.publishedPosition ?? undefined;
}

/**
 * The log position up to which every consultation that was published is closed, by the log; -1 if the rows do not say. The services that
 * ask have connections that name no schema of the read models.
 */
export async function allAreClosedUpTo(rows: EntityManager): Promise<number> {
  // One statement, and so one snapshot: rows and checkpoint are of the same moment. least() ignores nulls. After an event that was left
  // out, there may be a consultation that the rows do not have.
  const live = liveSchema('consultations');
  const [row]: { position: string | null }[] = await rows.query(
    `SELECT least(position, (SELECT min(published_position) FROM ${live}.consultation WHERE NOT closed), (SELECT min(position) FROM ${live}.skipped_event))
     AS position FROM ${live}.checkpoint`,
  );
  return Number(row?.position ?? -1);
}

/** What decides who may see and do what in a consultation, and whom its figures count. */
export type Place = Pick<ConsultationRow, 'id' | 'unit' | 'publishedPosition'> & { readonly countsFrom: AssuranceLevel };

/** @returns undefined when there is no such consultation */
export async function placeOf(rows: DataSource | EntityManager, consultationId: string): Promise<Place | undefined> {
  if (!isRowId(consultationId)) return undefined;
  const found = await rows
    .getRepository(ConsultationRow)
    .findOne({ select: { id: true, unit: true, publishedPosition: true, countsFrom: true }, where: { id: consultationId } });
  return found ? { ...found, countsFrom: assuranceLevels[found.countsFrom]! } : undefined;
}

/** Drafts, and everything that belongs to them, are for people who may consult in their unit. */
export function isVisible({ unit, publishedPosition }: Pick<Place, 'unit' | 'publishedPosition'>, reader: Actor | undefined): boolean {
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
