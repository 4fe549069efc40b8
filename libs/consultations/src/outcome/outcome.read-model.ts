import { timeOf } from '@isegoria/projection';
import { answered } from '../answer-owed/answer-owed.read-model';
import { ConsultationRow } from '../consultation/view/consultation-row.read-model';
import { rowsOfAct } from '../official-act/official-act.read-model';
import type { OutcomePublished } from './outcome.contract';

export const outcomeRows = rowsOfAct<OutcomePublished>({
  type: 'OutcomePublished',
  async apply(event, rows) {
    const { consultationId, youSaid, weDid } = event.data;
    const outcome = { youSaid, weDid, publishedAt: timeOf(event).toISOString(), version: event.position };
    const row = await rows.findOneBy(ConsultationRow, { id: consultationId });
    const phases = answered(row?.phases ?? [], timeOf(event));
    await rows.update(ConsultationRow, { id: consultationId }, { outcome, phases: phases as never });
  },
});
