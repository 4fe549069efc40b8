import { Rejection, categoriesChosen, type WithStandings } from '@isegoria/kernel';
import type { ConsultationState } from '../../consultation/consultation-state.decider';
import { officialAct } from '../../official-act/official-act.decider';
import { setCategories, type CategoriesSet, type SetCategories } from './chosen.contract';

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
