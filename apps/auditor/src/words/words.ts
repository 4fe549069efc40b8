import { Finding, leeway, type ShownBook } from '@isegoria/audit-kit';
import { equal, type Met } from '../recount/compare';
import { rooms } from '../recount/rooms';
import type { Source } from '../source/source';
import type { TakenEntry } from '../tree/taken-entry';
import { askForAll, type Answered, type AnsweredPage } from './ask';
import { CitizensWords, comparing } from './citizens-words';

interface Open {
  /** Its place in the order of asking. */
  readonly asked: number;
  readonly answered: Answered;
  readonly from: number;
  readonly to: number;
  /** Its pages that were as the log says at some place, each at that of the page before it or further on: they were read in this order. */
  right: number;
  /** Why it is not as the log says at the last place where it was compared. */
  difference: Finding | undefined;
}

/**
 * Every word that everybody may read, compared with the log. An answer includes the log up to a place between two looks at the site's read
 * models: it must be right at one of these places, and so must each page of a list, which may have moved on since the page before it.
 */
export class Words {
  private readonly events: readonly ReadonlySet<string>[];
  /** Those whose first place is still to come, the nearest last. */
  private readonly toCome: Open[];
  private readonly open = new Set<Open>();
  private readonly skipped: ReadonlySet<string>;
  /** The events that the site says each group of read models leaves out, `[group, event id]`: the log must say so too. */
  readonly leftOut: readonly (readonly [group: string, eventId: string])[];
  /** By book, the first place that one of its answers may not include: a site that names a long way is late by all of it. */
  private readonly reach: readonly number[];
  /** When the first event was recorded that an answer does not have yet (UTC). */
  behindSince: string | undefined;
  private readonly wrong: { readonly asked: number; readonly difference: Finding }[] = [];
  /** How many answers are as the log says. */
  compared = 0;
  values = 0;

  private constructor(
    private readonly books: readonly ShownBook[],
    private readonly all: readonly Answered[],
    readonly citizens: CitizensWords,
  ) {
    this.events = books.map(({ events }) => new Set(events));
    this.toCome = all.map(openOf).sort((one, other) => other.from - one.from);
    const looks = all.flatMap(({ before, after }) => [before, after]);
    const leftOut = looks.flatMap(({ groups }) =>
      Object.entries(groups).flatMap(([group, { skipped }]) =>
        skipped.map((eventId) => [`${group} ${eventId}`, [group, eventId] as const] as const),
      ),
    );
    this.leftOut = [...new Map(leftOut).values()];
    this.skipped = new Set(this.leftOut.map(([, eventId]) => eventId));
    this.reach = books.map(({ shows }) =>
      Math.min(...this.toCome.filter(({ answered }) => shows.includes(answered.shown)).map(({ from }) => from)),
    );
  }

  /** Reads them all. @throws Finding cannotRun or words as the site does not answer */
  static async read(source: Source, citizens = new CitizensWords()): Promise<Words> {
    const books = rooms.flatMap(({ shown }) => shown());
    const answered = await askForAll(
      source,
      books.flatMap(({ shows }) => shows),
    );
    return new Words(books, answered, citizens);
  }

  /** The last place in the log that any answer includes. */
  get covers(): number {
    return Math.max(-1, ...[...this.toCome, ...this.open].map(({ to }) => to));
  }

  /** What the site answered to a query, by path. */
  answersTo(query: object): (readonly [path: string, answer: unknown])[] {
    const answered = this.all.filter(({ shown }) => shown.query === query);
    return answered.flatMap(({ pages }) => pages.flatMap(({ path, answer }) => (answer === undefined ? [] : [[path, answer] as const])));
  }

  take(entry: TakenEntry): void {
    this.settle(entry.position);
    if (this.skipped.has(entry.leaf.id)) return;
    for (const [index, book] of this.books.entries()) {
      if (!this.events[index]!.has(entry.leaf.type)) continue;
      if (entry.position > this.reach[index]!) this.behindSince ??= entry.leaf.time;
      book.take(entry);
    }
  }

  /** Compares what is left. @throws Finding words, the first difference in the order of asking */
  refuse(): void {
    this.settle(Infinity);
    const [first] = this.wrong.sort((one, other) => one.asked - other.asked);
    if (first) throw first.difference;
  }

  /** Compares what includes no more than the events before a position, all of which were taken. */
  settle(position: number): void {
    while (this.toCome.length > 0 && this.toCome.at(-1)!.from < position) this.open.add(this.toCome.pop()!);
    for (const one of this.open) {
      one.difference = this.differenceIn(one);
      if (one.difference && one.to >= position) continue;
      if (one.difference) this.wrong.push({ asked: one.asked, difference: one.difference });
      this.open.delete(one);
    }
  }

  private differenceIn(open: Open): Finding | undefined {
    const { answered } = open;
    try {
      for (; open.right < answered.pages.length; open.right += 1)
        this.values += comparing(this.citizens, (met) => valuesOf(answered, answered.pages[open.right]!, met));
      this.compared += 1;
      return undefined;
    } catch (error) {
      if (error instanceof Finding) return error;
      throw error;
    }
  }
}

/** How many values of a page are as the log says. @throws Finding the first that is not */
function valuesOf({ shown, parameters, before, after }: Answered, { path, cursor, answer }: AnsweredPage, met: Met): number {
  const now = [Date.parse(before.at) - leeway, Date.parse(before.at), Date.parse(after.at), Date.parse(after.at) + leeway];
  const must = shown.expected(cursor === undefined ? parameters : { ...parameters, cursor }, now);
  if (must === undefined && answer === undefined) return 0;
  if (must === undefined) throw new Finding('words', `The site serves ${path}, and the log has nothing of it that everybody may read.`);
  if (answer === undefined) throw new Finding('words', `The site does not serve ${path}, which everybody may read.`);
  return equal(answer, must, { what: path, kind: 'words', met });
}

function openOf(answered: Answered, asked: number): Open {
  const { shown, before, after } = answered;
  const from = Math.min(...shown.groups.map((group) => before.groups[group]?.position ?? -1));
  const to = Math.max(...shown.groups.map((group) => after.groups[group]?.position ?? -1));
  return { asked, answered, from, to, right: 0, difference: undefined };
}
