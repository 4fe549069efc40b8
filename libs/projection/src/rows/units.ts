/**
 * SQL: whether the unit in a column is one of a list or below one of them, as in `isWithin`.
 * @param units what gives the list, such as `$1` or `:units`
 */
export function isWithinAny(column: string, units: string): string {
  return `EXISTS (SELECT FROM unnest(CAST(${units} AS text[])) AS above WHERE ${column} = above OR starts_with(${column}, above || '.'))`;
}
