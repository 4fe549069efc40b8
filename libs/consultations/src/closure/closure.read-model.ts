import { timeOf } from '@isegoria/projection';
import { withAnswer } from '../answer-owed/answer-owed.read-model';
import { ConsultationRow } from '../consultation/view/consultation-row.read-model';
import type { ConsultationClosed } from '../consultation/consultation.contract';
import { rowsOfAct } from '../official-act/official-act.read-model';

export const closureRows = rowsOfAct<ConsultationClosed>({
  type: 'ConsultationClosed',
  async apply(event, rows) {
    const { consultationId: id, reason } = event.data;
    const row = await rows.findOneBy(ConsultationRow, { id });
    const closedEarlyAt = timeOf(event).toISOString();
    const phases = withAnswer((row?.phases ?? []).map((phase) => ({ ...phase, kept: { ...phase.kept, closedEarlyAt } })));
    await rows.update(ConsultationRow, { id }, { closed: true, closedEarlyReason: reason, phases: phases as never });
  },
});
