import { copyFileSync, readFileSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';
import { fingerprintOfSources } from './sources.mjs';

const outdir = join(root, 'dist');
/** Says which sources `dist` was built from, once all of it was. */
const builtFrom = join(outdir, 'built-from.txt');

/** How esbuild bundles the house's own code for Node. */
export const forNode = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: 'linked',
  tsconfig: join(root, 'tsconfig.base.json'),
  plugins: [houseCode()],
  logLevel: 'warning',
};

/** Every folder of apps/ and tools/ that has a `src/main.ts` is a program. */
export function programs() {
  return ['apps', 'tools'].flatMap((area) =>
    readdirSync(join(root, area))
      .filter((name) => existsSync(join(root, area, name, 'src/main.ts')))
      .map((name) => ({ name, entry: join(root, area, name, 'src/main.ts') })),
  );
}

/** Every `*.worker.ts` of a program is a thread of its own, and a file beside the program's. */
function workersOf(names) {
  return names.flatMap(({ name, entry }) =>
    readdirSync(join(entry, '..'))
      .filter((file) => file.endsWith('.worker.ts'))
      .map((file) => [`${name}/${file.slice(0, -3)}`, join(entry, '..', file)]),
  );
}

/**
 * Bundles the house's own code of each program into `dist/<name>/main.js`; packages stay in node_modules.
 * Code that services share becomes a shared chunk, so all of them build in about a second. Nothing is deleted but languages that are gone:
 * a platform may be running from the folder. Where nothing changed since the last build of all programs, nothing is built.
 * @param {string[]} names the programs to build; all of them when empty
 */
export async function build(names = []) {
  const sources = fingerprintOfSources();
  if (names.length === 0 && existsSync(builtFrom) && readFileSync(builtFrom, 'utf8') === sources) return;
  const { build: bundle } = await import('esbuild');
  const chosen = programs().filter(({ name }) => names.length === 0 || names.includes(name));
  await bundle({
    ...forNode,
    entryPoints: {
      ...Object.fromEntries(chosen.map(({ name, entry }) => [`${name}/main`, entry])),
      ...Object.fromEntries(workersOf(chosen)),
      'shared/read-po': join(root, 'libs/texts/src/read-po.ts'),
    },
    outdir,
    splitting: true,
    chunkNames: 'shared/[name]-[hash]',
  });
  mkdirSync(outdir, { recursive: true });
  writeFileSync(join(outdir, 'package.json'), '{"type":"module"}\n');
  copyFileSync(join(root, 'docker/database-roles.sql'), join(outdir, 'database-roles.sql'));
  await compileTranslations();
  await buildIslands(bundle);
  if (names.length === 0) writeFileSync(builtFrom, sources);
}

/** One JSON file a language, from its PO file, by the reader that the product has. */
async function compileTranslations() {
  const { readPo } = await import(pathToFileURL(join(outdir, 'shared/read-po.js')).href);
  const [sources, compiled] = [join(root, 'libs/texts/po'), join(outdir, 'texts')];
  mkdirSync(compiled, { recursive: true });
  const languages = readdirSync(sources)
    .filter((file) => file.endsWith('.po'))
    .map((file) => basename(file, '.po'));
  for (const language of languages) {
    const unfinished = join(compiled, `${language}.${process.pid}`);
    writeFileSync(unfinished, JSON.stringify(readPo(readFileSync(join(sources, `${language}.po`), 'utf8'))));
    renameSync(unfinished, join(compiled, `${language}.json`));
  }
  for (const file of readdirSync(compiled))
    if (file.endsWith('.json') && !languages.includes(basename(file, '.json'))) rmSync(join(compiled, file));
}

/** The portal's scripts for the browser: one small file an island, copied beside the portal's bundle. */
async function buildIslands(bundle) {
  const islands = ['apps/portal', 'libs']
    .flatMap((area) => readdirSync(join(root, area), { recursive: true }).map((file) => join(root, area, file)))
    .filter((file) => file.endsWith('.island.ts'));
  await bundle({
    entryPoints: Object.fromEntries(islands.map((file) => [basename(file, '.ts'), file])),
    outdir: join(outdir, 'portal/islands'),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2020',
    minify: true,
    tsconfig: join(root, 'tsconfig.base.json'),
    logLevel: 'warning',
  });
}

/**
 * Nest, TypeORM and class-validator read decorator metadata, which esbuild does not emit and SWC does. The name of a class is the name of
 * its command, query or table, and esbuild renames classes; its option `keepNames` costs a microsecond for each function that is made
 * inside another, which doubled the cost of a vote.
 */
function houseCode() {
  return {
    name: 'house-code',
    async setup(builder) {
      const { transform } = await import('@swc/core');
      builder.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
        const contents = withClassNames(readFileSync(path, 'utf8'));
        if (!/^\s*@[A-Z]/m.test(contents)) return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
        const { code } = await transform(contents, {
          filename: path,
          sourceMaps: 'inline',
          jsc: {
            target: 'es2022',
            parser: { syntax: 'typescript', tsx: path.endsWith('x'), decorators: true },
            transform: {
              legacyDecorator: true,
              decoratorMetadata: true,
              useDefineForClassFields: false,
              react: { runtime: 'automatic', importSource: 'preact' },
            },
          },
        });
        return { contents: code, loader: 'js' };
      });
    },
  };
}

/** Has each class at the top of a module state the name that it has in the source; lines stay where they are. */
export function withClassNames(source) {
  const opening = /^(?:export )?(?:default )?(?:abstract )?class (\w+)[^{]*\{/gm;
  return source.replace(opening, (head, name) => `${head} static { Object.defineProperty(this, 'name', { value: '${name}' }); }`);
}

if (process.argv[1] === import.meta.filename) await build(process.argv.slice(2));
