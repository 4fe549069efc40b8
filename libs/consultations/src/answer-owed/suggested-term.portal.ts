import { daysToAnswer } from '@isegoria/content';
import { textOf, unitsOf, type Visit } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { daysIn } from './answer-owed.page';

/** Within how many days a new consultation of the unit is answered, as it or one above it says, or else the settings of the site. */
export async function suggestedTerm(visit: Visit, unit: string | undefined): Promise<string> {
  const own = unit === undefined ? null : (await unitsOf(visit)).get(unit)?.answerWithinDays;
  return String(own ?? daysToAnswer(visit.site));
}

/**
 * What the form of a new draft promises; null where nothing. The unit is chosen on the same form: where the number is still the one that
 * the form came with, for the unit that it came with, it is the chosen unit's own.
 */
export async function termSaid(visit: Visit, form: FormState, unit: string): Promise<number | null> {
  const days = daysIn(form) ?? null;
  const [came, unitItCameWith] = textOf(form, 'suggested').split(' ');
  if (unitItCameWith === undefined || unitItCameWith === unit || came !== String(days)) return days;
  return Number(await suggestedTerm(visit, unit));
}
