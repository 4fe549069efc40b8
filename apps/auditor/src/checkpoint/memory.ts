import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Finding } from '@isegoria/audit-kit';
import type { MissingText } from '../recount/missing-texts';

/** What the auditor keeps of its last audit of a log. */
export interface RememberedCheckpoint {
  readonly origin: string;
  /** The verifier key that was trusted. */
  readonly key: string;
  /** Keys that the site showed and that signed beside it: those that the log is changing to. */
  readonly nextKeys?: readonly string[];
  /** Those that the log vouched for as keys of acts, the oldest first. */
  readonly actKeys?: readonly string[];
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** The signed note: with another one of the same log, the evidence of a fork. */
  readonly note: string;
  readonly url: string;
  readonly at: string;
  /** Texts that were gone and of which no erasure in the log told. */
  readonly missing?: readonly MissingText[];
}

/** A checkpoint that was seen at an address, whether the audit took it or not. */
export type SeenCheckpoint = Pick<RememberedCheckpoint, 'origin' | 'size' | 'root' | 'note' | 'url' | 'at'>;

const folder = () => join(homedir(), '.isegoria-audit');

/** One file for each log. The origin is not a path, whatever its log calls itself. */
export function memoryFile(origin: string): string {
  return join(folder(), `${encodeURIComponent(origin).replaceAll('.', '%2E')}.json`);
}

/** The file of the last audit at this address: a site does not begin a new history by calling its log something else. */
export async function fileOfAddress(url: string): Promise<string | undefined> {
  const names = await readdir(folder()).catch(() => []);
  for (const file of names.filter((name) => name.endsWith('.json')).map((name) => join(folder(), name))) {
    if ((await recall(file))?.url === url) return file;
  }
  return undefined;
}

/** @throws Finding cannotRun for a file that exists but cannot be read: a forgotten checkpoint must not pass for a first audit */
export async function recall(file: string): Promise<RememberedCheckpoint | undefined> {
  try {
    const found = JSON.parse(await readFile(file, 'utf8')) as RememberedCheckpoint;
    const isWhole =
      Number.isSafeInteger(found.size) && [found.origin, found.key, found.root, found.note].every((text) => typeof text === 'string');
    if (isWhole) return found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  }
  throw new Finding('cannotRun', `${file}, which keeps the checkpoint of the last audit, cannot be read.`);
}

export async function remember(file: string, checkpoint: RememberedCheckpoint): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.new`, `${JSON.stringify(checkpoint, null, 2)}\n`);
    await rename(`${file}.new`, file);
  } catch (error) {
    throw new Finding('cannotRun', `The checkpoint of this audit cannot be kept in ${file}: ${(error as Error).message}.`);
  }
}
