import type { EntityManager } from 'typeorm';
import type { RecordedText } from '@isegoria/kernel';
import type { TextForReader } from '@isegoria/projection';
import type { MethodSettings } from '../../methods/methods.contract';
import { standingColumns, type TrueOfIt } from '../../ballot/standing/standing.read-model';
import type { ExportContents } from '../export.contract';

export type Cells = readonly (string | null)[];

/** A row as its query gives it. */
export type TableRow = Readonly<Record<string, unknown>> & { readonly text?: RecordedText | null };

export interface Table {
  readonly columns: readonly string[];
  /** `$1` is the activity, or the consultation where the table is the same in all of them. */
  readonly query: string;
  /** Whether everybody may read the text. @param settings those of the activity */
  isPublic(row: TableRow, settings: MethodSettings | undefined): boolean;
  cells(row: TableRow, text: TextForReader, settings: MethodSettings | undefined): Cells;
  /** Where its rows are files, which are given with it in one archive. */
  readonly archive?: ArchivedRows;
  /** Where its rows are contributions that a closing ends: how those that came too late are rows too, below the others. */
  readonly late?: LateRows;
}

export interface ArchivedRows {
  /** Of the columns, the one with what the file is called in the archive; null in a row whose file is erased. */
  readonly named: string;
  /** Undefined where the bytes are lost, or are not those that were sent. */
  bytes(rows: EntityManager, row: TableRow, text: TextForReader): Promise<Buffer | undefined>;
}

export interface LateRows {
  /** The type of the event that records such a contribution. */
  readonly type: string;
  /** Columns of other rows that a row needs, and how these are joined. */
  readonly beside?: { readonly columns: readonly string[]; readonly join: string };
  /** The same columns as from the query, with the status `late`. */
  row(late: LateContribution): TableRow;
}

export interface LateContribution {
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: Date;
  readonly position: string;
  /** What was joined. */
  readonly beside: TableRow;
}

/** The assurance of a vote, whether it counts, and why it does not if a moderator left it out. */
export const standing = (vote: string, others?: TrueOfIt) =>
  `${standingColumns(vote, others)} FROM ${vote} JOIN participant USING (activity_id, voter)`;

/** The same of a ballot with choices, which may be hidden until its vote is closed. */
export const standingBallot = standing('choice_ballot', { unopened: 'choice_ballot.hidden IS NOT NULL' });

/** The same of a vote that came too late. */
export function lateStanding({ data: { assurance } }: LateContribution): object {
  return { assurance, status: 'late', excluded_reason: null };
}

/** Tables by what they hold: the columns of an export, in order, and where they come from. Who voted how is what the public log says. */
export type Tables = Readonly<Partial<Record<ExportContents, Table>>>;

/** How many support it: at the level from which the consultation counts, and at any. */
const supportColumns = ['supporters', 'supporters_at_any_level'] as const;
const support = `coalesce(supporters, 0) AS supporters, coalesce((SELECT sum(n) FROM unnest(counts) n), 0) AS supporters_at_any_level`;

/** The tables that every consultation has. */
export const commonTables: Tables = {
  comments: {
    columns: [
      'comment_id',
      'status',
      'hidden_reason',
      'author',
      'in_reply_to',
      'thread_id',
      'assurance',
      'submitted_at',
      'position',
      'edited_at',
      'text_status',
      'text',
      ...supportColumns,
    ],
    query: `SELECT id, CASE WHEN hidden_reason IS NOT NULL THEN 'hidden' WHEN withdrawn_at IS NOT NULL THEN 'withdrawn' ELSE 'shown' END AS status,
        hidden_reason AS reason, author, in_reply_to, thread_id, ${support}, assurance, submitted_at AS at, submitted_position AS position, edited_at, text
      FROM comment LEFT JOIN support_tally ON item_id = id WHERE consultation_id = $1 ORDER BY submitted_position, id`,
    isPublic: ({ status }) => status === 'shown',
    // The text of a comment that is hidden or withdrawn is in no row: nobody gets it.
    cells: (row, text) => [
      ...named(row, 'id', 'status', 'reason', 'author', 'in_reply_to', 'thread_id', 'assurance', 'at', 'position', 'edited_at'),
      ...textCells(text),
      ...named(row, ...supportColumns),
    ],
  },
  questions: {
    columns: [
      'question_id',
      'status',
      'author',
      'assurance',
      'asked_at',
      'position',
      'edited_at',
      'text_status',
      'text',
      'answered_at',
      'answer',
      ...supportColumns,
    ],
    query: `SELECT id, CASE WHEN hidden_reason IS NOT NULL THEN 'hidden' WHEN answer IS NOT NULL THEN 'answered' WHEN withdrawn_at IS NOT NULL THEN 'withdrawn' ELSE 'open' END AS status,
        author, assurance, asked_at AS at, asked_position AS position, edited_at, text, answered_at, answer, ${support}
      FROM question LEFT JOIN support_tally ON item_id = id WHERE consultation_id = $1 ORDER BY asked_position, id`,
    isPublic: () => true,
    cells: (row, text) => [
      ...named(row, 'id', 'status', 'author', 'assurance', 'at', 'position', 'edited_at'),
      ...textCells(text),
      ...named(row, 'answered_at', 'answer', ...supportColumns),
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
