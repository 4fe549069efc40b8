import type { EntityManager } from 'typeorm';
import type { Recorded, RecordedText } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import { openTexts } from '@isegoria/projection';
import { StatementTallyRow, StatementVoteRow } from '../../results/tallies.read-model';
import type { ReadMethod } from '../method.read-model';
import { countStatementVotes } from './count-votes.read-model';
import type { StatementResult, StatementStatus } from './deliberation-fields.contract';
import { deliberationTables } from './deliberation-tables.read-model';
import { deliberation as contract, type ModerationMode } from './deliberation.contract';
import type { StatementVoteCast } from './statement-events.contract';
import { isPublic } from './statement.read-model';

export const deliberation: ReadMethod = {
  contract,
  entities: [StatementVoteRow, StatementTallyRow],
  tables: deliberationTables,
  count: (cast, rows) => countStatementVotes(cast as Recorded<StatementVoteCast>[], rows),
  async move({ consultationId, voter }, n, rows) {
    await rows.query(moveVotesStatement, [consultationId, voter, n]);
  },
  results: (rows, consultationId, { moderation }) => statementResults(rows, consultationId, moderation),
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
  WHERE vote.consultation_id = $1 AND vote.voter = $2 AND tally.consultation_id = $1 AND tally.statement_id = vote.statement_id`;

async function statementResults(rows: EntityManager, consultationId: string, moderation: ModerationMode | null) {
  type Row = { id: string; externalId: string | null; status: StatementStatus; text: RecordedText; counts: number[] };
  const found: Row[] = await rows.query(
    `SELECT s.id, s.external_id AS "externalId", s.status, s.text,
       array[coalesce(verified_agrees, 0), coalesce(verified_disagrees, 0), coalesce(verified_passes, 0),
         coalesce(unverified_agrees, 0), coalesce(unverified_disagrees, 0), coalesce(unverified_passes, 0)] AS counts
     FROM statement s LEFT JOIN statement_tally t ON t.consultation_id = s.consultation_id AND t.statement_id = s.id
     WHERE s.consultation_id = $1 ORDER BY s.submitted_position`,
    [consultationId],
  );
  const statements = found.map(({ id, externalId, status, counts }): StatementResult => {
    const [agrees = 0, disagrees = 0, passes = 0, unverifiedAgrees = 0, unverifiedDisagrees = 0, unverifiedPasses = 0] = counts;
    return {
      id,
      externalId,
      status,
      text: null,
      agrees: agrees + unverifiedAgrees,
      disagrees: disagrees + unverifiedDisagrees,
      passes: passes + unverifiedPasses,
      byAssurance: {
        verified: { agrees, disagrees, passes },
        unverified: { agrees: unverifiedAgrees, disagrees: unverifiedDisagrees, passes: unverifiedPasses },
      },
    };
  });
  const texts = found.map(({ status, text }) => (isPublic(status, moderation) ? text : null));
  return async (keys: SubjectKeys) => {
    const opened = await openTexts(keys, texts);
    return { statements: statements.map((statement, index) => ({ ...statement, text: opened[index] ?? null })) };
  };
}
