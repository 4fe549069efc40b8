import type { DataSource } from 'typeorm';

/**
 * SQL: whether the unit in a column is one of a list or below one of them, as in `isWithin`.
 * @param units what gives the list, such as `$1` or `:units`
 */
export function isWithinAny(column: string, units: string): string {
  return `EXISTS (SELECT FROM unnest(CAST(${units} AS text[])) AS above WHERE ${column} = above OR starts_with(${column}, above || '.'))`;
}

/** SQL: whether one of the categories of a JSON column is one of these, or below it. @param categories SQL: an array */
export function isAboutAny(column: string, categories: string): string {
  return `EXISTS (SELECT FROM jsonb_array_elements_text(${column}) AS chosen (category) WHERE ${isWithinAny('chosen.category', categories)})`;
}

/**
 * The units of the rows of a table, each once.
 * @param chosen SQL: which rows count; all when absent
 */
export async function unitsInUse(rows: DataSource, table: string, chosen = 'true'): Promise<string[]> {
  const found: { unit: string }[] = await rows.query(`SELECT DISTINCT unit FROM ${table} WHERE ${chosen} ORDER BY unit`);
  return found.map(({ unit }) => unit);
}
