import type { ExportContents, ModerationMode, RecordedText, StatementStatus, VoteChoice } from '@isegoria/contracts';
import { choiceValues } from './count-votes';
import { isPublic } from './statement-list';

export type Cells = readonly (string | null)[];

/** A row as its query gives it. */
export type TableRow = Readonly<Record<string, unknown>> & { readonly text?: RecordedText | null };

/** The text of a row after it was opened; null where there is none, or the person's key no longer exists. */
interface Opened {
  readonly isGiven: boolean;
  readonly text: string | null;
}

interface Table {
  readonly columns: readonly string[];
  /** `$1` is the consultation. */
  readonly query: string;
  /** Whether everybody may read the text. */
  isPublic(row: TableRow, moderation: ModerationMode | null): boolean;
  cells(row: TableRow, opened: Opened): Cells;
}

const choices = new Map(Object.entries(choiceValues).map(([choice, value]) => [value as number, choice as VoteChoice]));
/** The assurance of a vote, and why it does not count: null where it does. */
const standing = (vote: string) => `CASE WHEN ${vote}.verified THEN 'verified' ELSE 'unverified' END AS assurance, excluded_reason
      FROM ${vote} JOIN participant USING (consultation_id, voter)`;

/** The columns of every export, in order, and where they come from. Who voted how is what the public log says. */
export const tables: Readonly<Record<ExportContents | 'ballots', Table>> = {
  statements: {
    columns: ['statement_id', 'status', 'rejection_reason', 'author', 'external_id', 'submitted_at', 'position', 'text_status', 'text'],
    query: `SELECT id, status, rejection_reason AS reason, author, external_id, submitted_at AS at, submitted_position AS position, text
      FROM statement WHERE consultation_id = $1 ORDER BY submitted_position, id`,
    isPublic: ({ status }, moderation) => isPublic(status as StatementStatus, moderation),
    cells: (row, opened) => [...named(row, 'id', 'status', 'reason', 'author', 'external_id', 'at', 'position'), ...textCells(opened)],
  },
  comments: {
    columns: ['comment_id', 'status', 'hidden_reason', 'author', 'assurance', 'submitted_at', 'position', 'text_status', 'text'],
    query: `SELECT id, CASE WHEN hidden_reason IS NULL THEN 'shown' ELSE 'hidden' END AS status, hidden_reason AS reason, author, assurance,
        submitted_at AS at, submitted_position AS position, text
      FROM comment WHERE consultation_id = $1 ORDER BY submitted_position, id`,
    isPublic: ({ status }) => status === 'shown',
    // The text of a hidden comment is in no row: nobody is given it.
    cells: (row, opened) => [
      ...named(row, 'id', 'status', 'reason', 'author', 'assurance', 'at', 'position'),
      ...textCells({ ...opened, isGiven: row['status'] === 'shown' }),
    ],
  },
  questions: {
    columns: ['question_id', 'status', 'author', 'assurance', 'asked_at', 'position', 'text_status', 'text', 'answered_at', 'answer'],
    query: `SELECT id, CASE WHEN answer IS NULL THEN 'open' ELSE 'answered' END AS status, author, assurance, asked_at AS at,
        asked_position AS position, text, answered_at, answer
      FROM question WHERE consultation_id = $1 ORDER BY asked_position, id`,
    isPublic: () => true,
    cells: (row, opened) => [
      ...named(row, 'id', 'status', 'author', 'assurance', 'at', 'position'),
      ...textCells(opened),
      ...named(row, 'answered_at', 'answer'),
    ],
  },
  votes: {
    columns: ['voter', 'statement_id', 'choice', 'assurance', 'excluded_reason'],
    query: `SELECT voter, statement_id, choice, ${standing('statement_vote')} WHERE consultation_id = $1 ORDER BY voter, statement_id`,
    isPublic: () => true,
    cells: (row) => [...named(row, 'voter', 'statement_id'), choices.get(Number(row['choice'])) ?? null, ...named(row, 'assurance', 'excluded_reason')],
  },
  ballots: {
    columns: ['voter', 'options', 'assurance', 'excluded_reason'],
    query: `SELECT voter, array_to_string(options, ' ') AS options, ${standing('poll_ballot')} WHERE consultation_id = $1 ORDER BY voter`,
    isPublic: () => true,
    cells: (row) => named(row, 'voter', 'options', 'assurance', 'excluded_reason'),
  },
};

/** The status tells an empty text that was erased from one that is not for this reader. */
function textCells({ isGiven, text }: Opened): Cells {
  if (!isGiven) return ['withheld', null];
  return text === null ? ['erased', null] : ['given', text];
}

function named(row: TableRow, ...columns: readonly string[]): Cells {
  return columns.map((column) => {
    const value = row[column] ?? null;
    return value instanceof Date ? value.toISOString() : value === null ? null : String(value);
  });
}
