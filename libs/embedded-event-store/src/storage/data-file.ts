import { closeSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DamagedFolder } from './damage';
import { newestMeta } from './meta-pages';
import { PageWalk } from './page-walk';

/**
 * Sees to what LMDB does not check before it maps the file: a file that was cut short kills the process at the first
 * access past its end, and a damaged meta page leads anywhere.
 * @throws DamagedFolder, with a sentence, when the folder has a data file that cannot be opened without danger
 */
export function checkDataFile(folder: string): void {
  const file = join(folder, 'data.mdb');
  const descriptor = openIfThere(file);
  if (descriptor === undefined) return;
  try {
    const meta = newestMeta(descriptor, file);
    const { size } = fstatSync(descriptor);
    const needed = (meta.lastPage + 1) * meta.pageSize;
    if (size >= needed) return;
    // Pages at the end that were given up before they were ever written may be missing.
    const walk = new PageWalk(descriptor, meta, ({ sentence }) => {
      throw new DamagedFolder(file, `it has ${size} of ${needed} bytes, so it was cut short at byte ${size}: ${sentence}`);
    });
    walk.runToEnd();
  } finally {
    closeSync(descriptor);
  }
}

function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
