import { Rejection, forEachEntry } from './rejection';

/** Two trees: what something is about, and where. */
export const categoryKinds = ['topic', 'area'] as const;
export type CategoryKind = (typeof categoryKinds)[number];

/** How deep each tree may be, without its root. */
export const categoryDepthMax = 6;

/** A category is named by its way down from the root of its tree, which is its kind: `area.1f0c22aa.90b3d7e1`. */
export const categoryForm = new RegExp(`^(?:${categoryKinds.join('|')})(?:\\.[0-9a-f]{8}){1,${categoryDepthMax}}$`);

export const isCategory = (value: unknown): value is string => typeof value === 'string' && categoryForm.test(value);
export const kindOfCategory = (category: string) => category.split('.', 1)[0] as CategoryKind;

/** How it stands with a category: `withdrawn` if it, or one above it, is. */
export type CategoryStanding = 'open' | 'withdrawn' | 'unknown';

/** Policy: nothing new is put under what was withdrawn. @throws Rejection CATEGORY_NOT_FOUND or CATEGORY_WITHDRAWN */
export function mustBeOffered(field: string, standing: CategoryStanding): void {
  if (standing === 'unknown') throw new Rejection('CATEGORY_NOT_FOUND', { field });
  if (standing === 'withdrawn') throw new Rejection('CATEGORY_WITHDRAWN', { field });
}

/** A command that names categories, with how it stands with each. */
export interface WithStandings {
  readonly categories?: readonly string[] | null;
  /** Of the categories, in their order. */
  readonly standings?: readonly CategoryStanding[];
}

/**
 * What something is about, as its event has it: in one order, whatever the order of the form. Policy: what was withdrawn is chosen no more,
 * but stays where it was chosen before.
 * @throws Rejection CATEGORY_NOT_FOUND or CATEGORY_WITHDRAWN
 */
export function categoriesChosen({ categories, standings = [] }: WithStandings, before: readonly string[] = []): string[] {
  const chosen = categories ?? [];
  forEachEntry('categories', chosen, (category, field, at) => {
    if (!before.includes(category)) mustBeOffered(field, standings[at] ?? 'unknown');
  });
  return [...chosen].sort();
}

/** As an event says it: nothing where none are named. */
export function categoriesSaid(command: WithStandings, before?: readonly string[]): { categories?: readonly string[] } {
  const categories = categoriesChosen(command, before);
  return categories.length === 0 ? {} : { categories };
}
