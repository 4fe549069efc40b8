import { Column, Entity, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { Rejection } from '@isegoria/kernel';
import { PositionColumn, isRowId, keptAnswer, liveSchema, readPosition, type ReadModelGroup } from '@isegoria/projection';
import { visibleActivity } from '../../../activity/visible-activity.read-model';
import { deliberation } from '../deliberation.contract';
import { opinionMapAlgorithm, opinionMapOfMatrix } from './opinion-map';
import { showMapOfEverybody, showOpinionMap, type MappedPeople, type OpinionMap } from './opinion-map.contract';
import { VoteMatrixBuilder, votesNeeded, type MapStatement, type VoteMatrix } from './plane/vote-matrix';

/** The last computed map of a deliberation, of those whom figures count and, if there are others, of everybody. */
@Entity('opinion_map')
export class OpinionMapRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text')
  people: MappedPeople;

  @PositionColumn()
  position: number;

  @Column('timestamptz', { name: 'computed_at' })
  computedAt: Date;

  @Column('int')
  participants: number;

  @Column('int')
  statements: number;

  @Column('int')
  needed: number;

  @Column('int', { name: 'too_few_votes' })
  tooFewVotes: number;

  @Column('int', { name: 'only_on_rejected' })
  onlyOnRejected: number;

  /** Kept as text, so that every digit stays as computed. */
  @Column('json', { nullable: true })
  map: OpinionMap['map'];
}

/** Raised when the form of the rows changes. */
const formOfRows = 3;

/**
 * Maps are made from rows, not from events, so no projection fills them and their checkpoint does not move. Otherwise they work like any
 * group: with a later algorithm they are all recomputed beside the old ones, and swapped in.
 */
export const opinionMapRows: ReadModelGroup = {
  name: 'opinion-maps',
  version: opinionMapAlgorithm + formOfRows,
  follows: { types: [] },
  projections: [{ name: 'consultations/opinion-maps', entities: [OpinionMapRow], apply: async () => {} }],
};

export interface OutdatedMap {
  readonly activityId: string;
  readonly consultationId: string;
}

/** The deliberations whose votes or statements changed since their map in that schema was computed, or that have none there yet. */
export function outdatedOpinionMaps(rows: DataSource | EntityManager, schema = liveSchema(opinionMapRows.name)): Promise<OutdatedMap[]> {
  return rows.query(
    `SELECT a.id AS "activityId", a.consultation_id AS "consultationId" FROM activity a
     JOIN turnout t ON t.activity_id = a.id
     LEFT JOIN ${schema}.opinion_map m ON m.activity_id = a.id AND m.people = 'counted'
     WHERE a.method = $1 AND (m.activity_id IS NULL OR m.position < t.changed_position)`,
    [deliberation.method],
  );
}

/**
 * Computes a deliberation's maps from one snapshot of the rows and keeps them in the schema with the snapshot's position. That of everybody
 * is only computed where it is another one.
 */
export async function refreshOpinionMap(
  dataSource: DataSource,
  activityId: string,
  schema = liveSchema(opinionMapRows.name),
): Promise<void> {
  const { position, votes } = await dataSource.transaction('REPEATABLE READ', async (rows) => ({
    ...(await readPosition(rows, ['consultations'])),
    votes: await votesByPeople(rows, activityId),
  }));
  const maps = votes.map(({ people, matrix }) => ({ people, ...opinionMapOfMatrix(matrix) }));
  await dataSource.transaction(async (rows) => {
    for (const { people, map, participants, statements: counted, needed, unplaced } of maps) {
      await rows.query(
        `INSERT INTO ${schema}.opinion_map AS kept
           (activity_id, people, position, computed_at, participants, statements, needed, too_few_votes, only_on_rejected, map)
         VALUES ($1, $2, $3, now(), $4, $5, $6, $7, $8, $9)
         ON CONFLICT (activity_id, people) DO UPDATE SET position = excluded.position,
           computed_at = excluded.computed_at, participants = excluded.participants, statements = excluded.statements,
           needed = excluded.needed, too_few_votes = excluded.too_few_votes, only_on_rejected = excluded.only_on_rejected,
           map = excluded.map
         WHERE kept.position <= excluded.position`,
        [
          activityId,
          people,
          position,
          participants,
          counted,
          needed,
          unplaced.tooFewVotes,
          unplaced.onlyOnRejected,
          map && JSON.stringify(map),
        ],
      );
    }
    await rows.query(`DELETE FROM ${schema}.opinion_map WHERE activity_id = $1 AND position < $2`, [activityId, position]);
  });
}

/** Rows in memory at once beside the matrix, however many votes there are. */
const pageRows = 10_000;

const votesThatCount = `FROM statement_vote JOIN participant USING (activity_id, voter)
  JOIN statement ON statement.id = statement_id AND statement.activity_id = statement_vote.activity_id
  WHERE statement_vote.activity_id = $1 AND excluded_reason IS NULL AND participant.assurance >= $2`;

