import type { DataSource, EntityManager } from 'typeorm';
import { limits, type RecordedText } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import { answer, pageFrom, positionOf, readPosition, withTexts, wordsOf } from '@isegoria/projection';
import { visibleActivity } from '../../../activity/visible-activity.read-model';
import type { Opened } from '../../method/method.read-model';
import type { DeliberationResults, DeliberationSettings, ModerationMode, StatementCounts, StatementResult } from '../deliberation.contract';
import { listStatementResults, type ListStatementResults, type StatementResultsPage } from './statement-results.contract';
import type { StatementStatus } from '../statement/statement.contract';
import { isPublic } from '../statement/statement.read-model';

interface Row {
  readonly id: string;
  readonly externalId: string | null;
  readonly status: StatementStatus;
  readonly text: RecordedText;
  /** Agrees, disagrees and passes of the verified, then of the others. */
  readonly counts: readonly number[];
  readonly position: string;
}

const tallied = `
  SELECT s.id, s.external_id AS "externalId", s.status, s.text, s.submitted_position AS position,
    array[coalesce(verified_agrees, 0), coalesce(verified_disagrees, 0), coalesce(verified_passes, 0),
      coalesce(unverified_agrees, 0), coalesce(unverified_disagrees, 0), coalesce(unverified_passes, 0)] AS counts
  FROM statement s LEFT JOIN statement_tally t ON t.activity_id = s.activity_id AND t.statement_id = s.id
  WHERE s.activity_id = $1`;

/** The statements with the most votes, in order of submission, and how many have each status; texts that are not public are null. */
export async function statementResults(rows: EntityManager, activityId: string, moderation: ModerationMode): Promise<Opened> {
  const found: Row[] = await rows.query(
    `SELECT * FROM (
       SELECT * FROM (${tallied}) AS tallied ORDER BY (SELECT sum(votes) FROM unnest(counts) AS votes) DESC, position LIMIT $2
     ) AS most ORDER BY position`,
    [activityId, limits.statementsInResults],
  );
  const [statementCounts]: [StatementCounts] = await rows.query(
    `SELECT (count(*) FILTER (WHERE status = 'accepted'))::int AS accepted, (count(*) FILTER (WHERE status = 'pending'))::int AS pending,
       (count(*) FILTER (WHERE status = 'rejected'))::int AS rejected
     FROM statement WHERE activity_id = $1`,
    [activityId],
  );
  return async (keys): Promise<DeliberationResults> => ({ statements: await opened(keys, found, moderation), statementCounts });
}

/** One page of all statements of a deliberation with their tallies, or those that were named, as of one position of the log. */
export async function statementResultsPage(
  dataSource: DataSource,
  keys: SubjectKeys,
  { activityId, cursor, only }: ListStatementResults,
  moderation: ModerationMode,
): Promise<StatementResultsPage> {
  const { count, found, position } = await dataSource.transaction('REPEATABLE READ', async (rows) => {
    const { position } = await readPosition(rows, ['consultations']);
    const [{ count }]: [{ count: number }] = await rows.query('SELECT count(*)::int AS count FROM statement WHERE activity_id = $1', [
      activityId,
    ]);
    const found: Row[] = await rows.query(
      `${tallied} AND ($2::bigint IS NULL OR s.submitted_position > $2) AND ($3::uuid[] IS NULL OR s.id = ANY ($3))
       ORDER BY s.submitted_position LIMIT $4`,
      [activityId, cursor === undefined ? null : positionOf(cursor), only?.split(',') ?? null, limits.pageSize + 1],
    );
    return { count, found, position };
  });
  const { items, ...page } = pageFrom(found, count, (row) => String(row.position));
  return { position, ...page, items: await opened(keys, items, moderation) };
}

function opened(keys: SubjectKeys, found: readonly Row[], moderation: ModerationMode): Promise<StatementResult[]> {
  const textIn = ({ status, text }: Row) => (isPublic(status, moderation) ? text : null);
  return withTexts(keys, found, textIn, (row, text) => resultOf(row, wordsOf(text)));
}

function resultOf({ id, externalId, status, counts }: Row, text: string | null): StatementResult {
  const [agrees = 0, disagrees = 0, passes = 0, unverifiedAgrees = 0, unverifiedDisagrees = 0, unverifiedPasses = 0] = counts;
  return {
    id,
    externalId,
    status,
    text,
    agrees: agrees + unverifiedAgrees,
    disagrees: disagrees + unverifiedDisagrees,
    passes: passes + unverifiedPasses,
    byAssurance: {
      verified: { agrees, disagrees, passes },
      unverified: { agrees: unverifiedAgrees, disagrees: unverifiedDisagrees, passes: unverifiedPasses },
    },
  };
}

export const statementResultsAnswers = [
  answer(listStatementResults, ['consultations'], async (asked, { rows, keys }) => {
    const { activity } = await visibleActivity(rows, asked.activityId, undefined);
    return statementResultsPage(rows, keys, asked, (activity.settings as DeliberationSettings).moderation);
  }),
];
