import { limits } from '@isegoria/kernel';
import { blankForm, safePath, withQuery, type Visit } from '@isegoria/portal-kit';
import { showOwnSupport } from '../support.contract';
import { placeOfDone, type Supporting } from './support.page';
import { sortings, type Sorting } from '../supported.contract';

/** The order of a list that the address of the page asks for. */
export function sortingIn(visit: Visit, parameter: string): Sorting {
  const asked = visit.cursor(parameter);
  return sortings.find((known) => known === asked) ?? 'newest';
}

/** What the visitor supports of what a page shows. @param back the address of the page */
export async function supportingIn(visit: Visit, ids: readonly string[], back: string): Promise<Supporting> {
  const shared = { key: blankForm().key, back, done: visit.cursor('supported') };
  if (!visit.account) return shared;
  const asked: Promise<{ readonly items: readonly string[] }>[] = [];
  for (let from = 0; from < ids.length; from += limits.pageSize)
    asked.push(visit.api.ask(showOwnSupport, { of: ids.slice(from, from + limits.pageSize).join(',') }));
  return { ...shared, own: new Set((await Promise.all(asked)).flatMap(({ items }) => items)) };
}

/** The address of the page from which a form was sent, at the place that says what was done. @param usual if the form names none */
export function backAtSupported(body: unknown, id: string, usual: string): string {
  const [page] = safePath((body as { return?: unknown }).return, usual).split('#');
  return withQuery(`${page}#${placeOfDone(id)}`, { supported: id });
}
