import type { ConsultationView, StatementView } from '@isegoria/contracts';
import { bare, wrongPage, type ReadPage } from './page-finding';

/** A page of the statements of an activity, as they are answered. */
export interface StatementsPage {
  readonly isFirst: boolean;
  readonly items: readonly StatementView[];
}

/**
 * Whether people choose among what the log has, on a page that is read signed out: the options of each poll, and the first page of the
 * statements of each deliberation, all of them in their order, in a list that has nothing else. @throws Finding page
 */
export function checkChoices(page: ReadPage, { activities, phases }: ConsultationView, statements: readonly StatementsPage[]): void {
  for (const { settings } of activities) {
    const options = settings.options ?? [];
    if (options.length > 0) mustList(page, options.map(({ text }) => text), 'the options of a poll', false);
  }
  const first = statements.filter(({ isFirst, items }) => isFirst && items.length > 0);
  for (const { items } of first) mustList(page, items.map(({ text }) => text), 'the statements', true);
  const words = new Set(statements.flatMap(({ items }) => items.flatMap(({ text }) => (text === null ? [] : [bare(text)]))));
  for (const { items } of first) {
    const { phaseId } = activities.find(({ id }) => id === items[0]!.activityId) ?? {};
    const isOpen = phases.some(({ id, status }) => id === phaseId && status === 'open');
    // In large stands the one that is asked next.
    const isAsked = page.lines.some(({ place, isFolded, cells }) => !place && !isFolded && words.has(bare(cells.join(' '))));
    if (isOpen && words.size > 0 && !isAsked) throw wrongPage(page, 'asks for a vote on something that is no statement in the log.');
  }
}

/** @param mayBeFolded whether it may be seen only once somebody unfolds it */
function mustList(page: ReadPage, texts: readonly (string | null)[], what: string, mayBeFolded: boolean): void {
  const wanted = texts.map((text) => (text === null ? null : bare(text)));
  const isIt = (shown: readonly string[]) =>
    shown.length === wanted.length && wanted.every((text, at) => text === null || shown[at] === text);
  if (!listsOf(page, mayBeFolded).some(isIt)) throw wrongPage(page, `does not list ${what} as the log has them.`);
}

/** The first line of each item of each list. */
function listsOf({ lines }: ReadPage, mayBeFolded: boolean): string[][] {
  const lists = new Map<number, string[]>();
  for (const { place, isFolded, cells } of lines) {
    if (!place || (isFolded && !mayBeFolded)) continue;
    const list = lists.get(place.list) ?? [];
    list[place.item] ??= bare(cells.join(' '));
    lists.set(place.list, list);
  }
  return [...lists.values()];
}
