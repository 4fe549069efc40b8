import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { root } from '../install.mjs';

const areas = ['apps', 'libs', 'tools'];
const endings = ['', '.ts', '.tsx', '.mjs', '/index.ts'];

/** Every name that a text imports, with its place in the text. */
export function namesIn(text) {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => ({ name: fileName, pos }));
}

/**
 * What a file imports of the house's own: types, re-exports and `import()` as well, since a circle of types is a circle to its reader.
 * @returns pairs of a file, from the root of the clone, and the place of its name in the text
 */
export function importsOf(file, text) {
  return namesIn(text)
    .map(({ name, pos }) => ({ file: resolved(file, name), pos }))
    .filter((imported) => imported.file !== undefined);
}

/** Who imports whom in the whole tree, as it is on the disk. */
export function importGraph() {
  const files = areas.flatMap(sourcesBelow);
  return new Map(files.map((file) => [file, importsOf(file, readFileSync(join(root, file), 'utf8')).map((imported) => imported.file)]));
}

/** The shortest way by which one file comes to import another, both included; undefined when it does not. */
export function wayBetween(from, to, graph) {
  const cameBy = new Map([[from, undefined]]);
  for (const file of cameBy.keys()) {
    if (file === to) return backFrom(to, cameBy);
    for (const next of graph.get(file) ?? []) if (!cameBy.has(next)) cameBy.set(next, file);
  }
  return undefined;
}

function backFrom(file, cameBy) {
  const way = [];
  for (let at = file; at !== undefined; at = cameBy.get(at)) way.unshift(at);
  return way;
}

/** The file of the house's own that a name means in a file; undefined for a package, and for a file that is not there. */
export function resolved(from, name) {
  const [scope, library, room = 'index'] = name.split('/');
  if (scope === '@isegoria') return join('libs', library, 'src', `${room}.ts`);
  if (!name.startsWith('.')) return undefined;
  const path = join(dirname(from), name);
  return endings.map((ending) => path + ending).find((file) => /\.\w+$/.test(file) && existsSync(join(root, file)));
}

function sourcesBelow(area) {
  return readdirSync(join(root, area), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)));
}
