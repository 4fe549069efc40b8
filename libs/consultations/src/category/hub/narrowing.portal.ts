import { narrowedTo, unitsOf, type Visit } from '@isegoria/portal-kit';
import { consultationStatuses } from '../../consultation/consultation.contract';
import { categoriesOf } from '../category-tree.page';
import { isCategory, kindOfCategory, type CategoryKind } from '../category.contract';
import { countConsultations, type ChosenConsultations } from '../chosen/chosen.contract';
import type { Narrowing } from './consultation-filter.page';

/** What the address of a list says; what is no choice is none. */
export function chosenIn(visit: Visit): ChosenConsultations {
  const { status } = visit.request.query;
  return {
    status: consultationStatuses.find((known) => known === status),
    unit: narrowedTo(visit),
    topic: categoryIn(visit, 'topic'),
    area: categoryIn(visit, 'area'),
  };
}

export function categoryIn({ request }: Visit, kind: CategoryKind): string | undefined {
  const category = request.query[kind];
  return isCategory(category) && kindOfCategory(category) === kind ? category : undefined;
}

export async function narrowingOf(visit: Visit, chosen: ChosenConsultations): Promise<Narrowing> {
  const [tree, units, counts] = await Promise.all([categoriesOf(visit), unitsOf(visit), visit.api.ask(countConsultations, chosen)]);
  return { chosen, counts, tree, units };
}
