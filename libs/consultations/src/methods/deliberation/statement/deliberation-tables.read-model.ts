import { wordsOf } from '@isegoria/projection';
import {
  lateStanding,
  named,
  standing,
  textCells,
  type Table,
  type Tables,
} from '../../../export/contributions/contribution-tables.read-model';
import { choiceOf, choiceValues } from '../vote/count-votes.read-model';
import type { DeliberationSettings } from '../deliberation.contract';
import { statementVoteCast, type StatementVoteCast } from '../vote/statement-vote.contract';
import { statementSubmitted, type StatementStatus, type StatementSubmitted } from './statement.contract';
import { isPublic } from './statement.read-model';

/** The statement of the same activity that a vote is on, as it is now. @param id its id */
const withStatement = (id: string) =>
  `LEFT JOIN (SELECT id AS stated_id, activity_id AS stated_in, status AS statement_status, text FROM statement) AS stated
      ON stated_id = ${id} AND stated_in = activity_id`;

const statementIsPublic: Table['isPublic'] = ({ statement_status }, settings) =>
  isPublic(statement_status as StatementStatus, (settings as DeliberationSettings).moderation);

export const deliberationTables: Tables = {
  statements: {
    columns: [
      'statement_id',
      'status',
      'rejection_reason',
      'author',
      'external_id',
      'submitted_at',
      'position',
      'edited_at',
      'text_status',
      'text',
    ],
    query: `SELECT id, status, rejection_reason AS reason, author, external_id, submitted_at AS at, submitted_position AS position, edited_at, text
      FROM statement WHERE activity_id = $1 ORDER BY submitted_position, id`,
    isPublic: ({ status }, settings) => isPublic(status as StatementStatus, (settings as DeliberationSettings).moderation),
    cells: (row, text) => [
      ...named(row, 'id', 'status', 'reason', 'author', 'external_id', 'at', 'position', 'edited_at'),
      ...textCells(text),
    ],
    late: {
      type: statementSubmitted.type,
      row({ data, at, position }) {
        const { statementId, author, externalId, text } = data as StatementSubmitted['data'];
        return { id: statementId, status: 'late', reason: null, author, external_id: externalId, at, position, text };
      },
    },
  },
  votes: {
    columns: ['voter', 'statement_id', 'statement_words', 'choice', 'assurance', 'status', 'excluded_reason'],
    query: `SELECT voter, statement_id, choice, statement_status, text, ${standing('statement_vote')} ${withStatement('statement_id')}
      WHERE activity_id = $1 ORDER BY voter, statement_id`,
    isPublic: statementIsPublic,
    cells: (row, text) => [
      ...named(row, 'voter', 'statement_id'),
      wordsOf(text),
      choiceOf(Number(row['choice'])) ?? null,
      ...named(row, 'assurance', 'status', 'excluded_reason'),
    ],
    late: {
      type: statementVoteCast.type,
      beside: { columns: ['statement_status', 'text'], join: withStatement("(data->>'statementId')::uuid") },
      row(late) {
        const { voter, statementId, choice } = late.data as StatementVoteCast['data'];
        return { ...late.beside, voter, statement_id: statementId, choice: choiceValues[choice], ...lateStanding(late) };
      },
    },
  },
};
