import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file that does not exist yet; it is on the disk when this resolves.
 * @throws Error EEXIST where the file exists
 */
export async function writeNew(file: string, text: string, mode = 0o644): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(dirname(file));
}

/** Makes what was created, renamed or removed in a folder last through a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
