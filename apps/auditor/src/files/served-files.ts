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

/** What a site gave for a file: undefined where that was nothing. */
type Given = { readonly hash: string; readonly size: number } | undefined;

/**
 * The files that the log names, and whether the site gives these and no others. A file that is gone may have been withdrawn since the log
 * was read: then the log is read on until it says so.
 */
export class ServedFiles {
  private readonly standing = new Map<string, NamedFile>();
  /** What stands and was asked for, by the entry that adds it. */
  private readonly given = new Map<number, Given>();

  constructor(private readonly source: Source) {}

  take(entry: Entry): void {
    const event = eventIn<FileEvent>(entry);
    if (event?.type === 'FileAdded') this.standing.set(event.data.file, { ...event.data, seq: entry.seq });
    if (event?.type === 'FileWithdrawn') this.standing.delete(event.data.file);
  }

  /** Whether none of the files that stand, by what was read of the log, are gone. */
  async areExplained(): Promise<boolean> {
    if (!this.source.isLive) return true;
    const unknown = [...this.standing.values()].filter(({ seq }) => this.given.get(seq) === undefined);
    for (let at = 0; at < unknown.length; at += atOnce)
      await Promise.all(unknown.slice(at, at + atOnce).map(async (file) => void this.given.set(file.seq, await this.fetched(file))));
    return unknown.every(({ seq }) => this.given.get(seq) !== undefined);
  }

  /**
   * Compares the hash of each.
   * @returns how many are as the log says; null for a bundle, which holds none
   * @throws Finding file
   */
  async check(): Promise<number | null> {
    if (!this.source.isLive) return null;
    if ([...this.standing.values()].some(({ seq }) => !this.given.has(seq))) await this.areExplained();
    for (const file of this.standing.values()) this.checkFile(file);
    return this.standing.size;
  }

  private async fetched({ file }: NamedFile): Promise<Given> {
    const bytes = await this.source.bytes(pathOf(file));
    return bytes && { hash: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
  }

  private checkFile({ file, size, seq }: NamedFile): void {
    const given = this.given.get(seq);
    const refuse = (what: string) => {
      throw new Finding('file', `Entry ${seq} adds ${what}`, seq);
    };
    if (!given) return refuse(`the file ${file}, no entry withdraws it, and ${this.source.url}${pathOf(file)} does not give it.`);
    if (given.hash === file && given.size === size) return;
    refuse(`a file of ${size} bytes with the hash ${file}, and the site gives another, ${given.hash}.`);
  }
}

const pathOf = (file: string): string => api + addressOf(fetchFile.route, { file });
