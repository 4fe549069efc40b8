import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { verifyConsistency } from '@isegoria/merkle-log';
import { Finding } from '@isegoria/audit-kit';
import type { Source } from '../source/source';
import { sha256 } from '../tree/rebuilt-log';
import { contradiction } from './evidence';
import type { RememberedCheckpoint, SeenCheckpoint } from './memory';
import { sameUpTo } from './same-up-to';
import type { SignedHead } from './signed-head';

/** Every checkpoint of a log that the auditor ever saw, in a file that only grows: whatever was signed once must stay true. */
export class SeenCheckpoints {
  private next = 0;

  private constructor(
    private readonly stateFile: string,
    /** By size. */
    private readonly seen: SeenCheckpoint[],
  ) {}

  /** @throws Finding cannotRun for a file that exists but cannot be read */
  static async read(stateFile: string, last: RememberedCheckpoint | undefined): Promise<SeenCheckpoints> {
    const seen = await kept(fileBeside(stateFile));
    if (last && !seen.some((one) => isSame(one, last))) seen.push(last);
    return new SeenCheckpoints(
      stateFile,
      seen.sort((a, b) => a.size - b.size),
    );
  }

  get count(): number {
    return this.seen.length;
  }

  /**
   * Notes a checkpoint whose signature was verified, at once and whatever else is found.
   * @param from where it was seen
   * @param isNewest whether the log showed it as its newest, so that there can be none larger
   * @throws Finding history where one of the same size has another root, or the newest is smaller than one before, naming the entry from
   * which on
   *   they differ
   */
  async add(head: SignedHead, source: Source, from: string, isNewest: boolean): Promise<void> {
    const root = Buffer.from(head.root).toString('base64');
    const { origin, size, note } = head;
    const other = this.seen.find((one) => one.size === size && one.root !== root);
    const larger = isNewest ? this.seen.findLast((one) => one.size > size) : undefined;
    const before = [...this.seen];
    const one = { origin, size, root, note, url: from, at: new Date().toISOString() };
    if (!this.seen.some((known) => isSame(known, one))) {
      await keep(fileBeside(this.stateFile), one);
      this.seen.push(one);
      this.seen.sort((a, b) => a.size - b.size);
    }
    const earlier = other ?? larger;
    if (!earlier) return;
    const same = await sameUpTo(source, before, size);
    const what = other
      ? `The log was forked: it signed two trees of ${size} entries.`
      : `The log shrank: it signed ${earlier.size} entries (seen ${earlier.at}), and now shows a checkpoint of ${size}.`;
    throw await contradiction(this.stateFile, earlier, head, `${what} It differs at entry ${same} or after it.`, same);
  }

  /** The size of the next tree of which a checkpoint was seen, from the beginning of the log. */
  get nextSize(): number {
    return this.seen[this.next]?.size ?? Infinity;
  }

  /** Goes past those of trees that were verified in another way. */
  skipTo(size: number): void {
    while (this.nextSize < size) this.next += 1;
  }

  /** @throws Finding history if the tree is no longer the one that was signed, naming the entries between which it differs */
  async hold(size: number, root: Uint8Array, head: SignedHead): Promise<void> {
    const now = Buffer.from(root).toString('base64');
    for (; this.nextSize === size; this.next += 1) {
      const one = this.seen[this.next]!;
      if (one.root === now) continue;
      const same = this.seen[this.next - 1]?.size ?? 0;
      const sentence = `The log was rewritten: its first ${size} entries are not those that it signed (seen ${one.at}); it differs at entry ${same} or after it, before entry ${size}.`;
      throw await contradiction(this.stateFile, one, head, sentence, same);
    }
  }

  /**
   * Has the log itself prove that it continues the checkpoints of `from` and more entries. @throws Finding history if it cannot
   */
  async refuseUnproven(source: Source, head: SignedHead, from: number): Promise<void> {
    for (const one of this.seen.filter(({ size }) => size >= from && size < head.size)) await this.refuseInconsistent(source, one, head);
  }

  private async refuseInconsistent(source: Source, one: SeenCheckpoint, head: SignedHead): Promise<void> {
    const body = await source.optional(`/log/proofs/consistency?from=${one.size}&to=${head.size}`);
    // A bundle holds the proofs that were asked for when it was made.
    if (body === undefined && !source.isLive) return;
    const fromRoot = Buffer.from(one.root, 'base64');
    const continues = { from: one.size, fromRoot, to: head.size, toRoot: head.root, path: pathIn(body) };
    if (await verifyConsistency(continues, sha256)) return;
    throw await contradiction(
      this.stateFile,
      one,
      head,
      `The log cannot prove that its history of ${head.size} entries continues the ${one.size} that it signed (seen ${one.at}).`,
      one.size,
    );
  }
}

/** The hashes of a proof; for an answer that is not a proof, none that verify. */
export function pathIn(body: string | undefined): Uint8Array[] {
  try {
    const { path } = JSON.parse(body ?? '') as { path?: unknown };
    if (Array.isArray(path)) return path.map((hash) => Buffer.from(String(hash), 'base64'));
  } catch {
    // Told below.
  }
  return [new Uint8Array()];
}

const isSame = (a: SeenCheckpoint, b: SeenCheckpoint): boolean => a.size === b.size && a.root === b.root;

function fileBeside(stateFile: string): string {
  return `${stateFile.replace(/\.json$/, '')}.checkpoints.ndjson`;
}

async function kept(file: string): Promise<SeenCheckpoint[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new Finding('cannotRun', `${file} cannot be read: ${error.message}.`);
  });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => seenIn(line, file));
}

function seenIn(line: string, file: string): SeenCheckpoint {
  try {
    const one = JSON.parse(line) as SeenCheckpoint;
    if (Number.isSafeInteger(one.size) && [one.root, one.note, one.at].every((text) => typeof text === 'string')) return one;
  } catch {
    // Told below.
  }
  throw new Finding('cannotRun', `${file}, which keeps the checkpoints that you saw, has a line that cannot be read.`);
}

async function keep(file: string, one: SeenCheckpoint): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await appendFile(file, `${JSON.stringify(one)}\n`);
  } catch (error) {
    throw new Finding('cannotRun', `The checkpoint cannot be kept in ${file}: ${(error as Error).message}.`);
  }
}
