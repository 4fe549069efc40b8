import type { Finding } from '@isegoria/audit-kit';
import { missingEntry, type Source } from './source';

/** Entries in a page, and pages asked for ahead: together they bound the memory. */
const pageSize = 1_000;
const pagesAhead = 2;

/**
 * The lines of the log's feed from one sequence number up to another, in pages. The next pages are already requested while one is checked.
 * @throws Finding log, naming the entry, when the log gives fewer entries than it signed
 */
export async function* entryPages(site: Pick<Source, 'text'>, from: number, to: number): AsyncGenerator<string[]> {
  const onTheWay: Promise<string[]>[] = [];
  let asked = from;
  for (let given = from; given < to;) {
    while (asked < to && onTheWay.length < pagesAhead + 1) {
      const page = entryPage(site, asked, Math.min(pageSize, to - asked));
      // A reader who stops at an earlier page leaves it unread.
      page.catch(() => undefined);
      onTheWay.push(page);
      asked += pageSize;
    }
    const limit = Math.min(pageSize, to - given);
    const lines = await onTheWay.shift()!.catch(async (error: unknown) => {
      throw (await lostEntry(site, given, limit, to)) ?? error;
    });
    // A page that is too short is read as far as it goes first: it may show what is missing.
    yield lines.slice(0, limit);
    if (lines.length !== limit) throw missingEntry(given + Math.min(lines.length, limit));
    given += limit;
  }
}

async function entryPage(site: Pick<Source, 'text'>, from: number, limit: number): Promise<string[]> {
  const lines = (await site.text(`/log/entries?from=${from}&limit=${limit}`)).split('\n');
  // A line without its end was cut off.
  lines.pop();
  return lines;
}

/**
 * If a page cannot be read, decides whether the log is unreachable or serves everything but an entry that it signed, which it has lost or
 * withholds. @returns undefined if others cannot be read either
 */
async function lostEntry(site: Pick<Source, 'text'>, from: number, count: number, to: number): Promise<Finding | undefined> {
  const gives = (first: number, entries: number) =>
    entryPage(site, first, entries).then(
      ({ length }) => length >= entries,
      () => false,
    );
  let [good, bad] = [0, count];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (await gives(from, middle)) good = middle;
    else bad = middle;
  }
  const lost = from + good;
  const other = lost > 0 ? lost - 1 : to - 1;
  // The other one first: a log that came back in the meantime gives both.
  const isLost = other !== lost && (await gives(other, 1)) && !(await gives(lost, 1));
  return isLost ? missingEntry(lost) : undefined;
}
