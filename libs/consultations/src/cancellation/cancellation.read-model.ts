import { timeOf } from '@isegoria/projection';
import { ConsultationRow } from '../consultation/view/consultation-row.read-model';
import { rowsOfAct } from '../official-act/official-act.read-model';
import type { CancellationView, ConsultationCancelled } from './cancellation.contract';

/** SQL: whether the consultation of a row was cancelled. */
export const isCancelled = `phases->0->'kept'->'cancellation' IS NOT NULL`;

export const cancellationRows = rowsOfAct<ConsultationCancelled>({
  type: 'ConsultationCancelled',
  async apply(event, rows) {
    const { consultationId: id, reason } = event.data;
    const row = await rows.findOneBy(ConsultationRow, { id });
    const cancellation: CancellationView = { reason, cancelledAt: timeOf(event).toISOString() };
    const phases = (row?.phases ?? []).map((phase, index) => (index > 0 ? phase : { ...phase, kept: { ...phase.kept, cancellation } }));
    await rows.update(ConsultationRow, { id }, { closed: true, phases: phases as never });
  },
  view: (phases) => ({ cancellation: (phases[0]?.kept?.['cancellation'] as CancellationView | undefined) ?? null }),
});
