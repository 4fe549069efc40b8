import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from './bundled.mjs';
import { offerSite } from './shared-site.mjs';

/** Starts one PostgreSQL for all suites, unless DATABASE_URL names a real one or the lane needs none; offers them one site. */
export default async function start() {
  await offerSite();
  process.env.TEST_DATABASE_URL = process.env.DATABASE_URL ?? '';
  if (process.env.TEST_LANE === 'unit' || process.env.DATABASE_URL) return;
  const { startDatabase } = await bundled('libs/embedded-database/src/index.ts');
  globalThis.testFolder = mkdtempSync(join(tmpdir(), 'isegoria-test-'));
  globalThis.testPostgres = await startDatabase({
    folder: join(globalThis.testFolder, 'postgres'),
    port: await freePort(),
    password: randomBytes(12).toString('hex'),
    settings: { fsync: 'off' },
  });
  process.env.TEST_DATABASE_URL = globalThis.testPostgres.url;
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
