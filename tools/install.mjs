import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The root of the clone, whatever folder the command was started in. */
export const root = join(import.meta.dirname, '..');

/** Runs `npm ci` when `node_modules` is missing or older than the lock; ends the process with one sentence if that fails. */
export function installWhatIsMissing() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) stop(`Isegoria needs Node.js 20.19 or newer; this is ${process.version}.`);
  const installed = join(root, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return;
  console.log('Installing the packages named in package-lock.json (once) ...');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) stop('The packages could not be installed; see the lines above.');
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (process.argv[1] === import.meta.filename) installWhatIsMissing();
