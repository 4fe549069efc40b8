import { categoryKinds, isCategory, isWithin, kindOfCategory, limits, unitAbove, type DomainEvent } from '@isegoria/kernel';
import { leeway, rule, type Judged, type Rule, type RuleBook } from './rules';

/** Of how many topics and areas an auditor asks what is about them. */
const mostAsked = 20;

/** What an auditor narrows a list to. @param categories of what is in it */
export const someCategories = (categories: readonly string[]): { topic?: string; area?: string }[] =>
  [...new Set(categories)].slice(0, mostAsked).map((category) => ({ [kindOfCategory(category)]: category }));

/** Whether what is about these is in a list that is narrowed to a category; every list is where there is none. */
export const isAbout = (categories: readonly string[], category: string | undefined): boolean =>
  category === undefined || categories.some((one) => isWithin(one, category));

type OfCategory = DomainEvent<string, { readonly category: string }>;

/** The trees of topics and areas, as the log has them so far, for the rules of what is about them. */
export class CategoriesOnRecord {
  /** When each was withdrawn, in milliseconds since 1970; Infinity while it is not. */
  private readonly withdrawnAt = new Map<string, number>();

  /** What a book of rules has to hear. */
  readonly remembers = {
    CategoryAdded: ({ data }: Judged<OfCategory>) => void this.withdrawnAt.set(data.category, Infinity),
    CategoryWithdrawn: ({ data, time }: Judged<OfCategory>) => void this.withdrawnAt.set(data.category, time),
  } satisfies NonNullable<RuleBook['remembers']>;

  has(category: string): boolean {
    return this.withdrawnAt.has(category);
  }

  isWithdrawn(category: string): boolean {
    return this.withdrawnAt.get(category) !== Infinity;
  }

  /** Whether nothing withdrew it, nor one above it, more than a leeway before this time. The roots of the trees are always there. */
  offers(place: string, time: number): boolean {
    if (!isCategory(place)) return categoryKinds.some((kind) => kind === place);
    return (this.withdrawnAt.get(place) ?? -Infinity) + leeway >= time && this.offers(unitAbove(place)!, time);
  }

  /** Whether something can be about these: each once, each offered or chosen before. */
  allow(chosen: readonly string[], before: readonly string[], time: number): boolean {
    const isOfferedTo = (category: string) => before.includes(category) || (isCategory(category) && this.offers(category, time));
    return chosen.length <= limits.categoriesMax && new Set(chosen).size === chosen.length && chosen.every(isOfferedTo);
  }

  /** @param whose what the event makes about them, by its id: what it was about before is remembered */
  rule<Event extends DomainEvent<string, { readonly categories?: readonly string[] }>>(
    name: string,
    says: string,
    whose: (data: Event['data']) => string,
  ): Rule<Event> {
    return rule<Event>(
      name,
      says,
      ({ data, time }) => this.allow(data.categories ?? [], this.chosen.get(whose(data)) ?? [], time),
      ({ data }) => this.choose(whose(data), data.categories ?? []),
    );
  }

  private readonly chosen = new Map<string, readonly string[]>();

  private choose(id: string, categories: readonly string[]): void {
    if (categories.length > 0) this.chosen.set(id, categories);
    else this.chosen.delete(id);
  }
}
