import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { rejections } from '@isegoria/contracts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const filesBelow = (folder: string) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

const pages = [...readdirSync(root).filter((name) => name.endsWith('.md')), ...filesBelow('docs').filter((name) => name.endsWith('.md'))];
const code = ['apps', 'libs']
  .flatMap(filesBelow)
  .filter((file) => /\.tsx?$/.test(file) && !/spec\.tsx?$|\.fixture\.tsx?$/.test(file) && !file.startsWith('libs/testing/'))
  .map(read)
  .join('\n');

describe.each(pages)('%s', (page) => {
  const text = read(page);

  it('links to files and headings that exist', () => {
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!).filter((target) => !/^(https?|mailto):/.test(target));
    expect(targets.filter((target) => !isThere(page, target))).toEqual([]);
  });

  it('names commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/\bnpm (?:run ([\w:]+)|(start|test)\b)/g)].map(([, run, short]) => run ?? short!);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
    const programs = [...text.matchAll(/\bnode ((?:docker|tools)\/[\w./-]+)/g)].map(([, path]) => path!);
    expect(programs.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names files of the clone that exist', () => {
    const named = [...text.matchAll(/`((?:apps|libs|tools|docker|docs)\/[\w./-]+)`/g)].map(([, path]) => path!);
    const madeByTheReader = ['docker/.env', 'docker/log.env'];
    expect(named.filter((path) => !madeByTheReader.includes(path) && !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('docs/reference', () => {
  it('configuration names the environment variables that the code reads, and no others', () => {
    const documented = firstCells('docs/reference/configuration.md').filter((name) => /^[A-Z][A-Z_]+$/.test(name));
    expect(documented.sort()).toEqual(variablesReadBy(code).sort());
  });

  it('events names every type of event with the fields that it has', () => {
    const declared = [...events()];
    expect(declared.length).toBeGreaterThan(0);
    const rows = new Map(read('docs/reference/events.md').split('\n').map((row) => [/^\| `(\w+)` \|/.exec(row)?.[1], row]));
    expect([...rows.keys()].filter((type) => type).sort()).toEqual(declared.map(({ type }) => type).sort());
    const missing = declared.flatMap(({ type, fields }) => fields.filter((field) => !rows.get(type)?.includes(`\`${field}\``)).map((field) => `${type}.${field}`));
    expect(missing).toEqual([]);
  });

  it('rejections names every code with its status', () => {
    const rows = [...read('docs/reference/rejections.md').matchAll(/^\| `([A-Z_]+)` \| (\d+) \|/gm)].map(([, name, status]) => [name, Number(status)]);
    expect(Object.fromEntries(rows)).toEqual(rejections);
  });

  it.each([
    ['apps/standalone/src/main.ts', 'npm start'],
    ['tools/test.mjs', 'npm test'],
    ['apps/auditor/src', 'npm run audit -- URL'],
    ['tools/import-polis/src/options.ts', 'npm run import:polis -- FOLDER'],
    ['tools/bench/src/main.ts', 'npm run bench'],
    ['apps/witness/src/command-line.ts', 'node tools/run.mjs witness'],
  ])('command-line names the options of %s', (source, heading) => {
    const [, section = ''] = new RegExp(`^## \`${heading}\`$([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(read('docs/reference/command-line.md'))!;
    expect(optionsIn(section)).toEqual(optionsIn(helpOf(source)));
  });
});

/** A relative link; `#heading` is made from the heading's words as GitHub makes it. */
function isThere(page: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : relative(root, join(root, dirname(page), path));
  if (!existsSync(join(root, file))) return false;
  return anchor === undefined || headingsOf(file).includes(anchor);
}

function headingsOf(file: string): string[] {
  return [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, title]) => title!.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'));
}

/** The names in the first column of a page's tables. */
function firstCells(page: string): string[] {
  return [...read(page).matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name!);
}

/** Whatever a program gets from its environment, `PATH` aside, which is the system's. */
function variablesReadBy(source: string): string[] {
  const reads = [
    ...source.matchAll(/(?:process\.env|environment|\benv)(?:\[['"]([A-Z_]+)['"]\]|\.([A-Z_]+))/g),
    ...source.matchAll(/(?:setting|der|signingKey)\('([A-Z_]+)'/g),
    ...[...source.matchAll(/\{([^{}]*)\} = process\.env\b/g)].flatMap(([, names]) => [...names!.matchAll(/([A-Z_]{3,})/g)]),
  ];
  return [...new Set(reads.map(([, name, other]) => name ?? other!))].filter((name) => name !== 'PATH');
}

/** The events of all contexts, as libs/contracts declares them. */
function* events(): Generator<{ type: string; fields: string[] }> {
  for (const file of filesBelow('libs/contracts/src').filter((name) => name.endsWith('events.ts'))) {
    for (const [, type, body] of read(file).matchAll(/DomainEvent<\s*'(\w+)',\s*\{([\s\S]*?)\}\s*>;/g)) {
      const own = body!.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\{[^{}]*\}/g, '');
      yield { type: type!, fields: [...own.matchAll(/(\w+)\??:/g)].map(([, field]) => field!) };
    }
  }
}

function helpOf(source: string): string {
  const files = source.includes('.') ? [source] : filesBelow(source).filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts'));
  const help = files.map((file) => /help = `([\s\S]*?)`;/.exec(read(file))?.[1]).find((text) => text);
  if (!help) throw new Error(`${source} has no help text.`);
  return help;
}

function optionsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/(?<![\w-])(--[a-z][a-z-]+)/g)].map(([, option]) => option!))].filter((option) => option !== '--help').sort();
}
