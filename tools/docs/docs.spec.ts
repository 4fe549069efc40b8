import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { rejections } from '@isegoria/contracts';
import { withEventTables } from './event-tables';
import { rooms } from '../../apps/auditor/src/recount/rooms';
import { withRuleTables } from './rule-tables';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const filesBelow = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

const pages = [...readdirSync(root).filter((name) => name.endsWith('.md')), ...filesBelow('docs').filter((name) => name.endsWith('.md'))];
const code = ['apps', 'libs']
  .flatMap(filesBelow)
  .filter((file) => /\.tsx?$/.test(file) && !/spec\.tsx?$|\.fixture\.tsx?$/.test(file) && !file.startsWith('libs/testing/'))
  .map(read)
  .join('\n');

/** What stands between backticks is an example, and leads nowhere. */
const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```$|(`+)(?!`)[^\n]*?[^`]\1(?!`)/gm, '');

describe.each(pages)('%s', (page) => {
  const text = read(page);

  it('links to files and headings that exist', () => {
    const targets = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target]) => target!)
      .filter((target) => !/^(https?|mailto):/.test(target));
    expect(targets.filter((target) => !isThere(page, target))).toEqual([]);
  });

  it('names commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/\bnpm (?:run ([\w:-]*\w)|(start|test)\b)/g)].map(([, run, short]) => run ?? short!);
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

describe('docs/tutorial', () => {
  const demo = filesBelow('apps/standalone/src/demo').filter((file) => file.endsWith('.ts'));
  /** What pages say in English, as translators have it, and what the demo says. */
  const shown = new Set([
    ...[...read('libs/texts/po/fr.po').matchAll(/^msgid ((?:".*"\n)+)/gm)].map(([, lines]) =>
      [...lines!.matchAll(/"(.*)"$/gm)].map(([, line]) => line!).join(''),
    ),
    ...demo.flatMap((file) => [...read(file).matchAll(/'([^'\n]+)'/g)].map(([, words]) => words!)),
  ]);

  it.each(filesBelow('docs/tutorial'))('%s sends people to what pages and the demo say', (page) => {
    const text = withoutCode(read(page)).replaceAll(/\s+/g, ' ');
    const named = [...text.matchAll(/(?<!\*)\*([^*]+)\*(?!\*)/g)].map(([, words]) => words!);
    expect(named.length).toBeGreaterThan(20);
    const isShown = (words: string) => shown.has(words) || [...shown].some((message) => message.includes(`{${words.replace(/\d+/, '#')}}`));
    expect(named.filter((words) => !isShown(words) && !isShown(words.replace(/[.?]$/, '')))).toEqual([]);
  });

  it.each(filesBelow('docs/tutorial'))('%s signs in as accounts that the demo has', (page) => {
    const accounts = [...read('apps/standalone/src/demo/demo-accounts.ts').matchAll(/'([\w.]+@example\.org)'/g)].map(([, email]) => email!);
    const named = [...read(page).matchAll(/`([\w.]+@example\.org)`/g)].map(([, email]) => email!);
    expect(named).toEqual(expect.arrayContaining(accounts.filter((email) => /^(citizen|official|moderator|analyst|auditor)@/.test(email))));
    expect(named.filter((email) => !accounts.includes(email))).toEqual([]);
  });
});

describe('docs/reference', () => {
  it('configuration names the environment variables that the code reads, and no others', () => {
    const documented = firstCells('docs/reference/configuration.md').filter((name) => /^[A-Z][A-Z_]+$/.test(name));
    expect(documented.sort()).toEqual(variablesReadBy(code).sort());
  });

  it('events has the tables that the contracts make; `npm run docs` writes them', () => {
    const page = 'docs/reference/events.md';
    if (process.env['WRITE_DOCS']) writeFileSync(join(root, page), withEventTables(read(page)));
    expect(read(page)).toBe(withEventTables(read(page)));
  });

  it('rules has the tables that the recounts make; `npm run docs` writes them', () => {
    const page = 'docs/reference/rules.md';
    const books = rooms.flatMap(({ rules }) => rules());
    if (process.env['WRITE_DOCS']) writeFileSync(join(root, page), withRuleTables(read(page), books));
    expect(read(page)).toBe(withRuleTables(read(page), books));
  });

  it('rejections names every code with its status', () => {
    const rows = [...read('docs/reference/rejections.md').matchAll(/^\| `([A-Z_]+)` \| (\d+) \|/gm)].map(([, name, status]) => [
      name,
      Number(status),
    ]);
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
    const [, section = ''] = new RegExp(`^## \`${heading}\`$([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(
      read('docs/reference/command-line.md'),
    )!;
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
  return [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The names in the first column of a page's tables. */
function firstCells(page: string): string[] {
  return [...read(page).matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name!);
}

/** Whatever a program gets from its environment, `PATH` aside, which is the system's. */
function variablesReadBy(source: string): string[] {
  const reads = [
    ...source.matchAll(/(?:process\.env|environment|\benv)(?:\[['"]([A-Z_]+)['"]\]|\.([A-Z_]+))/g),
    ...source.matchAll(/(?:setting|der|signingKey|symmetricKey)\('([A-Z_]+)'/g),
    ...source.matchAll(/wholeNumber\(env, '([A-Z_]+)'/g),
    ...[...source.matchAll(/\{([^{}]*)\} = process\.env\b/g)].flatMap(([, names]) => [...names!.matchAll(/([A-Z_]{3,})/g)]),
  ];
  return [...new Set(reads.map(([, name, other]) => name ?? other!))].filter((name) => name !== 'PATH');
}

function helpOf(source: string): string {
  const files = source.includes('.') ? [source] : filesBelow(source).filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts'));
  const help = files.map((file) => /help = `([\s\S]*?)`;/.exec(read(file))?.[1]).find((text) => text);
  if (!help) throw new Error(`${source} has no help text.`);
  return help;
}

function optionsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/(?<![\w-])(--[a-z][a-z-]+)/g)].map(([, option]) => option!))]
    .filter((option) => option !== '--help')
    .sort();
}
