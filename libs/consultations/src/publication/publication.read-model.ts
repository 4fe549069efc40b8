import { IsNull } from 'typeorm';
import { ConsultationRow } from '../consultation/view/consultation-row.read-model';
import type { ConsultationPublished } from '../consultation/consultation.contract';
import { rowsOfAct } from '../official-act/official-act.read-model';
import { giveDates } from '../phase/dates/phase-dates.read-model';

/** The position of the first publication counts: new dates do not make a new consultation. */
export const publicationRows = rowsOfAct<ConsultationPublished>({
  type: 'ConsultationPublished',
  async apply({ data, position }, rows) {
    const id = data.consultationId;
    await giveDates(rows, id, data.phases);
    await rows.update(ConsultationRow, { id, publishedPosition: IsNull() }, { publishedPosition: position });
  },
});
