import type { DataSource, EntityManager } from 'typeorm';
import { Rejection } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import { readPosition, withTexts } from '@isegoria/projection';
import { activityById } from '../../activity/visible-activity.read-model';
import { placeOf } from '../../consultation/view/consultation.read-model';
import type { MethodSettings } from '../../methods/methods.contract';
import { methodOf } from '../../methods/methods.read-model';
import {
  commonTables,
  type ArchivedRows,
  type Cells,
  type LateContribution,
  type LateRows,
  type Table,
  type TableRow,
} from './contribution-tables.read-model';
import type { ExportContents } from '../export.contract';

/** Rows in memory at once, however many there are. */
const pageRows = 500;

export interface WantedContributions {
  readonly consultationId: string;
  /** Null for what is about the consultation as a whole. */
  readonly activityId: string | null;
  readonly contents: ExportContents;
  /** Whether texts that await or failed moderation are given too. */
  readonly forModerator: boolean;
}

/** What people contributed to a consultation or an activity, as a table: each row has a cell for each column. */
export interface Contributions {
  readonly columns: readonly string[];
  /** The log position that the rows include. */
  readonly position: number;
  readonly rows: AsyncIterable<Cells>;
  /** Where these are files: to be read before the rows, which say then which of them could not be. */
  readonly files?: AsyncIterable<ContributedFile>;
}

export interface ContributedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Reads all contributions of one kind, page by page and all as of one log position: `use` may read them as long as it runs, in one
 * transaction, which occupies a connection of the pool.
 * @throws Rejection CONSULTATION_NOT_FOUND, ACTIVITY_NOT_FOUND, WRONG_METHOD, or what `use` throws
 */
export async function readContributions(
  dataSource: DataSource,
  keys: SubjectKeys,
  wanted: WantedContributions,
  use: (contributions: Contributions) => Promise<void>,
): Promise<void> {
  await dataSource.transaction('REPEATABLE READ', async (rows) => {
    await readPosition(rows, ['consultations', 'feedback']); // Neither is swapped until the last row is read.
    const { position } = await readPosition(rows, [groupOf(wanted)]);
    const { table, of, settings } = await sourceOf(rows, wanted);
    const textFor = (row: TableRow) => (wanted.forModerator || table.isPublic(row, settings) ? (row.text ?? null) : null);

    const nameAt = table.archive ? table.columns.indexOf(table.archive.named) : -1;
    const lost = new Set<string>();
    async function* opened(): AsyncGenerator<Cells> {
      for await (const page of pagesIn(rows, table, of))
        yield* await withTexts(keys, page, textFor, (row, text) => {
          const cells = table.cells(row, text, settings);
          return lost.has(cells[nameAt] ?? '') ? cells.with(nameAt, null) : cells;
        });
    }
    async function* files({ bytes }: ArchivedRows): AsyncGenerator<ContributedFile> {
      for await (const page of pagesIn(rows, table, of)) {
        const named = await withTexts(keys, page, textFor, (row, text) => ({ row, text, name: table.cells(row, text, settings)[nameAt] }));
        for (const { row, text, name } of named) {
          if (!name) continue;
          const found = await bytes(rows, row, text);
          if (found) yield { name, bytes: found };
          else lost.add(name);
        }
      }
    }
    await use({ columns: table.columns, position, rows: opened(), ...(table.archive && { files: files(table.archive) }) });
  });
}

/** The rows of the table are all of one group; what is read about the activity besides them never changes. */
function groupOf({ activityId }: WantedContributions): string {
  return activityId === null ? 'feedback' : 'consultations';
}

interface Source {
  readonly table: Table;
  /** The consultation or activity whose rows they are. */
  readonly of: string;
  readonly settings?: MethodSettings;
}

async function sourceOf(rows: EntityManager, { consultationId, activityId, contents }: WantedContributions): Promise<Source> {
  if (!(await placeOf(rows, consultationId))) throw new Rejection('CONSULTATION_NOT_FOUND');
  if (activityId === null) return { table: offered(commonTables[contents]), of: consultationId };
  const activity = await activityById(rows, activityId);
  if (activity?.consultationId !== consultationId) throw new Rejection('ACTIVITY_NOT_FOUND');
  return { table: offered(methodOf(activity.method)?.tables[contents]), of: activityId, settings: activity.settings };
}

/** @throws Rejection WRONG_METHOD if the consultation, or an activity by this method, has none */
function offered(table: Table | undefined): Table {
  if (!table) throw new Rejection('WRONG_METHOD');
  return table;
}

async function* pagesIn(rows: EntityManager, { query, late }: Table, of: string): AsyncGenerator<TableRow[]> {
  yield* pagesOf<TableRow>(rows, query, [of]);
  if (!late) return;
  for await (const page of pagesOf<Omit<LateContribution, 'beside'> & TableRow>(rows, lateQuery(late), [of, late.type]))
    yield page.map(({ data, at, position, ...beside }) => late.row({ data, at, position, beside }));
}

const lateQuery = ({ beside }: LateRows) =>
  `SELECT ${['data', 'said_at AS at', 'position', ...(beside?.columns ?? [])].join(', ')} FROM late_contribution ${beside?.join ?? ''}
    WHERE activity_id = $1 AND type = $2 ORDER BY position, event_id`;

async function* pagesOf<Row>(rows: EntityManager, query: string, parameters: readonly string[]): AsyncGenerator<Row[]> {
  await rows.query(`DECLARE contributions NO SCROLL CURSOR FOR ${query}`, [...parameters]);
  for (;;) {
    const page: Row[] = await rows.query(`FETCH ${pageRows} FROM contributions`);
    if (page.length === 0) break;
    yield page;
  }
  await rows.query('CLOSE contributions');
}
