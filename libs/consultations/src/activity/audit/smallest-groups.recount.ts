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
    let most = new Set([0]);
    for (let at: string | undefined = unit; at !== undefined; at = unitAbove(at)) {
      const own = this.possible(at, time - leeway);
      most = new Set([...most].flatMap((one) => own.map((other) => Math.max(one, other))));
    }
    return most.has(people) || (people === usual && most.has(0));
  }

  /** What a unit may have been known to say: what was said a moment ago may or may not have been known. 0 stands for nothing. */
  private possible(unit: string, before: number): readonly number[] {
    const own = this.said.get(unit) ?? [];
    const settled = own.findLastIndex(({ time }) => time < before);
    return [...(settled < 0 ? [0] : []), ...own.slice(Math.max(0, settled)).map(({ people }) => people)];
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
