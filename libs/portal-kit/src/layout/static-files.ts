import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Express } from 'express';
import { coloursNamed, extraStyles, hashed, printStyles, stylesheet, type StaticFile } from '@isegoria/ui';

const emblem = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="#0b5c6b"/><g fill="#fff"><circle cx="12" cy="44" r="4.5"/><circle cx="19" cy="28" r="4.5"/><circle cx="32" cy="21" r="4.5"/><circle cx="45" cy="28" r="4.5"/><circle cx="52" cy="44" r="4.5"/><circle cx="26" cy="42" r="4"/><circle cx="38" cy="42" r="4"/></g></svg>`;

const css = stylesheet();
const print = printStyles();
const extra = extraStyles();
const icon = hashed('icon', 'svg', 'image/svg+xml', Buffer.from(emblem));
/** The build puts the bundled islands beside the portal's own bundle. */
const islands = readIslands(join(import.meta.dirname, 'islands'), join(import.meta.dirname, '../portal/islands'));

function readIslands(...folders: string[]): Map<string, StaticFile> {
  const folder = folders.find((candidate) => existsSync(candidate) && readdirSync(candidate).some((file) => file.endsWith('.island.js')));
  const files = folder ? readdirSync(folder).filter((file) => file.endsWith('.island.js')) : [];
  return new Map(
    files.map((file) => {
      const name = file.slice(0, -'.island.js'.length);
      return [name, hashed(name, 'js', 'text/javascript; charset=utf-8', readFileSync(join(folder!, file)))];
    }),
  );
}

/** Where the page finds its files; an island that was not built is left out, and the page works without it. */
export const staticFiles = {
  css: `/assets/${css.name}`,
  print: `/assets/${print.name}`,
  icon: `/assets/${icon.name}`,
  island: (name: string): string | undefined => (islands.has(name) ? `/assets/${islands.get(name)!.name}` : undefined),
};

/** The smaller one first. */
const encodings = ['br', 'gzip'] as const;

const forEver = 'public, max-age=31536000, immutable';

/** The styles that a page needs besides those of every page, found by the classes that stand on it. */
export function extraStylesOf(html: string): string[] {
  const onPage = new Set([...html.matchAll(/ class="([^"]+)"/g)].flatMap(([, names]) => names!.split(' ')));
  return extra.filter(({ classes }) => [...onPage].some((name) => classes.has(name))).map(({ file }) => `/assets/${file.name}`);
}

/** Serves the files from memory, named by their content, so that a browser asks once. They hold no secret, so they are always packed. */
export function serveStaticFiles(app: Express): void {
  const files = [css, print, ...extra.map(({ file }) => file), icon, ...islands.values()];
  const served = new Map(files.map((file) => [file.name, { ...file, br: brotliCompressSync(file.body), gzip: gzipSync(file.body) }]));
  app.get('/assets/:name', (request, response, next) => {
    const file = served.get(request.params.name);
    const colours = coloursNamed(request.params.name);
    if (colours) return response.set({ 'content-type': colours.type, 'cache-control': forEver }).send(colours.body);
    if (!file) return next();
    response.set({ 'content-type': file.type, 'cache-control': forEver, vary: 'accept-encoding' });
    const encoding = encodings.find((one) => request.acceptsEncodings(one));
    if (!encoding) return response.send(file.body);
    return response.set('content-encoding', encoding).send(file[encoding]);
  });
  // Asked for by browsers and others that read no page first.
  app.get('/favicon.ico', (_request, response) => {
    response.set({ 'content-type': icon.type, 'cache-control': 'public, max-age=86400' }).send(icon.body);
  });
}
