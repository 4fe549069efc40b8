import { limits } from '@isegoria/kernel';
import { answer, pageFrom, positionOf } from '@isegoria/projection';
import { ConsultationRow, visibleConsultation } from '../../consultation/view/consultation.read-model';
import { listOutcomeChanges } from '../outcome.contract';

const wordsOf = ({ youSaid, weDid }: { readonly youSaid: string; readonly weDid: string }) => ({ youSaid, weDid });

/** All changes of one outcome, page by page. */
export const outcomeChangeAnswers = [
  answer(listOutcomeChanges, ['consultations'], async ({ consultationId, cursor }, { rows, reader }) => {
    await visibleConsultation(rows, consultationId, reader);
    const { outcome } = await rows.getRepository(ConsultationRow).findOneByOrFail({ id: consultationId });
    const all = outcome?.earlier ?? [];
    const changes = all.map(({ note, changedAt, position, ...before }, index) => {
      return { position, view: { changedAt, note, before: wordsOf(before), after: wordsOf(all[index + 1] ?? outcome!) } };
    });
    const before = cursor === undefined ? Infinity : positionOf(cursor);
    const found = changes.filter(({ position }) => position < before).toReversed();
    const { items, ...page } = pageFrom(found.slice(0, limits.pageSize + 1), all.length, ({ position }) => String(position));
    return { ...page, items: items.map(({ view }) => view) };
  }),
];
