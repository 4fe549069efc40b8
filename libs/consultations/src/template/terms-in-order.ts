import { Faults } from '@isegoria/kernel';
import { wrongOrder } from '../phase/dates/dates-in-order';
import type { CalendarTerm, PhaseTerms } from './template.contract';

/**
 * Refuses terms that give dates out of order from whatever day they are counted: a phase closes at the end of its last day, so the next
 * one opens on a later day. Months are of several lengths, so some are in order from one day and not from another: `datesFrom` moves those.
 * @throws Rejection DATES_IN_WRONG_ORDER, naming every field at fault
 */
export function termsInOrder(phases: readonly PhaseTerms[]): void {
  const faults = new Faults();
  const apart = (first: CalendarTerm, second: CalendarTerm, days: number, field: string) =>
    faults.of(() => {
      if (daysAtMost(first, second) < days) throw wrongOrder(`dates${field}.days`);
    });
  for (const [index, { opensAfter, closesAfter }] of phases.entries()) {
    const before = phases[index - 1];
    if (before) apart(before.closesAfter, opensAfter, 1, `[${index}].opensAfter`);
    apart(opensAfter, closesAfter, 0, `[${index}].closesAfter`);
  }
  faults.refuse();
}

/** How many days one term is longer than another at most: a month is of 28 to 31 days. */
function daysAtMost(shorter: CalendarTerm, longer: CalendarTerm): number {
  const months = longer.months - shorter.months;
  return months * (months > 0 ? 31 : 28) + longer.days - shorter.days;
}
