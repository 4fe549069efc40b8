import type { EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import type { ReadMethod } from '../method/method.read-model';
import { choiceOf, countStatementVotes } from './vote/count-votes.read-model';
import { deliberationTables } from './statement/deliberation-tables.read-model';
import { deliberation as contract, type DeliberationSettings } from './deliberation.contract';
import { statementResults } from './statement-results/statement-results.read-model';
import type { StatementVoteCast } from './vote/statement-vote.contract';
import { statementAccepted, statementRejected, statementSubmitted } from './statement/statement.contract';
import { StatementRow } from './statement/statement.read-model';
import { StatementTallyRow, StatementVoteRow } from './vote/vote-tally.read-model';

export const deliberation: ReadMethod = {
  contract,
  entities: [StatementVoteRow, StatementTallyRow],
  alsoChangedBy: [statementSubmitted, statementAccepted, statementRejected].map(({ type }) => type),
  tables: deliberationTables,
  count: (cast, rows) => countStatementVotes(cast as Recorded<StatementVoteCast>[], rows),
  async move({ activityId, voter }, n, rows) {
    await rows.query(moveVotesStatement, [activityId, voter, n]);
  },
  results: (rows, activityId, settings) => statementResults(rows, activityId, (settings as DeliberationSettings).moderation),
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
};

const moveVotesStatement = `
  UPDATE statement_tally tally SET
    verified_agrees = verified_agrees + $3::int * (vote.verified AND choice = 1)::int,
    verified_disagrees = verified_disagrees + $3::int * (vote.verified AND choice = -1)::int,
    verified_passes = verified_passes + $3::int * (vote.verified AND choice = 0)::int,
    unverified_agrees = unverified_agrees + $3::int * (NOT vote.verified AND choice = 1)::int,
    unverified_disagrees = unverified_disagrees + $3::int * (NOT vote.verified AND choice = -1)::int,
    unverified_passes = unverified_passes + $3::int * (NOT vote.verified AND choice = 0)::int
  FROM statement_vote vote
  WHERE vote.activity_id = $1 AND vote.voter = $2 AND tally.activity_id = $1 AND tally.statement_id = vote.statement_id`;

async function countedVotes(rows: EntityManager, activityId: string, voters: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counts: { voter: string; votes: number }[] = await rows.query(
    'SELECT voter, count(*)::int AS votes FROM statement_vote WHERE activity_id = $1 AND voter = ANY ($2) GROUP BY voter',
    [activityId, voters],
  );
  return new Map(counts.map(({ voter, votes }) => [voter, votes]));
}
