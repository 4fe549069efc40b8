import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Bytes of an epoch's key. */
export const epochKeyLength = 32;

/**
 * Where the keys of epochs are kept: never in PostgreSQL, whose files and write-ahead log still hold what was deleted. A key service can
 * take the place of the files.
 */
export interface EpochKeys {
  /** Makes the key of a new epoch; when this resolves, the key lasts through a power cut. @param id a UUID */
  make(id: string): Promise<void>;
  /** The key, 32 bytes; undefined when there is none, or none any more. */
  read(id: string): Promise<Buffer | undefined>;
  /** Destroys the key for good; does nothing when there is none. */
  destroy(id: string): Promise<void>;
}

/**
 * The keys of epochs as files of one folder, readable by their owner alone. A key is written aside and renamed, so that there is never half
 * of one. A destroyed key is overwritten before it is unlinked: on a disk or file system that writes elsewhere (an SSD, copy on write),
 * that is no more than an attempt, and the folder belongs on an encrypted volume.
 */
export class EpochKeyFiles implements EpochKeys {
  /** @param folder made when missing */
  constructor(private readonly folder: string) {}

  async make(id: string): Promise<void> {
    const made = await mkdir(this.folder, { recursive: true, mode: 0o700 });
    if (made) await syncFolder(dirname(made));
    const aside = `${this.fileOf(id)}.${randomUUID()}.new`;
    await writeThrough(aside, 'wx', randomBytes(epochKeyLength));
    await rename(aside, this.fileOf(id));
    await syncFolder(this.folder);
  }

  async read(id: string): Promise<Buffer | undefined> {
    const key = await readFile(this.fileOf(id)).catch(unlessMissing);
    if (key && key.length !== epochKeyLength) throw new Error(`The key of epoch ${id} does not have ${epochKeyLength} bytes.`);
    return key;
  }

  async destroy(id: string): Promise<void> {
    // Away from readers first, who would take the bytes that overwrite it for the key. Whoever is killed here finds it again.
    const doomed = `${this.fileOf(id)}.doomed`;
    await rename(this.fileOf(id), doomed).catch(unlessMissing);
    await writeThrough(doomed, 'r+', randomBytes(epochKeyLength)).catch(unlessMissing);
    await rm(doomed, { force: true });
    await syncFolder(this.folder).catch(unlessMissing);
  }

  private fileOf(id: string): string {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('This is not the id of an epoch.');
    return join(this.folder, `${id}.key`);
  }
}

async function writeThrough(file: string, flags: 'wx' | 'r+', bytes: Buffer): Promise<void> {
  const handle = await open(file, flags, 0o600);
  try {
    await handle.write(bytes, 0, bytes.length, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
