import { limits } from '@isegoria/kernel';
import { answer, pageFrom, positionOf } from '@isegoria/projection';
import { ConsultationRow, visibleConsultation } from '../../consultation/view/consultation.read-model';
import { listCorrections } from '../correction.contract';
import { correctionsIn } from '../correction.read-model';

/** All corrections of one consultation, page by page. */
export const correctionAnswers = [
  answer(listCorrections, ['consultations'], async ({ consultationId, cursor }, { rows, reader }) => {
    await visibleConsultation(rows, consultationId, reader);
    const { phases } = await rows.getRepository(ConsultationRow).findOneByOrFail({ id: consultationId });
    const all = correctionsIn(phases);
    const before = cursor === undefined ? Infinity : positionOf(cursor);
    const found = all.filter(({ position }) => position < before).reverse();
    const { items, ...page } = pageFrom(found.slice(0, limits.pageSize + 1), all.length, ({ position }) => String(position));
    return { ...page, items: items.map(({ position: _, ...view }) => view) };
  }),
];
