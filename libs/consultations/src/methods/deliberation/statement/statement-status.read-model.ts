import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { PositionColumn } from '@isegoria/projection';
import type { StatementEvent, StatementStatus } from './statement.contract';

/** What status a statement had from a place in the log on, until that of its next row. */
@Entity('statement_status')
export class StatementStatusRow {
  @PrimaryColumn('uuid', { name: 'statement_id' })
  statementId: string;

  @PositionColumn({ primary: true })
  position: number;

  @Column('text')
  status: StatementStatus;
}

const changing: ReadonlySet<string> = new Set<StatementEvent['type']>([
  'StatementAccepted',
  'StatementRejected',
  'StatementDecisionUndone',
  'StatementWithdrawn',
]);

/** Those that were submitted in a batch wait from then on. */
export async function keepSubmitted(events: readonly Recorded<StatementEvent>[], rows: EntityManager): Promise<void> {
  const ids = events.flatMap(({ type, data }) => (type === 'StatementSubmitted' ? [data.statementId] : []));
  if (ids.length === 0) return;
  await rows.query(
    `INSERT INTO statement_status (statement_id, position, status)
     SELECT id, submitted_position, 'pending' FROM statement WHERE id = ANY ($1) ON CONFLICT DO NOTHING`,
    [ids],
  );
}

/** Keeps the status that a statement has since this event. */
export async function keepStatus({ type, data, position }: Recorded<StatementEvent>, rows: EntityManager): Promise<void> {
  if (!changing.has(type)) return;
  await rows.query('INSERT INTO statement_status (statement_id, position, status) SELECT id, $2, status FROM statement WHERE id = $1', [
    data.statementId,
    position,
  ]);
}

/**
 * In SQL, the statements of an activity (`$1`) as they stood at a place, each with its status then; the words are those of now, and none
 * where they were changed since.
 */
export const statementsUpTo = (position: number): string => `(
  SELECT DISTINCT ON (statement.id) statement.id, activity_id, external_id, submitted_position, at, kept.status,
    statement.status AS status_now, CASE WHEN edited_position > ${Number(position)} THEN NULL ELSE text END AS text
  FROM statement JOIN statement_status AS kept ON kept.statement_id = statement.id
  WHERE activity_id = $1 AND kept.position <= ${Number(position)} ORDER BY statement.id, kept.position DESC)`;
