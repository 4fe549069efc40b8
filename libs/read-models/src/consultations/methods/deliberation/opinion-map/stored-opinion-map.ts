import { Column, Entity, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { Rejection, deliberation, showOpinionMap, type OpinionMap } from '@isegoria/contracts';
import { answerKeptByConsultation, readPosition } from '@isegoria/projection';
import { PositionColumn, isRowId } from '../../../../columns';
import { visibleConsultation } from '../../../consultation-list';
import { opinionMapAlgorithm, opinionMapOf } from './opinion-map';
import type { MapStatement, MapVote } from './vote-matrix';

/** The last computed map of a deliberation. It is made from rows, not from a batch of events, so it belongs to no projection. */
@Entity({ schema: 'read', name: 'opinion_map' })
export class OpinionMapRow {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId: string;

  @Column('int')
  algorithm: number;

  @PositionColumn()
  position: number;

  @Column('timestamptz', { name: 'computed_at' })
  computedAt: Date;

  @Column('int')
  participants: number;

  @Column('int')
  statements: number;

  /** Kept as text, so that every digit stays as computed. */
  @Column('json', { nullable: true })
  map: OpinionMap['map'];
}

/** The deliberations whose votes or statements changed since their map was computed, or that have none yet. */
export async function outdatedOpinionMaps(rows: DataSource | EntityManager): Promise<string[]> {
  const outdated: { id: string }[] = await rows.query(
    `SELECT c.id FROM read.consultation c
     JOIN read.turnout t ON t.consultation_id = c.id
     LEFT JOIN read.opinion_map m ON m.consultation_id = c.id
     WHERE c.kind = $2 AND (m.consultation_id IS NULL OR m.position < t.changed_position OR m.algorithm <> $1)`,
    [opinionMapAlgorithm, deliberation.kind],
  );
  return outdated.map(({ id }) => id);
}

/** Computes a deliberation's map from one snapshot of the rows and keeps it with the snapshot's position. */
export async function refreshOpinionMap(dataSource: DataSource, consultationId: string): Promise<void> {
  const { position, votes, statements } = await dataSource.transaction('REPEATABLE READ', async (rows) => ({
    ...(await readPosition(rows)),
    votes: (await rows.query(
      `SELECT voter, statement_id AS "statementId", CASE choice WHEN 1 THEN 'agree' WHEN -1 THEN 'disagree' ELSE 'pass' END AS choice
       FROM read.statement_vote JOIN read.participant USING (consultation_id, voter) WHERE consultation_id = $1 AND excluded_reason IS NULL`,
      [consultationId],
    )) as MapVote[],
    statements: (await rows.query(
      'SELECT id, status FROM read.statement WHERE consultation_id = $1 ORDER BY submitted_position',
      [consultationId],
    )) as MapStatement[],
  }));
  const { map, participants, statements: counted } = opinionMapOf(votes, statements);
  await dataSource.query(
    `INSERT INTO read.opinion_map AS kept (consultation_id, algorithm, position, computed_at, participants, statements, map)
     VALUES ($1, $2, $3, now(), $4, $5, $6)
     ON CONFLICT (consultation_id) DO UPDATE SET algorithm = excluded.algorithm, position = excluded.position,
       computed_at = excluded.computed_at, participants = excluded.participants, statements = excluded.statements, map = excluded.map
     WHERE kept.position <= excluded.position`,
    [consultationId, opinionMapAlgorithm, position, participants, counted, map && JSON.stringify(map)],
  );
}

/**
 * The last computed map of a deliberation; undefined when there is no such deliberation (whoever asks must be allowed to see a draft).
 * Before the first is computed: no map, as of position 0.
 */
export async function opinionMap(rows: DataSource | EntityManager, consultationId: string): Promise<OpinionMap | undefined> {
  if (!isRowId(consultationId)) return undefined;
  type Found = Omit<OpinionMap, 'computedAt' | 'position'> & { readonly position: string | null; readonly computedAt: Date | null };
  const [found]: Found[] = await rows.query(
    `SELECT c.id AS "consultationId", position, computed_at AS "computedAt", coalesce(participants, 0) AS participants,
       coalesce(statements, 0) AS statements, map
     FROM read.consultation c LEFT JOIN read.opinion_map m ON m.consultation_id = c.id
     WHERE c.id = $1 AND c.kind = $2`,
    [consultationId, deliberation.kind],
  );
  if (!found) return undefined;
  return { ...found, position: Number(found.position ?? 0), computedAt: (found.computedAt ?? new Date(0)).toISOString() };
}

export const opinionMapAnswers = [
  answerKeptByConsultation(showOpinionMap, async (consultationId, { rows }) => {
    await visibleConsultation(rows, consultationId, undefined);
    const map = await opinionMap(rows, consultationId);
    if (!map) throw new Rejection('NOT_FOUND');
    return map;
  }),
];
