import { answer, pageFrom, positionOf } from '@isegoria/projection';
import { limits } from '@isegoria/kernel';
import { ConsultationRow, visibleConsultation } from '../../consultation/view/consultation.read-model';
import { listDateChanges } from '../change-of-dates.contract';
import { changesIn, viewOfChange } from '../change-of-dates.read-model';

/** All changes of the dates of one consultation, page by page. */
export const dateChangeAnswers = [
  answer(listDateChanges, ['consultations'], async ({ consultationId, cursor }, { rows, reader }) => {
    await visibleConsultation(rows, consultationId, reader);
    const { phases } = await rows.getRepository(ConsultationRow).findOneByOrFail({ id: consultationId });
    const changes = changesIn(phases);
    const before = cursor === undefined ? Infinity : positionOf(cursor);
    const found = changes.filter(({ position }) => position < before).reverse();
    const { items, ...page } = pageFrom(found.slice(0, limits.pageSize + 1), changes.length, ({ position }) => String(position));
    return { ...page, items: items.map(viewOfChange) };
  }),
];
