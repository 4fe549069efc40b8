import { rmSync } from 'node:fs';
import { withdrawSite } from './shared-site.mjs';

export default async function stop() {
  await withdrawSite();
  await globalThis.testPostgres?.stop();
  if (globalThis.testFolder) rmSync(globalThis.testFolder, { recursive: true, force: true });
}
