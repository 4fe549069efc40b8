/**
 * Counts of people by two questions, with those left out that are below a threshold or would give such a one away (secondary suppression).
 * Rows, and columns, are left out together, so that what is published says as much as a table in which they are one: each of its figures,
 * whether it is written there or found by subtraction, is of enough people or of nobody at all. At least two are left out together, so that
 * no figure among them follows from the others: the numbers that are known of them are the sums of a whole block of rows and columns.
 */
export type Table = readonly (readonly number[])[];

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/**
 * Which of these must be left out together: those that are not safe by themselves, and the smallest of the others until `areEnough`.
 * @param totals of how many people each is; those of nobody are never left out, since everybody knows that they are of nobody
 * @returns all of them where nothing less is enough
 */
export function leftOut(
  totals: readonly number[],
  isSafe: (at: number) => boolean,
  areEnough: (together: readonly number[]) => boolean,
): ReadonlySet<number> {
  const inOrder = totals.map((_, at) => at).filter((at) => totals[at]! > 0);
  const together = inOrder.filter((at) => !isSafe(at));
  const others = inOrder.filter(isSafe).sort((one, other) => totals[one]! - totals[other]!);
  while (together.length > 0 && (together.length < 2 || !areEnough(together)) && others.length > 0) together.push(others.shift()!);
  // One that stands alone is left out together with nobody.
  const isEnough = together.length === 0 || (together.length > 1 && areEnough(together));
  return new Set(isEnough ? together : inOrder);
}

/** Groups of people that are too small, with as many others as make them enough. */
export const smallGroups = (people: readonly number[], least: number): ReadonlySet<number> =>
  leftOut(
    people,
    (at) => people[at]! >= least,
    (together) => sumOf(together.map((at) => people[at]!)) >= least,
  );

/** The rows as one that are left out, behind the others. */
export function merged(table: Table, rows: ReadonlySet<number>): Table {
  const shown = table.filter((_, row) => !rows.has(row));
  if (rows.size === 0) return shown;
  const together = table.filter((_, row) => rows.has(row));
  return [...shown, table[0]!.map((_, column) => sumOf(together.map((row) => row[column]!)))];
}

/** A table in which each person stands once. @param rows those that are left out in every table of this question */
export function safeColumns(table: Table, rows: ReadonlySet<number>, least: number): ReadonlySet<number> {
  const known = merged(table, rows).filter((row) => sumOf(row) > 0);
  const totals = (table[0] ?? []).map((_, column) => sumOf(table.map((row) => row[column]!)));
  return leftOut(
    totals,
    (column) => known.every((row) => row[column]! >= least),
    (together) => known.every((row) => sumOf(together.map((column) => row[column]!)) >= least),
  );
}

/**
 * The same of things of which a person may name several.
 * @param answered how many of the people of each row named any: whoever did and did not name a thing is a figure as well
 */
export function safeThings(
  table: Table,
  answered: readonly number[],
  people: readonly number[],
  rows: ReadonlySet<number>,
  least: number,
): ReadonlySet<number> {
  const around = table.map((row, at) => [...row, answered[at]!, people[at]!]);
  const known = merged(around, rows)
    .filter((row) => row.at(-1)! > 0)
    .map((row) => ({ named: row.slice(0, -2), of: row.at(-2)! }));
  const totals = (table[0] ?? []).map((_, column) => sumOf(table.map((row) => row[column]!)));
  const everybody = sumOf(answered);
  const isEverybodys = (column: number) => totals[column] === everybody;
  const has = (n: number, column: number, of: number) => n >= least && (isEverybodys(column) || of - n >= least);
  return leftOut(
    totals,
    (column) => known.every(({ named, of }) => has(named[column]!, column, of)),
    (together) =>
      known.every(({ named, of }) => {
        const sum = sumOf(together.map((column) => named[column]!));
        return sum >= least && together.length * of - sum >= least;
      }),
  );
}
