import type { DataSource } from 'typeorm';
import { Rejection, limits, permitted, type Page } from '@isegoria/kernel';
import { answer, emptyPage, pageFrom } from '@isegoria/projection';
import { activityById, visibleActivity } from '../activity/visible-activity.read-model';
import { nameOfLevel } from '../results/assurance/levels-in-rows.read-model';
import type { ReadMethod } from '../methods/method/method.read-model';
import { methodOf, readMethods } from '../methods/methods.read-model';
import { listBallots, type BallotOrder, type BallotView, type ListBallots } from './ballot-exclusion.contract';
import { alike } from './evidence/alike.read-model';

type Chosen = Omit<ListBallots, 'activityId'>;

interface Found extends Omit<BallotView, 'votes' | 'same' | 'votesPerMinute'> {
  readonly rank: string;
  readonly steadyVotes: number;
  readonly steadyTime: string;
  readonly sameName: string | null;
  readonly sameBallots: number | null;
  readonly sameAnswers: number | null;
}

/** Fewer votes in a row say nothing of a pace. */
const leastSteadyVotes = 5;

/** SQL: what comes first has the highest rank. It is never negative. */
const ranks: Record<BallotOrder | 'voter', string> = {
  voter: '0::bigint',
  pace: `CASE WHEN steady_votes >= ${leastSteadyVotes} THEN steady_votes * 1000000000000 / greatest(steady_time, 1) ELSE 0 END::bigint`,
  same: 'coalesce(ballots, 0)::bigint',
};

const ballotsOf = (order: BallotOrder | undefined) => `
  WITH ${alike}, ballot AS (
    SELECT voter, first_day AS "firstDay", ${nameOfLevel('assurance')} AS assurance, excluded_reason AS "excludedReason",
      shortest_pause AS "shortestPause", steady_votes AS "steadyVotes", steady_time AS "steadyTime", ballots AS "sameBallots",
      alike.answers AS "sameAnswers", CASE WHEN ballots IS NULL THEN NULL ELSE everywhere.fingerprint::text END AS "sameName",
      ${ranks[order ?? 'voter']} AS rank
    FROM participant LEFT JOIN everywhere USING (voter)
      LEFT JOIN (SELECT fingerprint, answers, ballots FROM alike) AS alike
        ON alike.fingerprint = everywhere.fingerprint AND alike.answers = everywhere.answers
    WHERE activity_id = $1 AND ($2 IS FALSE OR excluded_reason IS NOT NULL)
      AND ($3::bigint IS NULL OR everywhere.fingerprint = $3) AND ($4::text[] IS NULL OR voter = ANY ($4))
  )`;

/**
 * The ballots of an activity in the order of their pseudonyms, which says nothing about people, or by what may show that they were cast by
 * a program; only the excluded ones, or those that answer the same, if asked for.
 */
export async function ballotList(
  rows: DataSource,
  activityId: string,
  { status, order, same, only, cursor }: Chosen = {},
  methods: readonly ReadMethod[] = readMethods,
): Promise<Page<BallotView>> {
  const activity = await activityById(rows, activityId);
  if (!activity) return emptyPage;
  const chosen = [activityId, status === 'excluded', nameOfSame(same), only?.split(',') ?? null];
  const [{ count }]: [{ count: number }] = await rows.query(`${ballotsOf(order)} SELECT count(*)::int AS count FROM ballot`, chosen);
  const { rank, voter } = placeOf(cursor);
  const found: Found[] = await rows.query(
    `${ballotsOf(order)} SELECT * FROM ballot WHERE $5::bigint IS NULL OR rank < $5 OR (rank = $5 AND voter > $6)
     ORDER BY rank DESC, voter LIMIT $7`,
    [...chosen, rank, voter, limits.pageSize + 1],
  );
  const { items, ...page } = pageFrom(found, count, (ballot) => `${ballot.rank}.${ballot.voter}`);
  const voters = items.map((ballot) => ballot.voter);
  const votes = await methodOf(activity.method, methods)?.votes?.(rows.manager, activityId, voters);
  return { ...page, items: items.map((ballot) => viewOf(ballot, votes ? (votes.get(ballot.voter) ?? 0) : null)) };
}

function viewOf(ballot: Found, votes: number | null): BallotView {
  const { voter, firstDay, assurance, excludedReason, shortestPause, sameName, sameBallots, sameAnswers } = ballot;
  const isSame = sameName !== null && sameBallots !== null && sameAnswers !== null;
  return {
    ...{ voter, firstDay, assurance, votes, excludedReason, shortestPause, votesPerMinute: paceOf(ballot) },
    same: isSame ? { name: sameName, ballots: sameBallots, answers: sameAnswers } : null,
  };
}

/** Votes a minute, with one decimal. */
function paceOf({ steadyVotes, steadyTime }: Found): number | null {
  if (steadyVotes < leastSteadyVotes) return null;
  return Math.round((steadyVotes * 600_000) / Math.max(Number(steadyTime), 1)) / 10;
}

const most64 = 2n ** 63n;

/** @throws Rejection VALIDATION_FAILED for what is no number of 64 bits */
function nameOfSame(name: string | undefined): string | null {
  if (name === undefined) return null;
  if (BigInt(name) >= most64 || BigInt(name) < -most64) throw invalid('same');
  return name;
}

/** Where the page before ended. @throws Rejection VALIDATION_FAILED for a cursor that no page gave */
function placeOf(cursor: string | undefined): { rank: string | null; voter: string | null } {
  if (cursor === undefined) return { rank: null, voter: null };
  const [, rank, voter] = /^(\d{1,18})\.([0-9a-f]{32})$/.exec(cursor) ?? [];
  if (rank === undefined || voter === undefined) throw invalid('cursor');
  return { rank, voter };
}

function invalid(field: string): Rejection {
  return new Rejection('VALIDATION_FAILED', { field, params: { constraint: 'other' } });
}

export const ballotAnswers = [
  answer(listBallots, ['consultations'], async ({ activityId, ...chosen }, { rows, reader }) => {
    const { consultation } = await visibleActivity(rows, activityId, reader);
    permitted(reader, 'moderate', consultation.unit);
    return ballotList(rows, activityId, chosen);
  }),
];
