import type { EntityManager } from 'typeorm';
import { withAnswer } from '../../answer-owed/answer-owed.read-model';
import { ConsultationRow } from '../../consultation/view/consultation-row.read-model';
import { datedPhases, type PhaseInRow, type SaidDates } from '../phase.read-model';

/** The dates of phases as an event says them, and what else it changes in them. */
export async function giveDates(
  rows: EntityManager,
  consultationId: string,
  dates: readonly SaidDates[],
  keep = (after: PhaseInRow, _before: PhaseInRow): PhaseInRow => after,
): Promise<void> {
  const row = await rows.findOneBy(ConsultationRow, { id: consultationId });
  if (!row) return;
  const phases = withAnswer(datedPhases(row.phases, dates).map((phase, index) => keep(phase, row.phases[index]!)));
  const [opensAt, closesAt] = [phases.at(0)?.opensAt, phases.at(-1)?.closesAt];
  const changed = { phases, opensAt: (opensAt ?? null) as never, closesAt: (closesAt ?? null) as never };
  await rows.update(ConsultationRow, { id: consultationId }, changed as never);
}
