import { IsNull } from 'typeorm';
import { isZoneName } from '@isegoria/kernel';
import { withAnswer } from '../answer-owed/answer-owed.read-model';
import { ConsultationRow } from '../consultation/view/consultation-row.read-model';
import type { ConsultationPublished } from '../consultation/consultation.contract';
import { rowsOfAct } from '../official-act/official-act.read-model';
import { giveDates } from '../phase/dates/phase-dates.read-model';

/** The position of the first publication counts: new dates do not make a new consultation. */
export const publicationRows = rowsOfAct<ConsultationPublished>({
  type: 'ConsultationPublished',
  async apply({ data, position }, rows) {
    const id = data.consultationId;
    const zone = isZoneName(data.timeZone) ? data.timeZone : undefined;
    // What is kept of the answer stands with the first phase.
    const first = data.phases[0]?.phaseId;
    await giveDates(rows, id, data.phases, (phase) => (phase.id === first && zone ? withAnswer([phase], { zone })[0]! : phase));
    await rows.update(ConsultationRow, { id, publishedPosition: IsNull() }, { publishedPosition: position });
  },
});
