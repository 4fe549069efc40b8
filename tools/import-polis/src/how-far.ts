import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Which votes of which conversation on which platform are counted off. */
export interface Run {
  readonly consultationId: string;
  /** When the consultation was opened: another platform, or one that started again from nothing, opened it at another moment. */
  readonly opensAt: string | null;
  readonly votesDigest: string;
}

interface Kept extends Run {
  /** All votes before this one were accepted. */
  readonly votes: number;
  readonly position: number;
  /** Those that were left out, because their people were erased. */
  readonly leftOut: readonly number[];
}

const savedEvery = 200;

/**
 * How far an import is, in a file, so that an interrupted one goes on where it was. Votes come back out of order: what counts is up to
 * which one all were accepted. Those few behind it are sent again, under the same keys.
 */
export class HowFar {
  private readonly ahead = new Set<number>();
  private saved: number;
  private next: number;
  private last: number;
  private readonly without: number[];

  constructor(
    private readonly file: string,
    private readonly run: Run,
  ) {
    const kept = keptIn(file);
    const isSame = kept?.consultationId === run.consultationId && kept.opensAt === run.opensAt && kept.votesDigest === run.votesDigest;
    this.saved = this.next = isSame ? kept.votes : 0;
    this.last = isSame ? kept.position : 0;
    this.without = isSame ? [...kept.leftOut] : [];
    this.save();
  }

  /** How many votes need not be sent again. */
  get votes(): number {
    return this.next;
  }

  /** The log position that includes them. */
  get position(): number {
    return this.last;
  }

  get leftOut(): readonly number[] {
    return this.without;
  }

  /** @param position of its answer; undefined for a vote that was left out */
  done(vote: number, position: number | undefined): void {
    this.ahead.add(vote);
    if (position === undefined) this.without.push(vote);
    else this.last = Math.max(this.last, position);
    while (this.ahead.delete(this.next)) this.next += 1;
    if (this.next - this.saved >= savedEvery) this.save();
  }

  /** @throws what the file system says where the file cannot be written */
  save(): void {
    const leftOut = this.without.filter((vote) => vote < this.next);
    const kept: Kept = { ...this.run, votes: this.next, position: this.last, leftOut };
    writeFileSync(`${this.file}.new`, JSON.stringify(kept));
    renameSync(`${this.file}.new`, this.file);
    this.saved = this.next;
  }

  /** The import is complete: nothing is left to go on with. */
  end(): void {
    rmSync(this.file, { force: true });
  }
}

function keptIn(file: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}
