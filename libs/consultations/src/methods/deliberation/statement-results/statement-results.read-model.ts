import type { DataSource, EntityManager } from 'typeorm';
import { limits, rankOf, type AssuranceLevel, type RecordedText } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import { answer, pageFrom, positionOf, readPosition, withTexts, wordsOf } from '@isegoria/projection';
import { visibleActivity } from '../../../activity/visible-activity.read-model';
import { counted, eachLevel } from '../../../results/assurance/by-assurance.contract';
import { movedUpTo } from '../../../results/as-of/count-moves.read-model';
import { countedFrom, inWords, sumByLevel, type LevelCounts } from '../../../results/assurance/levels-in-rows.read-model';
import { isWithin, standingByLevel, type Within } from '../../../results/analysis/within.read-model';
import type { AnnotationPlace } from '../../document/annotation/place.contract';
import type { CountedActivity, Opened } from '../../method/method.read-model';
import type { DeliberationResults, DeliberationSettings, ModerationMode, StatementCounts, StatementResult } from '../deliberation.contract';
import { choiceValues } from '../vote/count-votes.read-model';
import type { VoteChoice } from '../vote/statement-vote.contract';
import { listStatementResults, type ListStatementResults, type StatementResultsPage } from './statement-results.contract';
import type { StatementStatus } from '../statement/statement.contract';
import { statementsUpTo } from '../statement/statement-status.read-model';
import { isPublic } from '../statement/statement.read-model';

interface Row {
  readonly id: string;
  readonly externalId: string | null;
  readonly status: StatementStatus;
  /** The words are shown if these two let them be read: what was hidden since stays hidden. */
  readonly statusNow: StatementStatus;
  readonly text: RecordedText | null;
  readonly at: AnnotationPlace | null;
  readonly agrees: LevelCounts | null;
  readonly disagrees: LevelCounts | null;
  readonly passes: LevelCounts | null;
  readonly position: string;
}

const tallied = (tallies = 'statement_tally', statements = '(SELECT *, status AS status_now FROM statement)') => `
  SELECT s.id, s.external_id AS "externalId", s.status, s.status_now AS "statusNow", s.text, s.at, s.submitted_position AS position,
    t.agrees, t.disagrees, t.passes
  FROM ${statements} s LEFT JOIN ${tallies} t ON t.activity_id = s.activity_id AND t.statement_id = s.id
  WHERE s.activity_id = $1`;

/** The same columns, of those votes that are within. */
const talliesWithin = (within: Within) => {
  const chosen = (choice: VoteChoice) => standingByLevel(within, `choice = ${choiceValues[choice]}`);
  return `(
    SELECT activity_id, about::uuid AS statement_id, ${chosen('agree')} AS agrees, ${chosen('disagree')} AS disagrees, ${chosen('pass')} AS passes
    FROM standing_votes WHERE activity_id = $1 AND about <> '' AND ${isWithin(within)} GROUP BY activity_id, about)`;
};

/** The same columns, as they stood at a place. */
const talliesUpTo = (position: number) => {
  const said = (choice: VoteChoice) => sumByLevel(`n * (choice = ${choiceValues[choice]})::int`);
  return `(
    SELECT activity_id, about::uuid AS statement_id, ${said('agree')} AS agrees, ${said('disagree')} AS disagrees, ${said('pass')} AS passes
    FROM ${movedUpTo('method', position)} AS moved GROUP BY activity_id, about)`;
};

const votesFrom = (rank: string) => ['agrees', 'disagrees', 'passes'].map((votes) => countedFrom(votes, rank)).join(' + ');

/**
 * The statements with the most votes, in order of submission, and how many have each status; texts that are not public are null. Only
 * votes at the level that figures count from decide which statements are shown.
 */
