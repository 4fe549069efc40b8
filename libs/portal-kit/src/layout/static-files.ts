import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Express } from 'express';
import { hashed, stylesheet, type StaticFile } from '@isegoria/ui';

const emblem = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="#0b5c6b"/><g fill="#fff"><circle cx="12" cy="44" r="4.5"/><circle cx="19" cy="28" r="4.5"/><circle cx="32" cy="21" r="4.5"/><circle cx="45" cy="28" r="4.5"/><circle cx="52" cy="44" r="4.5"/><circle cx="26" cy="42" r="4"/><circle cx="38" cy="42" r="4"/></g></svg>`;

const css = stylesheet();
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
  icon: `/assets/${icon.name}`,
  island: (name: string): string | undefined => (islands.has(name) ? `/assets/${islands.get(name)!.name}` : undefined),
};

/** Serves the files from memory, named by their content, so that a browser asks once. */
export function serveStaticFiles(app: Express): void {
  const served = new Map([css, icon, ...islands.values()].map((file) => [file.name, { ...file, zipped: gzipSync(file.body) }]));
  app.get('/assets/:name', (request, response, next) => {
    const file = served.get(request.params.name);
    if (!file) return next();
    response.set({ 'content-type': file.type, 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' });
    if (!request.acceptsEncodings('gzip')) return response.send(file.body);
    return response.set('content-encoding', 'gzip').send(file.zipped);
  });
}
