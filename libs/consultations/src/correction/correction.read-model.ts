import { timeOf } from '@isegoria/projection';
import { aboutWordsOf } from '../consultation/about/about.contract';
import { aboutIn, withWords } from '../consultation/about/about.read-model';
import { ConsultationRow } from '../consultation/view/consultation-row.read-model';
import { rowsOfAct } from '../official-act/official-act.read-model';
import type { PhaseInRow } from '../phase/phase.read-model';
import type { ConsultationCorrected, CorrectionView, CorrectionsView } from './correction.contract';

/** They stand with the first phase, as the words do. */
type Kept = CorrectionView & { readonly position: number };
export const correctionsIn = (phases: readonly PhaseInRow[]) => (phases[0]?.kept?.['corrections'] ?? []) as readonly Kept[];

export const correctionRows = rowsOfAct<ConsultationCorrected>({
  type: 'ConsultationCorrected',
  async apply(event, rows) {
    const { consultationId: id, title, description, about, note } = event.data;
    const row = await rows.findOneBy(ConsultationRow, { id });
    if (!row) return;
    const before = { title: row.title, description: row.description, ...aboutWordsOf(aboutIn(row.phases)) };
    const after = { title, description, ...about };
    const made: Kept = { correctedAt: timeOf(event).toISOString(), note, before, after, position: event.position };
    const phases = withWords(row.phases, about, event.position).map((phase, index) =>
      index > 0 ? phase : { ...phase, kept: { ...phase.kept, corrections: [...correctionsIn(row.phases), made] } },
    );
    await rows.update(ConsultationRow, { id }, { title, description, phases: phases as never });
  },
  view(phases) {
    const all = correctionsIn(phases);
    const corrections: CorrectionsView = { count: all.length, lastAt: all.at(-1)?.correctedAt ?? null };
    return { corrections };
  },
});
