import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../install.mjs';

/** Starts one PostgreSQL for all suites, unless DATABASE_URL names a real one or the lane needs none. */
export default async function start() {
  process.env.TEST_DATABASE_URL = process.env.DATABASE_URL ?? '';
  if (process.env.TEST_LANE === 'unit' || process.env.DATABASE_URL) return;
  const { startDatabase } = await embeddedDatabase();
  globalThis.testFolder = mkdtempSync(join(tmpdir(), 'isegoria-test-'));
  globalThis.testPostgres = await startDatabase({
    folder: join(globalThis.testFolder, 'postgres'),
    port: await freePort(),
    password: randomBytes(12).toString('hex'),
    settings: { fsync: 'off' },
  });
  process.env.TEST_DATABASE_URL = globalThis.testPostgres.url;
}

/** Jest does not compile what its global set-up imports, so the library is bundled first. */
async function embeddedDatabase() {
  const outfile = join(root, 'node_modules/.cache/isegoria/embedded-database.mjs');
  mkdirSync(join(outfile, '..'), { recursive: true });
  await build({
    entryPoints: [join(root, 'libs/embedded-database/src/index.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  });
  return import(outfile);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
