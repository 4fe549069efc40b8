import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Express } from 'express';
import { coloursNamed, extraStyles, hashed, printStyles, stylesheet, type StaticFile } from '@isegoria/ui';
import { emblem } from '../pictures/crest';

const css = stylesheet();
const print = printStyles();
const extra = extraStyles();
const icon = hashed('icon', 'svg', 'image/svg+xml', Buffer.from(emblem()));
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
}
