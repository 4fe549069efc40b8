import { setting } from '@isegoria/service-host';

/** A link to a page of the public site, whose address is `PUBLIC_URL`. */
export function publicLink(path: string, parameters: Readonly<Record<string, string>> = {}): string {
  const url = new URL(path, setting('PUBLIC_URL', 'http://localhost:8080'));
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}
