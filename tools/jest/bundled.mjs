import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../install.mjs';

/** A module of the libraries. Jest does not compile what its global set-up imports, so it is bundled first. */
export async function bundled(module) {
  const name = module.replace(/^libs\/|\/src|(?:\/index)?\.ts$/g, '').replaceAll('/', '-');
  const outfile = join(root, 'node_modules/.cache/isegoria', `${basename(name)}.mjs`);
  mkdirSync(dirname(outfile), { recursive: true });
  await build({
    entryPoints: [join(root, module)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    tsconfig: join(root, 'tsconfig.base.json'),
  });
  return import(outfile);
}
