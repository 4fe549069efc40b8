import { Entity, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import type { FeedbackEvent } from '@isegoria/feedback';
import type { Recorded } from '@isegoria/kernel';
import { PositionColumn, type Projection } from '@isegoria/projection';
import { eventsOfConsultations } from '../../contract';

/** Which part of the log was recorded within a second, of those seconds in which anything was recorded about a consultation. */
@Entity('consultation_moment')
@Index('consultation_moment_by_position', ['consultationId', 'firstPosition'])
export class ConsultationMomentRow {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId: string;

  /** At which the second ends, in seconds since 1970: what was recorded up to it. */
  @PrimaryColumn('bigint')
  second: string;

  @PositionColumn({ name: 'first_position' })
  firstPosition: number;

  @PositionColumn({ name: 'last_position' })
  lastPosition: number;
}

/** What figures are made of, and what else happens in a consultation that this program knows. */
const knownTypes: ReadonlySet<string> = new Set([
  ...eventsOfConsultations.map(({ type }) => type),
  ...(['CommentSubmitted', 'QuestionAsked', 'QuestionAnswered', 'QuestionWithdrawn'] satisfies FeedbackEvent['type'][]),
]);

export function momentsProjection(): Projection {
  return { name: 'consultations/moments', entities: [ConsultationMomentRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const moments = new Map<string, { consultation_id: string; second: number; first: number; last: number }>();
  for (const { type, data, position, recordedAt } of events) {
    const { consultationId } = data as { readonly consultationId?: string | null };
    if (!knownTypes.has(type) || !consultationId) continue;
    const second = Math.ceil(Date.parse(recordedAt) / 1_000);
    const key = `${consultationId} ${second}`;
    const known = moments.get(key) ?? { consultation_id: consultationId, second, first: position, last: position };
    moments.set(key, { ...known, first: Math.min(known.first, position), last: Math.max(known.last, position) });
  }
  if (moments.size > 0) await rows.query(addMomentsStatement, [JSON.stringify([...moments.values()])]);
}

const addMomentsStatement = `
  INSERT INTO consultation_moment AS moment (consultation_id, second, first_position, last_position)
  SELECT consultation_id, second, first, last FROM json_to_recordset($1)
    AS batch (consultation_id uuid, second bigint, first bigint, last bigint)
  ON CONFLICT (consultation_id, second) DO UPDATE SET first_position = least(moment.first_position, excluded.first_position),
    last_position = greatest(moment.last_position, excluded.last_position)`;

/** The last position that was recorded about a consultation by a moment, in seconds since 1970; undefined if nothing was. */
export async function lastPositionBy(rows: EntityManager, consultationId: string, second: number): Promise<number | undefined> {
  const [found]: { position: string }[] = await rows.query(
    `SELECT last_position AS position FROM consultation_moment WHERE consultation_id = $1 AND second <= $2
     ORDER BY second DESC LIMIT 1`,
    [consultationId, second],
  );
  return found && Number(found.position);
}

/** When the last event about a consultation up to a position was recorded, to the second. */
export async function momentOf(rows: EntityManager, consultationId: string, position: number): Promise<Date | undefined> {
  const [found]: { second: string }[] = await rows.query(
    `SELECT second FROM consultation_moment WHERE consultation_id = $1 AND first_position <= $2
     ORDER BY first_position DESC LIMIT 1`,
    [consultationId, position],
  );
  return found && new Date(Number(found.second) * 1_000);
}
