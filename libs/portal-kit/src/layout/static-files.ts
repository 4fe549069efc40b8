import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync, type BrotliOptions } from 'node:zlib';
import type { Express } from 'express';
import { coloursNamed, extraStyles, hashed, printStyles, stylesheet, type StaticFile } from '@isegoria/ui';
import { emblem } from '../pictures/crest';

const css = stylesheet();
const print = printStyles();
const extra = extraStyles();
const icon = hashed('icon', 'svg', 'image/svg+xml', Buffer.from(emblem()));
/** Outlines of countries, for maps; packed more quickly and less well than small files. */
const atlas = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
const outlines = hashed('outlines', 'json', 'application/json', readFileSync(atlas));
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
  outlines: `/assets/${outlines.name}`,
  island: (name: string): string | undefined => (islands.has(name) ? `/assets/${islands.get(name)!.name}` : undefined),
};

const paramsFor = (file: StaticFile): BrotliOptions => (file === outlines ? { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } : {});

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
  const files = [css, print, ...extra.map(({ file }) => file), icon, outlines, ...islands.values()];
  const packed = ({ body }: StaticFile, params: BrotliOptions) => ({ br: brotliCompressSync(body, params), gzip: gzipSync(body) });
  const served = new Map(files.map((file) => [file.name, { ...file, ...packed(file, paramsFor(file)) }]));
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
