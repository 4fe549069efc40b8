import type { EntityManager } from 'typeorm';
import { ConsultationRow } from '../consultation/consultation-row.read-model';
import { datedPhases, type SaidDates } from './phase.read-model';

/** The dates of phases as an event says them. @returns the phases as they were; undefined where there is no such consultation */
export async function giveDates(rows: EntityManager, consultationId: string, dates: readonly SaidDates[]) {
  const row = await rows.findOneBy(ConsultationRow, { id: consultationId });
  if (!row) return undefined;
  const phases = datedPhases(row.phases, dates);
  const [opensAt, closesAt] = [phases.at(0)?.opensAt, phases.at(-1)?.closesAt];
  const changed = { phases, opensAt: (opensAt ?? null) as never, closesAt: (closesAt ?? null) as never };
  await rows.update(ConsultationRow, { id: consultationId }, changed);
  return row.phases;
}
