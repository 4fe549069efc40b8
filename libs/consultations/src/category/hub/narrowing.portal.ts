import { categoriesOf, narrowedTo, narrowedToCategories, unitsOf, type Visit } from '@isegoria/portal-kit';
import { consultationStatuses } from '../../consultation/consultation.contract';
import { countConsultations, type ChosenConsultations } from '../chosen/chosen.contract';
import type { Narrowing } from './consultation-filter.page';

/** What the address of a list says; what is no choice is none. */
export function chosenIn(visit: Visit): ChosenConsultations {
  const { status } = visit.request.query;
  return {
    status: consultationStatuses.find((known) => known === status),
    unit: narrowedTo(visit),
    ...narrowedToCategories(visit),
  };
}

export async function narrowingOf(visit: Visit, chosen: ChosenConsultations): Promise<Narrowing> {
  const [tree, units, counts] = await Promise.all([categoriesOf(visit), unitsOf(visit), visit.api.ask(countConsultations, chosen)]);
  return { chosen, counts, tree, units };
}
