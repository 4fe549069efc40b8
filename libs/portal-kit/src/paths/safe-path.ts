/**
 * A path of this site, taken from a query; anything else (another site's address, in whatever disguise) becomes `fallback`. Browsers read a
 * backslash as a slash and drop tabs and line breaks, so a parser decides, not a look at the first characters.
 */
export function safePath(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return fallback;
  try {
    const url = new URL(value, 'http://portal.invalid');
    if (url.host !== 'portal.invalid' || url.pathname.startsWith('//')) return fallback;
    return url.pathname + url.search + url.hash;
  } catch {
    return fallback;
  }
}
