import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder's names outlast a power cut: LMDB flushes its file, but not the name under which the file is found.
 * @param made the topmost folder that had to be made, if any; its name is in its parent
 */
export function flushFolders(folder: string, made: string | undefined): void {
  const top = made === undefined ? folder : dirname(made);
  for (let path = folder; ; path = dirname(path)) {
    flush(path);
    if (path === top || path === dirname(path)) return;
  }
}

function flush(path: string): void {
  // Where the system cannot open a folder (Windows), it needs no flush either.
  if (process.platform === 'win32') return;
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
