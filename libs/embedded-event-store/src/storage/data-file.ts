import { closeSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DamagedFolder } from './damage';
import { newestMeta, type Meta } from './meta-pages';
import { PageWalk } from './page-walk';

const MOST_MISSING = 10_000;

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
    const refuse = (why: string) => {
      throw new DamagedFolder(file, `it has ${size} of ${needed} bytes, so it was cut short at byte ${size}: ${why}`);
    };
    // Pages at the end that were given up before they were ever written may be missing.
    if (areFree(descriptor, meta, Math.floor(size / meta.pageSize), refuse)) return;
    new PageWalk(descriptor, meta, ({ sentence }) => refuse(sentence)).runToEnd();
  } finally {
    closeSync(descriptor);
  }
}

/** Whether all pages from this one on are listed as free; no if there are so many that a walk is the better answer. */
function areFree(descriptor: number, meta: Meta, from: number, refuse: (why: string) => void): boolean {
  if (meta.lastPage - from > MOST_MISSING) return false;
  const missing = new Set<number>();
  for (let page = from; page <= meta.lastPage; page += 1) missing.add(page);
  const walk = new PageWalk(descriptor, meta, ({ sentence }) => refuse(sentence));
  for (const { first, count } of walk.freePages()) {
    for (let page = Math.max(first, from); page < Math.min(first + count, meta.lastPage + 1); page += 1) missing.delete(page);
  }
  return missing.size === 0;
}

function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
