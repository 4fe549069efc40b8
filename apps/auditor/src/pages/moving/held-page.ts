import { Finding } from '@isegoria/audit-kit';
import type { Motion, Stood } from '../../recount/stood';
import type { Source } from '../../source/source';
import type { ReadPage } from '../page-finding';
import type { PageReader, Reading } from './page-reader';

/** What came out: the page is right, or wrong, or nothing that stood still tells which. */
export type Outcome = Finding | 'right' | 'moved';

/** A page, and the answers that it is compared with. */
export interface HeldPage<Answers> {
  readonly path: string;
  readonly answers: Answers;
  /** Asks for them once more; undefined where they are gone. */
  readonly again: () => Promise<Answers | undefined>;
  /** @throws Finding page */
  readonly check: (page: ReadPage, answers: Answers) => void | Promise<void>;
  /** What of a page can be told from answers that were read before and after it, though they differ. */
  readonly between: (page: ReadPage, motion: Moved<Answers>) => Promise<Outcome>;
  /** In which part of the log a page can be held against what the log has at each place; undefined for one that cannot. */
  readonly motion?: (pages: readonly ReadPage[], moved: Moved<Answers>) => Motion;
  readonly inLog?: (page: ReadPage, moved: Moved<Answers>, stood: Stood) => Promise<Outcome>;
}

/** Answers that were read longer before a page than a site may keep it, and answers that were read after it. */
export interface Moved<Answers> {
  readonly before: Answers;
  readonly after: Answers;
}

/** A page that moved whenever it was read, and waits for the log. */
interface Waiting {
  readonly motion: Motion;
  readonly pages: readonly ReadPage[];
  readonly judge: (page: ReadPage, stood: Stood) => Promise<Outcome>;
}

/** A page and the answers that it is compared with are read so often while a site moves on. */
const attempts = 3;

/**
 * Compares pages with answers that may be of another moment. A page is wrong only where the answers before and after it leave nothing that
 * it could be of; what never stood still is held against the log, place by place.
 */
export class HeldPages {
  private readonly moved = new Set<string>();
  private readonly waiting = new Map<string, Waiting>();
  found: Finding | undefined;
  /** How many pages show what they must. */
  checked = 0;

  constructor(
    private readonly source: Source,
    private readonly reader: PageReader,
  ) {}

  /** @returns the answers that were read last */
  async hold<Answers>(held: HeldPage<Answers>): Promise<Answers> {
    let before = held.answers;
    for (let attempt = 1; ; attempt++) {
      const reading = await this.reader.read(held.path);
      const wrong = await wrongIn(reading, (page) => held.check(page, before));
      if (!wrong) {
        // What was asked for anew is in no bundle but so.
        if (attempt > 1) await this.note(held.path, { before, after: before });
        this.checked += reading.pages.length;
        return before;
      }
      if (reading.refused || !this.source.isLive) {
        const noted = reading.refused ? undefined : await this.noted(held.path, before);
        await this.judge(held, reading, noted, wrong);
        return before;
      }
      const after = await held.again();
      if (after === undefined) {
        this.moved.add(held.path);
        return before;
      }
      const moved = { before, after };
      // Answers of the first attempt may be younger than what a site kept of its page.
      if (attempt === attempts || (await this.isTold(held, reading, moved, attempt > 1))) {
        await this.note(held.path, moved);
        await this.judge(held, reading, moved, wrong);
        return after;
      }
      before = after;
      await this.source.pause();
    }
  }

  /** Checks a page that nothing moves. */
  async check(path: string, check: (page: ReadPage) => Promise<void>): Promise<void> {
    const reading = await this.reader.read(path);
    this.conclude(path, reading.pages.length, (await wrongIn(reading, check)) ?? 'right');
  }

  /** Those that wait for the log. */
  get motions(): Motion[] {
    return [...this.waiting.values()].map(({ motion }) => motion);
  }

  /** Holds what waits against what the log has at each place. */
  async settle(stoodIn: (motion: Motion) => Stood | undefined): Promise<void> {
    for (const [path, { motion, pages, judge }] of this.waiting) {
      const stood = stoodIn(motion);
      this.conclude(path, pages.length, stood ? await outcomeOf(pages, (page) => judge(page, stood)) : 'moved');
    }
    this.waiting.clear();
  }

  /** In one sentence, if there are any. */
  notChecked(): string[] {
    return this.moved.size > 0 ? [`pages that changed while they were read: ${[...this.moved].join(', ')}`] : [];
  }

  /** Whether these answers tell if a page is right. @param isLonger whether they were read longer before than a site may keep a page */
  private async isTold<Answers>(held: HeldPage<Answers>, reading: Reading, moved: Moved<Answers>, isLonger: boolean): Promise<boolean> {
    if (!(await wrongIn(reading, (page) => held.check(page, moved.after)))) return true;
    return isLonger && (await outcomeOf(reading.pages, (page) => held.between(page, moved))) !== 'moved';
  }

  private async judge<Answers>(
    held: HeldPage<Answers>,
    reading: Reading,
    moved: Moved<Answers> | undefined,
    wrong: Finding,
  ): Promise<void> {
    const { path, pages } = reading;
    if (!moved) return this.conclude(path, pages.length, wrong);
    if (!(await wrongIn(reading, (page) => held.check(page, moved.after)))) return this.conclude(path, pages.length, 'right');
    const outcome = await outcomeOf(pages, (page) => held.between(page, moved));
    const { motion, inLog } = held;
    if (outcome === 'moved' && motion && inLog)
      this.waiting.set(path, { pages, motion: motion(pages, moved), judge: (page, stood) => inLog(page, moved, stood) });
    else this.conclude(path, pages.length, outcome);
  }

  private conclude(path: string, pages: number, outcome: Outcome): void {
    if (outcome === 'moved') this.moved.add(path);
    else if (outcome === 'right') this.checked += pages;
    else this.found ??= outcome;
  }

  private note<Answers>(path: string, moved: Moved<Answers>): Promise<string> {
    return this.source.noted(`around ${path}`, JSON.stringify(moved));
  }

  /** A bundle has what was read around a page, unless that was all there was to compare it with. */
  private async noted<Answers>(path: string, before: Answers): Promise<Moved<Answers> | undefined> {
    try {
      return JSON.parse(await this.note(path, { before, after: before })) as Moved<Answers>;
    } catch (error) {
      if (error instanceof Finding) return undefined;
      throw error;
    }
  }
}

/** The first thing that is wrong with a page. */
async function wrongIn(
  { pages, refused }: Reading,
  check: (page: ReadPage) => void | Promise<void>,
): Promise<Finding | undefined> {
  if (refused) return refused;
  const outcome = await outcomeOf(pages, (page) => outcomeFor(() => check(page)));
  return outcome instanceof Finding ? outcome : undefined;
}

/** What came out of a check. */
export async function outcomeFor(check: () => void | Promise<void>): Promise<Finding | 'right'> {
  try {
    await check();
    return 'right';
  } catch (error) {
    if (error instanceof Finding) return error;
    throw error;
  }
}

/** The first that is wrong, or else whether all are right. */
async function outcomeOf(pages: readonly ReadPage[], judge: (page: ReadPage) => Promise<Outcome>): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const page of pages) outcomes.push(await judge(page));
  return outcomes.find((outcome) => outcome instanceof Finding) ?? outcomes.find((outcome) => outcome === 'moved') ?? 'right';
}
