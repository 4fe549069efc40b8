import { Faults, Rejection } from '@isegoria/kernel';
import type { ConsultationState } from '../../consultation/consultation-state.decider';
import { officialAct } from '../../official-act/official-act.decider';
import { mustBeOffered, type CategoryStanding } from '../category.decider';
import { setCategories, type CategoriesSet, type SetCategories } from './chosen.contract';

/** A command that names categories, with how it stands with each. */
export interface WithStandings {
  readonly categories?: readonly string[] | null;
  /** Of the categories, in their order. */
  readonly standings?: readonly CategoryStanding[];
}

/**
 * What a consultation is about, as its event has it: in one order, whatever the order of the form. Policy: what was withdrawn is chosen no
 * more, but stays where it was chosen before.
 * @throws Rejection CATEGORY_NOT_FOUND or CATEGORY_WITHDRAWN
 */
export function categoriesChosen({ categories, standings = [] }: WithStandings, before: readonly string[] = []): string[] {
  const faults = new Faults();
  const chosen = categories ?? [];
  chosen.forEach((category, index) => {
    if (!before.includes(category)) faults.of(() => mustBeOffered('categories', standings[index] ?? 'unknown'));
  });
  faults.refuse();
  return [...chosen].sort();
}

/** As a draft says it: nothing where it names none. */
export function categoriesInDraft(command: WithStandings, before?: readonly string[]): { categories?: readonly string[] } {
  const categories = categoriesChosen(command, before);
  return categories.length === 0 ? {} : { categories };
}

export const choiceOfCategories = officialAct<SetCategories & WithStandings, CategoriesSet>({
  contract: setCategories,
  event: 'CategoriesSet',

  decide(command, state, { by }) {
    if (!isPublished(state)) throw new Rejection('CONSULTATION_NOT_OPEN');
    const before = state.categories ?? [];
    const categories = categoriesChosen(command, before);
    if (JSON.stringify(categories) === JSON.stringify(before)) return [];
    return [{ type: 'CategoriesSet', data: { consultationId: command.consultationId, categories, by } }];
  },
  evolve: (state, { categories }) => ({ ...state, categories }),
});

/** A draft says it with all else that its reviewer reads. */
const isPublished = ({ phases }: ConsultationState) => phases.every(({ opensAt }) => opensAt !== null);
