import type { Answers } from '../../questionnaire/questionnaire.pure';

/** What one person or browser keeps: from what it was begun, the answers, whose they are, and the answers beside those. */
export type Written = [based: string | null, answers: Answers, own: string | null, ...beside: Answers[]];

/** How many browsers keep answers under one personal link, each its own; the one that was used least lately makes room. */
const mostBrowsers = 5;

/** @param others from the one that was used least lately */
export function written(mine: Written | undefined, others: readonly Written[]): string | undefined {
  const all = [...others.slice(mine ? 1 - mostBrowsers : 0), ...(mine ? [mine] : [])];
  return all.length === 0 ? undefined : JSON.stringify(all.length === 1 ? all[0] : all);
}

export function readWritten(text: string): readonly Written[] {
  const said = JSON.parse(text) as unknown;
  if (!Array.isArray(said)) return [writtenBefore(said as Answers)];
  return Array.isArray(said[0]) ? (said as Written[]) : [said as Written];
}

/** As it was written before it was known from what answers were begun. */
function writtenBefore(said: Answers): Written {
  const { own, answers } = said as { readonly own?: unknown; readonly answers?: unknown };
  const isByLink = typeof own === 'string' && typeof answers === 'object';
  return isByLink ? [null, answers as Answers, own] : [null, said, null];
}
