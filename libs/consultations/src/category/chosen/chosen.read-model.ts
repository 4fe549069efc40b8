import { ConsultationRow } from '../../consultation/view/consultation-row.read-model';
import { rowsOfAct } from '../../official-act/official-act.read-model';
import type { PhaseInRow } from '../../phase/phase.read-model';
import type { CategoriesSet } from './chosen.contract';

/** They stand with the first phase, as the words do. */
interface Kept {
  readonly chosen: readonly string[];
  /** Where in the log they were chosen apart from the words; 0 where they were not. */
  readonly version: number;
}

export function categoriesIn(phases: readonly PhaseInRow[]): Kept {
  return (phases[0]?.kept?.['categories'] as Kept | undefined) ?? { chosen: [], version: 0 };
}

export function withCategories(phases: readonly PhaseInRow[], chosen: readonly string[] = [], version = 0): PhaseInRow[] {
  return phases.map((phase, index) => (index > 0 ? phase : { ...phase, kept: { ...phase.kept, categories: { chosen, version } } }));
}

export const categoriesRows = rowsOfAct<CategoriesSet>({
  type: 'CategoriesSet',
  async apply({ data: { consultationId: id, categories }, position }, rows) {
    const row = await rows.findOneBy(ConsultationRow, { id });
    if (row) await rows.update(ConsultationRow, { id }, { phases: withCategories(row.phases, categories, position) as never });
  },
});
