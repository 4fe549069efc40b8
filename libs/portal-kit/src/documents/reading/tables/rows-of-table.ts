/** How far a cell reaches, and in how many columns that is looked at. HTML has more (section 4.9.11); no row grows far beyond its words. */
const most = { colspan: 100, rowspan: 65_534, columns: 100 };

/** Over how many columns or rows a cell reaches. Nought rows are all that follow. */
export function spanIn(name: string, said: string | undefined): number {
  const limit = name === 'rowspan' ? most.rowspan : most.colspan;
  const span = /^\s*\d+/.test(said ?? '') ? Number.parseInt(said!, 10) : 1;
  if (span === 0) return name === 'rowspan' ? limit : 1;
  return Math.min(span, limit);
}

interface Spanning<Cell> {
  readonly cell: Cell;
  readonly across: number;
  readonly down: number;
}

/** Finds the column of each cell, row by row: cells of rows above may reach down into it. */
export class RowsOfTable {
  /** For how many more rows each column is taken. */
  private taken: number[] = [];

  /** The cells by their columns, up to the last one; undefined where a cell beside or above reaches. */
  next<Cell>(cells: readonly Spanning<Cell>[]): (Cell | undefined)[] {
    const row: (Cell | undefined)[] = [];
    const before = this.taken;
    this.taken = before.some((rows) => rows > 1) ? before.map((rows) => Math.max(0, rows - 1)) : [];
    for (const { cell, across, down } of cells) {
      while ((before[row.length] ?? 0) > 0) row.push(undefined);
      const begin = row.length;
      const end = Math.max(begin + 1, Math.min(begin + across, most.columns));
      row.push(cell);
      while (row.length < end) row.push(undefined);
      if (down > 1) for (let column = begin; column < Math.min(end, most.columns); column++) this.taken[column] = down - 1;
    }
    return row.slice(0, row.findLastIndex((cell) => cell !== undefined) + 1);
  }
}
