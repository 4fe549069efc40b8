import type { RecordedText } from '@isegoria/kernel';
import type { TextForReader } from '@isegoria/projection';
import type { MethodSettings } from '../methods/methods.contract';
import type { ExportContents } from './export.contract';

export type Cells = readonly (string | null)[];

/** A row as its query gives it. */
export type TableRow = Readonly<Record<string, unknown>> & { readonly text?: RecordedText | null };

export interface Table {
  readonly columns: readonly string[];
  /** `$1` is the activity, or the consultation where the table is the same in all of them. */
  readonly query: string;
  /** Whether everybody may read the text. @param settings those of the activity */
  isPublic(row: TableRow, settings: MethodSettings | undefined): boolean;
  cells(row: TableRow, text: TextForReader): Cells;
}

/** The assurance of a vote, and why it does not count; null if it does. */
export const standing = (vote: string) => `CASE WHEN ${vote}.verified THEN 'verified' ELSE 'unverified' END AS assurance, excluded_reason
      FROM ${vote} JOIN participant USING (activity_id, voter)`;

/** Tables by what they hold: the columns of an export, in order, and where they come from. Who voted how is what the public log says. */
export type Tables = Readonly<Partial<Record<ExportContents, Table>>>;

/** The tables that every consultation has. */
export const commonTables: Tables = {
  comments: {
    columns: ['comment_id', 'status', 'hidden_reason', 'author', 'assurance', 'submitted_at', 'position', 'text_status', 'text'],
    query: `SELECT id, CASE WHEN hidden_reason IS NULL THEN 'shown' ELSE 'hidden' END AS status, hidden_reason AS reason, author, assurance,
        submitted_at AS at, submitted_position AS position, text
      FROM comment WHERE consultation_id = $1 ORDER BY submitted_position, id`,
    isPublic: ({ status }) => status === 'shown',
    // The text of a hidden comment is in no row: nobody gets it.
    cells: (row, text) => [...named(row, 'id', 'status', 'reason', 'author', 'assurance', 'at', 'position'), ...textCells(text)],
  },
  questions: {
    columns: ['question_id', 'status', 'author', 'assurance', 'asked_at', 'position', 'text_status', 'text', 'answered_at', 'answer'],
    query: `SELECT id, CASE WHEN answer IS NULL THEN 'open' ELSE 'answered' END AS status, author, assurance, asked_at AS at,
        asked_position AS position, text, answered_at, answer
      FROM question WHERE consultation_id = $1 ORDER BY asked_position, id`,
    isPublic: () => true,
    cells: (row, text) => [
      ...named(row, 'id', 'status', 'author', 'assurance', 'at', 'position'),
      ...textCells(text),
      ...named(row, 'answered_at', 'answer'),
    ],
  },
};

/** The status says whether an empty text was erased or is not for this reader. */
export function textCells(text: TextForReader): Cells {
  if (text.state === 'open') return ['given', text.text];
  return [text.state === 'erased' ? 'erased' : 'withheld', null];
}

export function named(row: TableRow, ...columns: readonly string[]): Cells {
  return columns.map((column) => {
    const value = row[column] ?? null;
    return value instanceof Date ? value.toISOString() : value === null ? null : String(value);
  });
}
