import type { OfficialAction } from '@isegoria/contracts';
import { textsIn } from '@isegoria/texts';
import { numbersIn } from './reading/numbers-in';
import { bare, wrongPage, type ReadPage } from './page-finding';
import { inOneLine, type Line } from './reading/visible-text';

/**
 * Whether the page of what officials did has a row for each act, and in it who, when, about what, why and where in the log.
 * @throws Finding page
 */
export function checkOfficialsPage(page: ReadPage, actions: readonly OfficialAction[]): void {
  const rows = page.lines.filter(({ isRow, times }) => isRow && times.length > 0);
  if (rows.length !== actions.length) throw wrongPage(page, `shows ${rows.length} acts, and there are ${actions.length}.`);
  for (const [index, action] of actions.entries()) checkRow(page, rows[index]!, action);
}

function checkRow(page: ReadPage, { cells, times }: Line, action: OfficialAction) {
  const { official, title, activity, milestone, reason, position, at, consultationId, kind } = action;
  const all = bare(cells.join(' '));
  const saysTitle = title !== null && (consultationId !== null || kind.startsWith('page-'));
  for (const words of [official, saysTitle ? title : null, activity, milestone, reason])
    if (words !== null && !all.includes(bare(words)))
      throw wrongPage(page, `does not say ${JSON.stringify(words)} of the act at position ${position}.`);
  if (numbersIn(cells.at(-1)!).at(-1)?.value !== position)
    throw wrongPage(page, `gives another place in the log to the act at position ${position}.`);
  const time = inOneLine(textsIn(page.language).dateTime(at));
  if (times[0]!.includes('UTC') && times[0] !== time)
    throw wrongPage(page, `shows another time of the act at position ${position}: ${times[0]}.`);
}