export async function statementResults(
  rows: EntityManager,
  { id: activityId, countsFrom, within, upTo }: Omit<CountedActivity, 'settings'>,
  moderation: ModerationMode,
): Promise<Opened> {
  const now = within ? tallied(talliesWithin(within)) : tallied();
  const found: Row[] = await rows.query(
    `SELECT * FROM (
       SELECT * FROM (${upTo === undefined ? now : tallied(talliesUpTo(upTo), statementsUpTo(upTo))}) AS tallied ORDER BY ${votesFrom('$3::int')} DESC, position LIMIT $2
     ) AS most ORDER BY position`,
    [activityId, limits.statementsInResults, rankOf(countsFrom)],
  );
  const [statementCounts]: [StatementCounts] = await rows.query(
    `SELECT (count(*) FILTER (WHERE status = 'accepted'))::int AS accepted, (count(*) FILTER (WHERE status = 'pending'))::int AS pending,
       (count(*) FILTER (WHERE status = 'rejected'))::int AS rejected,
       (count(*) FILTER (WHERE status = 'withdrawn'))::int AS withdrawn
     FROM ${upTo === undefined ? 'statement' : statementsUpTo(upTo)} AS s WHERE activity_id = $1`,
    [activityId],
  );
  return async (keys): Promise<DeliberationResults> => ({ statements: await opened(keys, found, countsFrom, moderation), statementCounts });
}

/** One page of all statements of a deliberation with their tallies, or those that were named, as of one position of the log. */
export async function statementResultsPage(
  dataSource: DataSource,
  keys: SubjectKeys,
  { activityId, cursor, only }: ListStatementResults,
  { countsFrom, moderation }: { readonly countsFrom: AssuranceLevel; readonly moderation: ModerationMode },
): Promise<StatementResultsPage> {
  const { count, found, position } = await dataSource.transaction('REPEATABLE READ', async (rows) => {
    const { position } = await readPosition(rows, ['consultations']);
    const [{ count }]: [{ count: number }] = await rows.query('SELECT count(*)::int AS count FROM statement WHERE activity_id = $1', [
      activityId,
    ]);
    const found: Row[] = await rows.query(
      `${tallied()} AND ($2::bigint IS NULL OR s.submitted_position > $2) AND ($3::uuid[] IS NULL OR s.id = ANY ($3))
       ORDER BY s.submitted_position LIMIT $4`,
      [activityId, cursor === undefined ? null : positionOf(cursor), only?.split(',') ?? null, limits.pageSize + 1],
    );
    return { count, found, position };
  });
  const { items, ...page } = pageFrom(found, count, (row) => String(row.position));
  return { position, countsFrom, ...page, items: await opened(keys, items, countsFrom, moderation) };
}

function opened(
  keys: SubjectKeys,
  found: readonly Row[],
  countsFrom: AssuranceLevel,
  moderation: ModerationMode,
): Promise<StatementResult[]> {
  const textIn = ({ status, statusNow, text }: Row) => (isPublic(status, moderation) && isPublic(statusNow, moderation) ? text : null);
  return withTexts(keys, found, textIn, (row, text) => resultOf(row, wordsOf(text), countsFrom));
}

function resultOf({ id, externalId, status, at, ...votes }: Row, text: string | null, countsFrom: AssuranceLevel): StatementResult {
  const [agrees, disagrees, passes] = [inWords(votes.agrees), inWords(votes.disagrees), inWords(votes.passes)];
  return {
    id,
    externalId,
    status,
    text,
    at,
    agrees: counted(agrees, countsFrom),
    disagrees: counted(disagrees, countsFrom),
    passes: counted(passes, countsFrom),
    byAssurance: eachLevel((level) => ({ agrees: agrees[level], disagrees: disagrees[level], passes: passes[level] })),
  };
}

export const statementResultsAnswers = [
  answer(listStatementResults, ['consultations'], async (asked, { rows, keys }) => {
    const { activity, consultation } = await visibleActivity(rows, asked.activityId, undefined);
    const { moderation } = activity.settings as DeliberationSettings;
    return statementResultsPage(rows, keys, asked, { countsFrom: consultation.countsFrom, moderation });
  }),
];
