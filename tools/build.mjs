import { readFileSync, existsSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const outdir = join(root, 'dist');

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
 * Code that services share becomes a shared chunk, so all of them build in about a second. Nothing is deleted: a platform may be running
 * from the folder.
 * @param {string[]} names the programs to build; all of them when empty
 */
export async function build(names = []) {
  const { build: bundle } = await import('esbuild');
  const chosen = programs().filter(({ name }) => names.length === 0 || names.includes(name));
  await bundle({
    entryPoints: Object.fromEntries([...chosen.map(({ name, entry }) => [`${name}/main`, entry]), ...workersOf(chosen)]),
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: 'shared/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'linked',
    tsconfig: join(root, 'tsconfig.base.json'),
    plugins: [decoratorMetadata()],
    logLevel: 'warning',
  });
  mkdirSync(outdir, { recursive: true });
  writeFileSync(join(outdir, 'package.json'), '{"type":"module"}\n');
  await buildIslands(bundle);
}

/** The portal's scripts for the browser: one small file an island, copied beside the portal's bundle. */
async function buildIslands(bundle) {
  const folder = join(root, 'apps/portal/src/islands');
  if (!existsSync(folder)) return;
  const islands = readdirSync(folder).filter((file) => file.endsWith('.island.ts'));
  await bundle({
    entryPoints: islands.map((file) => join(folder, file)),
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

/** Nest, TypeORM and class-validator read decorator metadata, which esbuild does not emit and SWC does. */
function decoratorMetadata() {
  return {
    name: 'decorator-metadata',
    async setup(builder) {
      const { transform } = await import('@swc/core');
      builder.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
        const source = readFileSync(path, 'utf8');
        if (!/^\s*@[A-Z]/m.test(source)) return undefined;
        const { code } = await transform(source, {
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

if (process.argv[1] === import.meta.filename) await build(process.argv.slice(2));
