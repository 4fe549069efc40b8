import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from './start-refused';

/** What group and others may do; Windows has no such bits, and its own rights keep a home folder to its owner. */
const forOthers = 0o077;
const isOpen = (path: string): boolean => process.platform !== 'win32' && (statSync(path).mode & forOthers) !== 0;

/** One of these makes a folder an installation's. */
const ours = ['secrets.json', 'events', 'postgres'];
/** What the makers of file systems leave in an empty one. */
const belongsToNobody = 'lost+found';

/**
 * Takes a data folder, and the files that lie in it and in the folders of secrets, from everybody but their owner: a copy or an unpacked
 * backup may have let others read the keys.
 * @param secretFolders names inside the folder, whose files are secrets too
 * @throws StartRefused where the system does not let it, and for an open folder that holds something else than an installation: closing
 * that might lock somebody out of their own files
 */
export function keepToOwner(folder: string, secretFolders: readonly string[]): void {
  if (isOpen(folder) && isOfSomebodyElse(readdirSync(folder))) {
    throw new StartRefused(
      `The data folder ${folder} is open to other accounts of this machine and holds other files: choose a folder of its own with --data, ` +
        'or close this one with chmod 700.',
    );
  }
  for (const inside of [folder, ...secretFolders.map((name) => join(folder, name)).filter((path) => existsSync(path))]) {
    close(inside, 0o700);
    for (const entry of readdirSync(inside, { withFileTypes: true })) if (entry.isFile()) close(join(inside, entry.name), 0o600);
  }
}

function isOfSomebodyElse(names: readonly string[]): boolean {
  return names.some((name) => name !== belongsToNobody) && !names.some((name) => ours.includes(name));
}

function close(path: string, mode: number): void {
  if (!isOpen(path)) return;
  try {
    chmodSync(path, mode);
  } catch {
    // Said below: some file systems refuse, others do nothing.
  }
  if (isOpen(path)) {
    throw new StartRefused(
      `${path} is open to other accounts of this machine and its permissions cannot be changed: change them as its owner with ` +
        `chmod ${mode.toString(8)}, or choose another folder with --data.`,
    );
  }
}
