import type { DataSource, EntityManager } from 'typeorm';
import { Rejection } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import { openTexts, readPosition } from '@isegoria/projection';
import type { ExportContents, MethodSettings } from '../methods/methods.contract';
import { methodOf } from '../methods/methods.read-model';
import { commonTables, type Cells, type Table, type TableRow } from './contribution-tables.read-model';

/** Rows in memory at once, however many there are. */
const pageRows = 500;

export interface WantedContributions {
  readonly consultationId: string;
  readonly contents: ExportContents;
  /** Whether texts that await or failed moderation are given too. */
  readonly forModerator: boolean;
}

/** What people contributed to a consultation, as a table: each row has a cell for each column. */
export interface Contributions {
  readonly columns: readonly string[];
  /** The log position that the rows include. */
  readonly position: number;
  readonly rows: AsyncIterable<Cells>;
}

/**
 * Reads all contributions of one kind, page by page and all as of one log position: `use` may read them for as long as it runs, in one
 * transaction that holds a connection of the pool meanwhile.
 * @throws Rejection CONSULTATION_NOT_FOUND, or what `use` throws
 */
export async function readContributions(
  dataSource: DataSource,
  keys: SubjectKeys,
  wanted: WantedContributions,
  use: (contributions: Contributions) => Promise<void>,
): Promise<void> {
  await dataSource.transaction('REPEATABLE READ', async (rows) => {
    await readPosition(rows, ['consultations', 'feedback']); // Neither is swapped until the last row is read.
    const { position } = await readPosition(rows, [groupOf(wanted.contents)]);
    const { kind, settings } = await consultationOf(rows, wanted.consultationId);
    const table = tableOf(kind, wanted.contents);
    const isGiven = (row: TableRow) => wanted.forModerator || table.isPublic(row, settings);

    async function* opened(): AsyncGenerator<Cells> {
      for await (const page of pagesOf(rows, table.query, wanted.consultationId)) {
        const texts = await openTexts(
          keys,
          page.map((row) => (isGiven(row) ? (row.text ?? null) : null)),
        );
        for (const [index, row] of page.entries()) yield table.cells(row, { isGiven: isGiven(row), text: texts[index] ?? null });
      }
    }
    await use({ columns: table.columns, position, rows: opened() });
  });
}

/** The rows of the table are all of one group; what is asked of the consultation beside them never changes. */
function groupOf(contents: ExportContents): string {
  return contents === 'comments' || contents === 'questions' ? 'feedback' : 'consultations';
}

/** @throws Rejection CONSULTATION_WRONG_KIND where such a consultation has none */
function tableOf(kind: string, contents: ExportContents): Table {
  const table = { ...commonTables, ...methodOf(kind)?.tables }[contents];
  if (!table) throw new Rejection('CONSULTATION_WRONG_KIND');
  return table;
}

async function consultationOf(rows: EntityManager, consultationId: string): Promise<{ kind: string; settings: MethodSettings }> {
  const [consultation] = await rows.query('SELECT kind, settings FROM consultation WHERE id = $1', [consultationId]);
  if (!consultation) throw new Rejection('CONSULTATION_NOT_FOUND');
  return consultation;
}

async function* pagesOf(rows: EntityManager, query: string, consultationId: string): AsyncGenerator<TableRow[]> {
  await rows.query(`DECLARE contributions NO SCROLL CURSOR FOR ${query}`, [consultationId]);
  for (;;) {
    const page: TableRow[] = await rows.query(`FETCH ${pageRows} FROM contributions`);
    if (page.length === 0) return;
    yield page;
  }
}
