import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unverifiedCheckpoint, type Checkpoint } from '@isegoria/merkle-log';
import { syncFolder, writeNew } from './durable-file';

/** The last checkpoint of a log that this witness cosigned. */
export interface CosignedHead {
  readonly checkpoint: Checkpoint;
  /** The checkpoint note with the log's signatures and the witness's. */
  readonly note: string;
  /** Grows by one with each checkpoint. */
  readonly version: number;
}

/** SHA-256 of the origin in hex: how C2SP tlog-witness names a log in an address. */
export const originHash = (origin: string): string => createHash('sha256').update(origin).digest('hex');

/**
 * What a witness remembers: one file for each log, `<origin hash>.<version>`, with the note that it cosigned last. Every answer is based on
 * what the folder holds at that moment, and each version can be created only once, by any process: so a second process on the same folder,
 * intended or not, cannot make the witness contradict itself.
 */
export class CosignedHeads {
  private constructor(private readonly folder: string) {}

  /**
   * Opens the folder, or makes it.
   * @throws Error that names the file that is not the state of a witness
   */
  static async open(folder: string): Promise<CosignedHeads> {
    await mkdir(folder, { recursive: true });
    const heads = new CosignedHeads(folder);
    const names = await readdir(folder);
    // The remains of an interrupted write.
    await Promise.all(names.filter((name) => name.startsWith('new-')).map((name) => rm(join(folder, name), { force: true })));
    const hashes = new Set(names.map((name) => parsedName(name)?.hash).filter((hash) => hash !== undefined));
    for (const hash of hashes) await heads.latest(hash);
    return heads;
  }

  /** @returns undefined if no checkpoint of this log was ever cosigned */
  async latest(hash: string): Promise<CosignedHead | undefined> {
    for (;;) {
      const version = Math.max(-1, ...(await this.#versions(hash)));
      if (version < 0) return undefined;
      const file = join(this.folder, `${hash}.${version}`);
      const note = await readIfThere(file);
      // Gone since it was listed: there is a newer one.
      if (note === undefined) continue;
      const checkpoint = unverifiedCheckpoint(note);
      if (!checkpoint || originHash(checkpoint.origin) !== hash)
        throw new Error(`${file} is damaged: the witness does not know what it signed last`);
      return { checkpoint, note, version };
    }
  }

  /**
   * Remembers a newly cosigned checkpoint; it is on the disk when this resolves.
   * @param last what {@link latest} gave and the new checkpoint was verified against
   * @returns false if another one was remembered meanwhile: then the new one must be judged again, and its cosignature must not be sent
   */
  async replace(hash: string, last: CosignedHead | undefined, note: string): Promise<boolean> {
    const version = (last?.version ?? 0) + 1;
    const draft = join(this.folder, `new-${randomUUID()}`);
    await writeNew(draft, note);
    try {
      return await this.#claim(hash, version, draft);
    } finally {
      await rm(draft, { force: true });
    }
  }

  async #claim(hash: string, version: number, draft: string): Promise<boolean> {
    const file = join(this.folder, `${hash}.${version}`);
    try {
      // Unlike a rename, a link fails if the name is taken.
      await link(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
    await syncFolder(this.folder);
    const versions = await this.#versions(hash);
    // The name was free because others are further ahead and have removed it.
    const isLate = versions.some((other) => other > version);
    const outdated = isLate ? [version] : versions.filter((other) => other < version);
    await Promise.all(outdated.map((other) => rm(join(this.folder, `${hash}.${other}`), { force: true })));
    return !isLate;
  }

  async #versions(hash: string): Promise<number[]> {
    const names = (await readdir(this.folder)).map(parsedName);
    return names.flatMap((name) => (name?.hash === hash ? [name.version] : []));
  }
}

function parsedName(name: string): { hash: string; version: number } | undefined {
  const [, hash, version] = /^([0-9a-f]{64})\.([1-9]\d{0,14})$/.exec(name) ?? [];
  return hash === undefined ? undefined : { hash, version: Number(version) };
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
