import { timeOf } from '@isegoria/projection';
import { ConsultationRow } from '../consultation/view/consultation-row.read-model';
import { rowsOfAct } from '../official-act/official-act.read-model';
import type { OutcomePublished } from './outcome.contract';

export const outcomeRows = rowsOfAct<OutcomePublished>({
  type: 'OutcomePublished',
  async apply(event, rows) {
    const { consultationId, youSaid, weDid } = event.data;
    const outcome = { youSaid, weDid, publishedAt: timeOf(event).toISOString(), version: event.position };
    await rows.update(ConsultationRow, { id: consultationId }, { outcome });
  },
});
