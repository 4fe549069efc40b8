import { leeway, rule, ruleBook, type Rule, type RuleBook } from '@isegoria/audit-kit';
import { isUnit, rootUnit, unitAbove, type DomainEvent } from '@isegoria/kernel';
import {
  unitMade,
  type UnitAnswerTermSet,
  type UnitClosed,
  type UnitEvent,
  type UnitMade,
  type UnitRenamed,
  type UnitReviewSet,
  type UnitSmallestGroupSet,
} from '../unit.contract';

type InUnit = DomainEvent<string, { readonly unit?: unknown; readonly consultationId?: unknown; readonly serviceId?: unknown }>;

/** The tree of units, and what begins in them. */
export function rulesOfUnits(): RuleBook {
  const tree = new UnitTree();
  const own = ruleBook<UnitEvent>({
    UnitMade: [
      rule<UnitMade>(
        'unit-form',
        'A unit is named by its way down from the root.',
        ({ data: { unit } }) => isUnit(unit) && unit !== rootUnit,
      ),
      rule<UnitMade>('unit-made-once', 'A unit is made once.', ({ data: { unit } }) => !tree.has(unit)),
      rule<UnitMade>(
        'unit-below-open',
        'A unit is made below one that is there and open.',
        ({ data: { unit }, time }) => tree.isOpen(unitAbove(unit), time),
        ({ data: { unit } }) => tree.make(unit),
      ),
    ],
    UnitRenamed: [rule<UnitRenamed>('unit-exists', 'Only a unit that is there is renamed.', ({ data: { unit } }) => tree.has(unit))],
    UnitReviewSet: [
      rule<UnitReviewSet>('unit-reviews', 'Only a unit that is there says whether what it publishes is checked.', ({ data: { unit } }) =>
        tree.has(unit),
      ),
    ],
    UnitSmallestGroupSet: [
      rule<UnitSmallestGroupSet>(
        'unit-smallest-group',
        'Only a unit that is there says how many people a figure of its surveys is of at least, which is 5 to 100.',
        ({ data: { unit, people } }) => tree.has(unit) && Number.isInteger(people) && people >= 5 && people <= 100,
      ),
    ],
    UnitAnswerTermSet: [
      rule<UnitAnswerTermSet>(
        'unit-answer-term',
        'Only a unit that is there says within how many days its new consultations are answered, 1 to 730, or that it no longer does.',
        ({ data: { unit, days } }) => tree.has(unit) && (days === null || (Number.isInteger(days) && days >= 1 && days <= 730)),
      ),
    ],
    UnitClosed: [
      rule<UnitClosed>(
        'unit-closed-once',
        'Only a unit that is there, below the root, is closed, and once.',
        ({ data: { unit } }) => unit !== rootUnit && tree.isOpen(unit, Infinity, 'itself'),
        ({ data: { unit }, time }) => tree.close(unit, time),
      ),
    ],
  });
  return { ...own, ofAll: [beginsInOpenUnit(tree)] };
}

/** Drafts, questions, pages and whatever else begins; what belongs to a consultation or a service goes on in a closed unit. */
function beginsInOpenUnit(tree: UnitTree): Rule {
  return rule<InUnit>(
    'begins-in-open-unit',
    'What begins in a unit begins in one that is there and not closed, nor is one above it, unless it belongs to a consultation or a ' +
      'service there.',
    ({ type, revision, time, data: { unit, consultationId, serviceId }, stream }) => {
      if (typeof unit !== 'string' || revision > 0 || type === unitMade.type) return true;
      const isOfAnother = [consultationId, serviceId].some((id) => typeof id === 'string' && !stream.endsWith(id));
      return isOfAnother ? tree.has(unit) : tree.isOpen(unit, time);
    },
  ) as Rule;
}

/** A ministry has some hundreds. */
class UnitTree {
  /** When each was closed; Infinity while it is open. */
  private readonly closedAt = new Map<string, number>([[rootUnit, Infinity]]);

  has(unit: string): boolean {
    return this.closedAt.has(unit);
  }

  make(unit: string): void {
    this.closedAt.set(unit, Infinity);
  }

  close(unit: string, time: number): void {
    this.closedAt.set(unit, time);
  }

  /** Whether nothing closed it, nor one above it, more than a leeway before this time. */
  isOpen(unit: string | undefined, time: number, which: 'itself' | 'and above' = 'and above'): boolean {
    if (unit === undefined) return true;
    const isOpen = (this.closedAt.get(unit) ?? -Infinity) + leeway >= time;
    return isOpen && (which === 'itself' || this.isOpen(unitAbove(unit), time));
  }
}
