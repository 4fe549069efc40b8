import type { EntityManager } from 'typeorm';
import type { RecordedText } from '@isegoria/kernel';
import { withTexts, wordsOf } from '@isegoria/projection';
import type { Opened } from '../method.read-model';
import type { ModerationMode, StatementResult } from './deliberation.contract';
import type { StatementStatus } from './statement.contract';
import { isPublic } from './statement.read-model';

/** The statements of a deliberation with their tallies, in order of submission; texts that are not public are null. */
export async function statementResults(rows: EntityManager, activityId: string, moderation: ModerationMode): Promise<Opened> {
  type Row = { id: string; externalId: string | null; status: StatementStatus; text: RecordedText; counts: number[] };
  const found: Row[] = await rows.query(
    `SELECT s.id, s.external_id AS "externalId", s.status, s.text,
       array[coalesce(verified_agrees, 0), coalesce(verified_disagrees, 0), coalesce(verified_passes, 0),
         coalesce(unverified_agrees, 0), coalesce(unverified_disagrees, 0), coalesce(unverified_passes, 0)] AS counts
     FROM statement s LEFT JOIN statement_tally t ON t.activity_id = s.activity_id AND t.statement_id = s.id
     WHERE s.activity_id = $1 ORDER BY s.submitted_position`,
    [activityId],
  );
  const resultOf = ({ id, externalId, status, counts }: Row): Omit<StatementResult, 'text'> => {
    const [agrees = 0, disagrees = 0, passes = 0, unverifiedAgrees = 0, unverifiedDisagrees = 0, unverifiedPasses = 0] = counts;
    return {
      id,
      externalId,
      status,
      agrees: agrees + unverifiedAgrees,
      disagrees: disagrees + unverifiedDisagrees,
      passes: passes + unverifiedPasses,
      byAssurance: {
        verified: { agrees, disagrees, passes },
        unverified: { agrees: unverifiedAgrees, disagrees: unverifiedDisagrees, passes: unverifiedPasses },
      },
    };
  };
  const textIn = ({ status, text }: Row) => (isPublic(status, moderation) ? text : null);
  return async (keys) => ({
    statements: await withTexts(keys, found, textIn, (row, text): StatementResult => ({ ...resultOf(row), text: wordsOf(text) })),
  });
}
