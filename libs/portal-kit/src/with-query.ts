/** Adds to the query of a path, before its fragment. */
export function withQuery(path: string, query: Readonly<Record<string, string | number>>): string {
  const url = new URL(path, 'http://portal.invalid');
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url.pathname + url.search + url.hash;
}
