import { deliberation } from './deliberation/deliberation-pages.page';
import type { MethodPages } from './method.page';
import { poll } from './poll/poll-pages.page';

/** The ways of taking part, as pages know them; the first is offered first. */
export const pagesOfMethods: readonly MethodPages[] = [deliberation, poll];

/** @throws Error for a method that this program does not have */
export function pagesOf(kind: string): MethodPages {
  const found = pagesOfMethods.find(({ contract }) => contract.kind === kind);
  if (!found) throw new Error(`There are no pages for a consultation of kind ${kind}.`);
  return found;
}
