import { createHash } from 'node:crypto';
import { Finding, eventIn, type Entry } from '@isegoria/audit-kit';
import { addressOf, fetchFile, type FileEvent } from '@isegoria/contracts';
import type { Source } from '../source/source';
import { api } from '../words/ask';

interface NamedFile {
  readonly file: string;
  readonly size: number;
  readonly seq: number;
}

/** Files fetched at once: each is held in memory while its hash is computed. */
const atOnce = 2;

/** The files that the log names, and whether the site gives these and no others. */
export class ServedFiles {
  private readonly standing = new Map<string, NamedFile>();

  take(entry: Entry): void {
    const event = eventIn<FileEvent>(entry);
    if (event?.type === 'FileAdded') this.standing.set(event.data.file, { ...event.data, seq: entry.seq });
    if (event?.type === 'FileWithdrawn') this.standing.delete(event.data.file);
  }

  /**
   * Fetches each and compares its hash.
   * @returns how many are as the log says; null for a bundle, which holds none
   * @throws Finding file
   */
  async check(source: Source): Promise<number | null> {
    if (!source.isLive) return null;
    const files = [...this.standing.values()];
    for (let at = 0; at < files.length; at += atOnce)
      await Promise.all(files.slice(at, at + atOnce).map((file) => checkFile(source, file)));
    return files.length;
  }
}

async function checkFile(source: Source, { file, size, seq }: NamedFile): Promise<void> {
  const path = api + addressOf(fetchFile.route, { file });
  const bytes = await source.bytes(path);
  if (!bytes)
    throw new Finding('file', `Entry ${seq} adds the file ${file}, no entry withdraws it, and ${source.url}${path} does not give it.`, seq);
  const given = createHash('sha256').update(bytes).digest('hex');
  if (given === file && bytes.length === size) return;
  throw new Finding('file', `Entry ${seq} adds a file of ${size} bytes with the hash ${file}, and the site gives another, ${given}.`, seq);
}