/** The votes of those whom figures count and, where there are others whose votes are not left out, those of everybody. */
async function votesByPeople(rows: EntityManager, activityId: string): Promise<{ people: MappedPeople; matrix: VoteMatrix }[]> {
  const [row]: { countsFrom: number; hasOthers: boolean }[] = await rows.query(
    `SELECT counts_from AS "countsFrom", EXISTS (SELECT FROM participant WHERE activity_id = a.id AND excluded_reason IS NULL
       AND assurance < counts_from) AS "hasOthers"
     FROM activity a JOIN consultation ON consultation.id = consultation_id WHERE a.id = $1`,
    [activityId],
  );
  const { countsFrom, hasOthers } = row!;
  const counted = { people: 'counted', matrix: await storedVotes(rows, activityId, countsFrom) } as const;
  return hasOthers ? [counted, { people: 'everybody', matrix: await storedVotes(rows, activityId, 0) }] : [counted];
}

/**
 * The votes of people at a level and above, without those that are left out, in the order of the log, read so that only the matrix is in
 * memory; in one pass, since a join before the first ANALYZE of a new table has taken minutes. @param least the rank of that level
 */
async function storedVotes(rows: EntityManager, activityId: string, least: number): Promise<VoteMatrix> {
  const statements: MapStatement[] = await rows.query(
    'SELECT id, status FROM statement WHERE activity_id = $1 ORDER BY submitted_position',
    [activityId],
  );
  const [cast]: { voters: number; statements: number }[] = await rows.query(
    `SELECT count(DISTINCT voter)::int AS voters, count(DISTINCT statement_id)::int AS statements ${votesThatCount}`,
    [activityId, least],
  );
  const needed = votesNeeded(cast!.statements);
  const builder = new VoteMatrixBuilder(statements, needed);
  await rows.query(
    `DECLARE votes NO SCROLL CURSOR FOR
     SELECT CASE WHEN count(*) OVER (PARTITION BY voter) >= $3 THEN voter END AS voter, statement_id, choice ${votesThatCount}
     ORDER BY statement_vote.position`,
    [activityId, least, needed],
  );
  for (;;) {
    const page: { voter: string | null; statement_id: string; choice: number }[] = await rows.query(`FETCH ${pageRows} FROM votes`);
    for (const { voter, statement_id, choice } of page) builder.add(voter, statement_id, choice);
    if (page.length > 0) continue;
    await rows.query('CLOSE votes');
    return builder.matrix(cast!.voters);
  }
}

/**
 * The last computed map of a deliberation; undefined when there is no such deliberation (the caller checks whether the reader may see a
 * draft). Before the first is computed: no map, as of position 0. That of everybody is the other one where nobody is below the level that
 * figures count from.
 */
export async function opinionMap(
  rows: DataSource | EntityManager,
  activityId: string,
  people: MappedPeople = 'counted',
): Promise<OpinionMap | undefined> {
  if (!isRowId(activityId)) return undefined;
  type Found = Omit<OpinionMap, 'computedAt' | 'position' | 'unplaced'> &
    OpinionMap['unplaced'] & { readonly position: string | null; readonly computedAt: Date | null };
  const [found]: Found[] = await rows.query(
    `SELECT a.id AS "activityId", m.position, m.computed_at AS "computedAt", coalesce(participants, 0) AS participants,
       coalesce(statements, 0) AS statements, coalesce(needed, 0) AS needed, coalesce(too_few_votes, 0) AS "tooFewVotes",
       coalesce(only_on_rejected, 0) AS "onlyOnRejected", map,
       array(SELECT event_id::text FROM ${liveSchema('consultations')}.skipped_event ORDER BY position) AS "skippedEvents"
     FROM activity a LEFT JOIN LATERAL (
       SELECT * FROM opinion_map WHERE activity_id = a.id AND people IN ($3, 'counted') ORDER BY people = $3 DESC LIMIT 1
     ) m ON true
     WHERE a.id = $1 AND a.method = $2`,
    [activityId, deliberation.method, people],
  );
  if (!found) return undefined;
  const { tooFewVotes, onlyOnRejected, ...map } = found;
  return {
    ...map,
    position: Number(found.position ?? 0),
    computedAt: (found.computedAt ?? new Date(0)).toISOString(),
    unplaced: { tooFewVotes, onlyOnRejected },
  };
}

const answerOf = (query: typeof showOpinionMap, people: MappedPeople) =>
  keptAnswer(query, ['consultations'], 'activityId', async (activityId, { rows }) => {
    await visibleActivity(rows, activityId, undefined);
    const map = await opinionMap(rows, activityId, people);
    if (!map) throw new Rejection('NOT_FOUND');
    return map;
  });

export const opinionMapAnswers = [answerOf(showOpinionMap, 'counted'), answerOf(showMapOfEverybody, 'everybody')];
