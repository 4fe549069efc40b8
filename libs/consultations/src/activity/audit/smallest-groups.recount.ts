import { leeway, rule, type Judged, type Rule, type RuleBook } from '@isegoria/audit-kit';
import type { UnitSmallestGroupSet } from '@isegoria/identity';
import { unitAbove } from '@isegoria/kernel';
import type { KnownConsultations } from '../../consultation/audit/consultation-facts.recount';
import { methodOf } from '../../methods/methods.recount';
import type { ActivityDrafted } from '../activity.contract';

/** Where no unit says anything. */
const usual = 10;

/** Of how many people figures are at least, as each unit said over time. */
export class SmallestGroups {
  private readonly said = new Map<string, { readonly people: number; readonly time: number }[]>();

  readonly book: RuleBook = {
    rules: {},
    remembers: {
      UnitSmallestGroupSet: ({ data: { unit, people }, time }: Judged<UnitSmallestGroupSet>) => {
        this.said.set(unit, [...(this.said.get(unit) ?? []), { people, time }]);
      },
    },
  };

  /** Whether it is the most that the unit and those above it said, give or take what they said within a leeway before this time. */
  mayBe(people: number, unit: string, time: number): boolean {
    const [least, most] = [this.mostOf(unit, time - leeway, Math.min), this.mostOf(unit, time - leeway, Math.max)];
    return people >= least && people <= most;
  }

  private mostOf(unit: string, before: number, pick: (...of: number[]) => number): number {
    const said: number[] = [];
    for (let at: string | undefined = unit; at !== undefined; at = unitAbove(at)) {
      const own = this.said.get(at) ?? [];
      const settled = own.findLastIndex(({ time }) => time < before);
      // What was said a moment ago may or may not have been known.
      const possible = own.slice(Math.max(0, settled)).map((one) => one.people);
      if (settled < 0 && possible.length > 0) possible.push(0);
      if (possible.length > 0) said.push(pick(...possible));
    }
    const most = Math.max(0, ...said);
    return most === 0 ? usual : most;
  }
}

export function rulesOfSmallestGroups(known: KnownConsultations, groups: SmallestGroups): readonly Rule<ActivityDrafted>[] {
  return [
    rule(
      'smallest-group-of-unit',
      'Figures of an activity are of at least as many people as its unit, or one above it, said when it was drafted.',
      ({ data: { consultationId, method, settings }, time }) => {
        const people = methodOf(method)?.smallestGroup?.(settings);
        return people === undefined || groups.mayBe(people, known.of(consultationId)!.unit, time);
      },
    ),
  ];
}
