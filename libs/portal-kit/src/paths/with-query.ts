/** Adds to the query of a path, before its fragment; undefined values are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const url = new URL(path, 'http://portal.invalid');
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  return url.pathname + url.search + url.hash;
}
