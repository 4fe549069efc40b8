import { lateStanding, named, standing, textCells, type Tables } from '../../../export/contributions/contribution-tables.read-model';
import { choiceOf, choiceValues } from '../vote/count-votes.read-model';
import type { DeliberationSettings } from '../deliberation.contract';
import { statementVoteCast, type StatementVoteCast } from '../vote/statement-vote.contract';
import { statementSubmitted, type StatementStatus, type StatementSubmitted } from './statement.contract';
import { isPublic } from './statement.read-model';

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
    columns: ['voter', 'statement_id', 'choice', 'assurance', 'status', 'excluded_reason'],
    query: `SELECT voter, statement_id, choice, ${standing('statement_vote')} WHERE activity_id = $1 ORDER BY voter, statement_id`,
    isPublic: () => true,
    cells: (row) => [
      ...named(row, 'voter', 'statement_id'),
      choiceOf(Number(row['choice'])) ?? null,
      ...named(row, 'assurance', 'status', 'excluded_reason'),
    ],
    late: {
      type: statementVoteCast.type,
      row(late) {
        const { voter, statementId, choice } = late.data as StatementVoteCast['data'];
        return { voter, statement_id: statementId, choice: choiceValues[choice], ...lateStanding(late) };
      },
    },
  },
};
