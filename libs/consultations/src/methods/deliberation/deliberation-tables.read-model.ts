import { named, standing, textCells, type Tables } from '../../export/contribution-tables.read-model';
import { choiceValues } from './count-votes.read-model';
import type { StatementStatus } from './deliberation-fields.contract';
import type { VoteChoice } from './deliberation.contract';
import { isPublic } from './statement.read-model';

const choices = new Map(Object.entries(choiceValues).map(([choice, value]) => [value as number, choice as VoteChoice]));

export const deliberationTables: Tables = {
  statements: {
    columns: ['statement_id', 'status', 'rejection_reason', 'author', 'external_id', 'submitted_at', 'position', 'text_status', 'text'],
    query: `SELECT id, status, rejection_reason AS reason, author, external_id, submitted_at AS at, submitted_position AS position, text
      FROM statement WHERE consultation_id = $1 ORDER BY submitted_position, id`,
    isPublic: ({ status }, { moderation }) => isPublic(status as StatementStatus, moderation),
    cells: (row, opened) => [...named(row, 'id', 'status', 'reason', 'author', 'external_id', 'at', 'position'), ...textCells(opened)],
  },
  votes: {
    columns: ['voter', 'statement_id', 'choice', 'assurance', 'excluded_reason'],
    query: `SELECT voter, statement_id, choice, ${standing('statement_vote')} WHERE consultation_id = $1 ORDER BY voter, statement_id`,
    isPublic: () => true,
    cells: (row) => [
      ...named(row, 'voter', 'statement_id'),
      choices.get(Number(row['choice'])) ?? null,
      ...named(row, 'assurance', 'excluded_reason'),
    ],
  },
};
