import type { DataSource, EntityManager } from 'typeorm';
import { assuranceLevels, type AssuranceLevel } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import { answer, readPosition } from '@isegoria/projection';
import type { ActivityRow } from '../../activity/activity.read-model';
import { visibleActivity } from '../../activity/visible-activity.read-model';
import { areResultsHidden } from '../../hidden-results/hidden-results.read-model';
import { methodOf, readMethods } from '../../methods/methods.read-model';
import type { MethodResults } from '../../methods/methods.contract';
import { counted, eachLevel } from '../assurance/by-assurance.contract';
import { inWords, type LevelCounts } from '../assurance/levels-in-rows.read-model';
import { showFilteredResults, type FilteredResults, type VoteFilter, type VotesOfDay } from './analysis.contract';
import { daysIn, isWithin, standingByLevel, withinOf, type Within } from './within.read-model';

const noResults = Object.assign({}, ...readMethods.map(({ contract }) => contract.noResults)) as MethodResults;

/** The votes of an activity that stand and that a filter lets through, as of one log position. */
export async function filteredResults(
  dataSource: DataSource,
  keys: SubjectKeys,
  activity: ActivityRow,
  usuallyFrom: AssuranceLevel,
  filter: VoteFilter,
): Promise<FilteredResults> {
  const { id, settings, method } = activity;
  const [within, countsFrom] = [withinOf(filter), filter.assurance ?? usuallyFrom];
  const found = await dataSource.transaction('REPEATABLE READ', async (rows) => ({
    asOf: await readPosition(rows, ['consultations']),
    days: await votesByDay(rows, id, within, filter.zone),
    opened: (await areResultsHidden(rows, activity))
      ? undefined
      : await methodOf(method)?.results(rows, { id, settings, countsFrom, within }),
  }));
  const { position, computedAt } = found.asOf;
  const votesByAssurance = eachLevel((level) => found.days.reduce((sum, { byAssurance }) => sum + byAssurance[level], 0));
  return {
    activityId: id,
    position,
    computedAt: computedAt.toISOString(),
    countsFrom,
    votes: counted(votesByAssurance, countsFrom),
    votesByAssurance,
    days: found.days,
    ...noResults,
    ...(await found.opened?.(keys)),
  };
}

async function votesByDay(rows: EntityManager, activityId: string, within: Within, zone: string | undefined): Promise<VotesOfDay[]> {
  const found: { quarter: number; imported: boolean; votes: LevelCounts }[] = await rows.query(
    `SELECT quarter, imported, ${standingByLevel(within)} AS votes FROM standing_votes
     WHERE activity_id = $1 AND about = '' AND ${isWithin(within)} GROUP BY quarter, imported ORDER BY quarter, imported`,
    [activityId],
  );
  const dayOf = daysIn(zone);
  const days = new Map<string, { byLevel: number[]; office: number }>();
  for (const { quarter, imported, votes } of found) {
    const sum = votes.reduce((all, n) => all + n, 0);
    if (sum === 0) continue;
    const day = days.get(dayOf(quarter)) ?? { byLevel: assuranceLevels.map(() => 0), office: 0 };
    votes.forEach((n, rank) => (day.byLevel[rank]! += n));
    if (imported) day.office += sum;
    days.set(dayOf(quarter), day);
  }
  return Array.from(days, ([day, { byLevel, office }]) => ({ day, byAssurance: inWords(byLevel), office }));
}

export const filteredResultsAnswers = [
  answer(showFilteredResults, ['consultations'], async ({ activityId, ...filter }, { rows, keys }) => {
    const { activity, consultation } = await visibleActivity(rows, activityId, undefined);
    return filteredResults(rows, keys, activity, consultation.countsFrom, filter);
  }),
];
