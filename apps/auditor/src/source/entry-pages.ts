import { missingEntry, type Source } from './source';

/** Entries in a page, and pages asked for ahead: together they bound the memory. */
const pageSize = 1_000;
const pagesAhead = 2;

/**
 * The lines of the log's feed from one sequence number up to another, in pages. The next pages are on their way while one is checked.
 * @throws Finding log when the log gives fewer entries than it signed
 */
export async function* entryPages(site: Pick<Source, 'text'>, from: number, to: number): AsyncGenerator<string[]> {
  const onTheWay: Promise<string[]>[] = [];
  let asked = from;
  for (let given = from; given < to; ) {
    while (asked < to && onTheWay.length < pagesAhead + 1) {
      const page = entryPage(site, asked, Math.min(pageSize, to - asked));
      // Whoever stops at an earlier page leaves it unread.
      page.catch(() => undefined);
      onTheWay.push(page);
      asked += pageSize;
    }
    const limit = Math.min(pageSize, to - given);
    const lines = await onTheWay.shift()!;
    // What there is of a page that is too short is looked at first: it may show what is missing.
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
