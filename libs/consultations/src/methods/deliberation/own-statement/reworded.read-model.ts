import type { EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { timeOf } from '@isegoria/projection';
import { statementVoteCast, type StatementVoteCast } from '../vote/statement-vote.contract';
import { statementEdited, type StatementEdited } from './own-statement.contract';

/**
 * Gives statements the words that their authors changed them to. A change behind the first vote on a statement, or behind the closing, has
 * no effect: that a vote is on the words that were read is for the log to tell, and two machines at the same moment need not agree. The
 * votes before this batch must be in the tallies, those in it not: tallies come later in their group.
 * @param inTime the events of the batch that are not behind a closing
 */
export async function reword(events: readonly Recorded[], inTime: ReadonlySet<Recorded>, rows: EntityManager): Promise<void> {
  const edits = events.filter((event): event is Recorded<StatementEdited> => event.type === statementEdited.type);
  if (edits.length === 0) return;
  const votedOn = await votedOnBefore(edits, rows);
  for (const event of events) {
    if (event.type === statementVoteCast.type) votedOn.add((event as Recorded<StatementVoteCast>).data.statementId);
    if (event.type !== statementEdited.type) continue;
    const { statementId, text } = (event as Recorded<StatementEdited>).data;
    const hasEffect = inTime.has(event) && !votedOn.has(statementId);
    if (hasEffect) await rows.query(withOtherWords, [statementId, text, timeOf(event), event.position]);
    else await rows.query(withTheSame, [statementId]);
  }
}

async function votedOnBefore(edits: readonly Recorded<StatementEdited>[], rows: EntityManager): Promise<Set<string>> {
  const found: { id: string }[] = await rows.query(
    `SELECT statement_id AS id FROM statement_tally WHERE activity_id = ANY ($1) AND statement_id = ANY ($2)`,
    [edits.map(({ data }) => data.activityId), edits.map(({ data }) => data.statementId)],
  );
  return new Set(found.map(({ id }) => id));
}

const withOtherWords = 'UPDATE statement SET text = $2, edited_at = $3, edited_position = $4, edits = edits + 1 WHERE id = $1';
const withTheSame = 'UPDATE statement SET edits = edits + 1 WHERE id = $1';
