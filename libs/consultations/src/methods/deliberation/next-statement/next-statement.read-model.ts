import type { DataSource } from 'typeorm';
import type { SubjectKeys } from '@isegoria/privacy';
import { answer, withTexts } from '@isegoria/projection';
import { visibleActivity } from '../../../activity/visible-activity.read-model';
import { showNextStatement, type NextStatement } from './next-statement.contract';
import { publicStatuses, statementView, type StatementRow } from '../statement/statement.read-model';

/** How many are looked at together: the words of those whose author was erased cannot be shown. */
const atOnce = 20;

/**
 * The next statement for one person: the first without a vote of theirs, in an order of their own that is the same at every visit, so that
 * no statement gets more votes because it comes first.
 * @param voter the pseudonym; empty for a visitor
 */
export async function nextStatement(rows: DataSource, keys: SubjectKeys, activityId: string, voter: string): Promise<NextStatement> {
  const asked = [activityId, await publicStatuses(rows, activityId), voter];
  const [{ voted, left }]: [{ voted: number; left: number }] = await rows.query(
    `SELECT count(vote.voter)::int AS voted, (count(*) - count(vote.voter))::int AS left ${withVote}`,
    asked,
  );
  for (let from = 0; from < left; from += atOnce) {
    const found: StatementRow[] = await rows.query(`${candidates} LIMIT ${atOnce} OFFSET ${from}`, asked);
    const textIn = ({ text }: StatementRow) => text;
    const views = await withTexts(keys, found, textIn, (row, text) => (text.state === 'open' ? statementView(row, text) : null));
    const statement = views.find((view) => view !== null);
    if (statement) return { statement, voted, left };
  }
  return { statement: null, voted, left: 0 };
}

const withVote = `
  FROM statement LEFT JOIN statement_vote vote
    ON vote.activity_id = statement.activity_id AND vote.statement_id = statement.id AND vote.voter = $3
  WHERE statement.activity_id = $1 AND statement.status = ANY ($2)`;

const candidates = `
  SELECT statement.id, consultation_id AS "consultationId", statement.activity_id AS "activityId", external_id AS "externalId", status, text,
    author, rejection_reason AS "rejectionReason", rejection_rule AS "rejectionRule", submitted_at AS "submittedAt",
    submitted_position AS "submittedPosition", edited_at AS "editedAt", edits
  ${withVote} AND vote.voter IS NULL
  ORDER BY sha256(convert_to($3 || ' ' || statement.id, 'UTF8'))`;

export const nextStatementAnswers = [
  answer(showNextStatement, ['consultations'], async ({ activityId }, { rows, keys, reader }) => {
    const { activity } = await visibleActivity(rows, activityId, reader);
    const voter = reader ? await keys.pseudonym(reader.accountId, activity.consultationId) : '';
    return nextStatement(rows, keys, activityId, voter);
  }),
];
