import { ConsultationRow } from '../consultation/view/consultation-row.read-model';
import type { ConsultationClosed } from '../consultation/consultation.contract';
import { rowsOfAct } from '../official-act/official-act.read-model';

export const closureRows = rowsOfAct<ConsultationClosed>({
  type: 'ConsultationClosed',
  async apply({ data: { consultationId, reason } }, rows) {
    await rows.update(ConsultationRow, { id: consultationId }, { closed: true, closedEarlyReason: reason });
  },
});
