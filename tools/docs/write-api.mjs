import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { forNode } from '../build.mjs';
import { root } from '../install.mjs';

/** Writes the table of routes in docs/reference/api.md as the contracts say it. A spec of the gateway fails while the page is stale. */
const bundle = join(root, 'dist/docs/api-reference.js');
await build({ ...forNode, entryPoints: [join(root, 'apps/gateway/src/api-reference.ts')], outfile: bundle });
const { formats, withRoutes } = await import(bundle);
const page = join(root, 'docs/reference/api.md');
writeFileSync(page, withRoutes(readFileSync(page, 'utf8')));
for (const [name, format] of Object.entries(formats)) writeFileSync(join(root, 'docs/reference', name), `${JSON.stringify(format, null, 2)}\n`);
