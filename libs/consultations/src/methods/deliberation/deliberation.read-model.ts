import type { EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import type { ReadMethod } from '../method/method.read-model';
import { choiceOf, choiceValues, countStatementVotes, moveVotesStatement, raiseStatementVotes } from './vote/count-votes.read-model';
import { deliberationTables } from './statement/deliberation-tables.read-model';
import { statementDecisionUndone } from './moderation/undone-decision.contract';
import { deliberation as contract, type DeliberationSettings } from './deliberation.contract';
import { statementResults } from './statement-results/statement-results.read-model';
import type { StatementVoteCast } from './vote/statement-vote.contract';
import { statementAccepted, statementRejected, statementSubmitted } from './statement/statement.contract';
import { StatementRow } from './statement/statement.read-model';
import { StatementTallyRow, StatementVoteRow } from './vote/vote-tally.read-model';

export const deliberation: ReadMethod = {
  contract,
  entities: [StatementVoteRow, StatementTallyRow],
  alsoChangedBy: [statementSubmitted, statementAccepted, statementRejected, statementDecisionUndone].map(({ type }) => type),
  tables: deliberationTables,
  count: (cast, rows) => countStatementVotes(cast as Recorded<StatementVoteCast>[], rows),
  raise: raiseStatementVotes,
  async move({ activityId, voter, position }, n, rows) {
    await rows.query(moveVotesStatement, [activityId, voter, n, position]);
  },
  results: (rows, { settings, ...activity }) => statementResults(rows, activity, (settings as DeliberationSettings).moderation),
  async ballot(rows, activityId, voter) {
    const votes = await rows.find(StatementVoteRow, { where: { activityId, voter }, order: { statementId: 'ASC' } });
    return {
      // The pseudonym is that of one consultation.
      statementsAdded: await rows.countBy(StatementRow, { author: voter }),
      votes: votes.flatMap(({ statementId, choice }) => {
        const named = choiceOf(choice);
        return named ? [{ statementId, choice: named }] : [];
      }),
    };
  },
  votes: countedVotes,
  chance: chanceOfVotes,
};

async function countedVotes(rows: EntityManager, activityId: string, voters: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counts: { voter: string; votes: number }[] = await rows.query(
    'SELECT voter, count(*)::int AS votes FROM statement_vote WHERE activity_id = $1 AND voter = ANY ($2) GROUP BY voter',
    [activityId, voters],
  );
  return new Map(counts.map(({ voter, votes }) => [voter, votes]));
}

const all = (votes: string) => `(SELECT sum(n) FROM unnest(${votes}) AS n)`;

/** Each vote has the share of all votes on its statement that say the same. */
async function chanceOfVotes(rows: EntityManager, activityId: string, voter: string): Promise<number> {
  const [{ chance }]: [{ chance: number | null }] = await rows.query(
    `SELECT exp(sum(ln(greatest(chosen, 1)::float8 / greatest(votes, 1)))) AS chance FROM (
       SELECT CASE choice WHEN ${choiceValues.agree} THEN ${all('agrees')} WHEN ${choiceValues.disagree} THEN ${all('disagrees')}
         ELSE ${all('passes')} END AS chosen, ${all('agrees')} + ${all('disagrees')} + ${all('passes')} AS votes
       FROM statement_vote JOIN statement_tally USING (activity_id, statement_id) WHERE activity_id = $1 AND voter = $2
     ) AS vote`,
    [activityId, voter],
  );
  return chance ?? 1;
}
