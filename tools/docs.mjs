import { spawnSync } from 'node:child_process';
import { installWhatIsMissing, root } from './install.mjs';

/** Writes the tables of docs/reference that follow from the contracts; the tests say when they are out of date. */
installWhatIsMissing();
const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', 'tools/docs'];
await import('./docs/write-api.mjs');
const { status } = spawnSync(process.execPath, jest, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, WRITE_DOCS: 'yes', TEST_LANE: 'unit' },
});
process.exit(status ?? 1);
