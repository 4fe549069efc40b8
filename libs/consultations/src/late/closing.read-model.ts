import { Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { PositionColumn, insertNew, type Projection } from '@isegoria/projection';
import type { ConsultationEvent } from '../consultation/consultation.contract';

/** Where in the log a phase was closed, or a consultation with all its phases. */
@Entity('closing')
export class ClosingRow {
  /** Of the phase or the consultation. */
  @PrimaryColumn('uuid')
  id: string;

  @PositionColumn()
  position: number;
}

export function closingsProjection(): Projection {
  return { name: 'consultations/closings', entities: [ClosingRow], apply };
}

/** What is closed stays closed where it first was. */
async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  await insertNew(rows, ClosingRow, (events as readonly Recorded<ConsultationEvent>[]).flatMap(closingIn));
}

function closingIn({ type, data, position }: Recorded<ConsultationEvent>): ClosingRow[] {
  if (type === 'PhaseClosed') return [{ id: data.phaseId, position }];
  return type === 'ConsultationClosed' || type === 'ConsultationCancelled' ? [{ id: data.consultationId, position }] : [];
}

/** SQL: whether the log has closed an activity. @param activity its id */
export const closedByTheLog = (activity: string): string => `EXISTS (SELECT FROM activity AS ended
  JOIN closing ON closing.id IN (ended.phase_id, ended.consultation_id) WHERE ended.id = ${activity})`;

/** SQL: whether the log closed an activity before a position. @param activity the name of its row */
export const closedBefore = (activity: string, position: string): string =>
  `EXISTS (SELECT FROM closing WHERE closing.id IN (${activity}.phase_id, ${activity}.consultation_id) AND closing.position < ${position})`;

/**
 * Whether the log has closed an activity, so that nothing that is cast any more moves its figures. A date that has passed says nothing of
 * what stands before the closing. @param upTo a position; as far as the log was read when absent
 */
export async function isClosedByTheLog(rows: EntityManager, activityId: string, upTo?: number): Promise<boolean> {
  const found: unknown[] = await rows.query(
    `SELECT 1 FROM activity JOIN closing ON closing.id IN (activity.phase_id, activity.consultation_id)
     WHERE activity.id = $1 AND ($2::bigint IS NULL OR closing.position <= $2) LIMIT 1`,
    [activityId, upTo ?? null],
  );
  return found.length > 0;
}

export interface ByClosing {
  readonly inTime: readonly Recorded[];
  /** What somebody contributed to an activity and stands behind its closing in the log. */
  readonly late: readonly Recorded[];
}

/**
 * Tells what came too late from everything else, by the place in the log and never by a clock. The closings of the batch must be in the
 * rows: the projection of closings comes first in its group.
 * @param contributed the types of the events that a closing ends
 */
export async function byClosing(events: readonly Recorded[], rows: EntityManager, contributed: ReadonlySet<string>): Promise<ByClosing> {
  const activities = new Set(events.filter(({ type }) => contributed.has(type)).map(activityOf));
  if (activities.size === 0) return { inTime: events, late: [] };
  const closings: { id: string; position: string }[] = await rows.query(
    `SELECT activity.id, min(closing.position) AS position
     FROM activity JOIN closing ON closing.id IN (activity.phase_id, activity.consultation_id)
     WHERE activity.id = ANY ($1) GROUP BY activity.id`,
    [[...activities]],
  );
  if (closings.length === 0) return { inTime: events, late: [] };
  const closedAt = new Map(closings.map(({ id, position }) => [id, Number(position)]));
  const isLate = (event: Recorded) => contributed.has(event.type) && event.position > (closedAt.get(activityOf(event)) ?? Infinity);
  return { inTime: events.filter((event) => !isLate(event)), late: events.filter(isLate) };
}

function activityOf({ data }: Recorded): string {
  return (data as { readonly activityId: string }).activityId;
}
