import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const folders = ['apps', 'libs', 'tools'];
const files = ['docker/database-roles.sql', 'package-lock.json', 'tsconfig.base.json'];

/**
 * Another string after any change of what programs are built from: a file that is new, gone, longer, shorter or newer. The commands of the
 * README build before they run, and an audit that is run twenty times would be built twenty times.
 */
export function fingerprintOfSources(clone = root) {
  const paths = folders.flatMap((folder) => readdirSync(join(clone, folder), { recursive: true }).map((path) => join(folder, path)));
  const hash = createHash('sha256');
  for (const path of [...paths, ...files].sort()) {
    const { size, mtimeMs } = statSync(join(clone, path), { throwIfNoEntry: false }) ?? {}; // An editor's own files come and go.
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
