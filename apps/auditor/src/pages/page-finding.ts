import { Finding } from '@isegoria/audit-kit';
import { textsIn } from '@isegoria/texts';
import { inOneLine, type Line } from './reading/visible-text';

/** A page as it was read. */
export interface ReadPage {
  readonly path: string;
  readonly language: string;
  readonly lines: readonly Line[];
}

export function wrongPage({ path }: ReadPage, sentence: string): Finding {
  return new Finding('page', `The page ${path} ${sentence}`);
}

/** Words as they may stand anywhere on a page: letters and digits alone, since marks and links of Markdown are drawn. */
export function bare(text: string): string {
  return inOneLine(text.replace(/\]\([^)]*\)/g, '] ').replace(/&[a-z]+;/g, ' ')).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** All that a page shows, without spaces and marks. */
export function bareText({ lines }: ReadPage): string {
  return lines.map(({ cells, times }) => bare([...cells, ...times].join(' '))).join('');
}

/** @throws Finding page if words that must be there are not */
export function mustSay(page: ReadPage, words: readonly (string | null | undefined)[]): void {
  const all = bareText(page);
  for (const text of words) {
    if (text == null || all.includes(bare(text))) continue;
    throw wrongPage(page, `does not say ${JSON.stringify(text.slice(0, 160))}, and the log does.`);
  }
}

/** Whether a page tells times in UTC, which is what a site does by default. French calls other zones by their distance from it. */
export function isInUtc({ lines }: ReadPage): boolean {
  // What lasts until the end of a day says its zone in brackets, and no hour.
  const clocks = lines.flatMap(({ times }) => times).filter((time) => /\d:\d|\)$/.test(time));
  return clocks.every((time) => /UTC(?![+\-\u2212]?\d)/.test(time));
}

/**
 * Whether a page shows no other times than these, in any of the forms in which it writes times. The zone is the site's, and UTC by default;
 * a page that names another one is not judged. @throws Finding page
 */
export function mustShowOnly(page: ReadPage, times: readonly (string | null | undefined)[]): void {
  const { date, dateTime, deadline, shortDate, month } = textsIn(page.language);
  const waysOf = (time: string) => [date(time), dateTime(time), deadline(time), shortDate(time), month(time)];
  const known = times.flatMap((time) => (time == null ? [] : waysOf(time))).map(inOneLine);
  if (!isInUtc(page)) return;
  const shown = page.lines.flatMap((line) => line.times);
  const wrong = shown.find((time) => !known.includes(time));
  if (wrong !== undefined) throw wrongPage(page, `shows the time ${JSON.stringify(wrong)}, which nothing in the log has there.`);
}
