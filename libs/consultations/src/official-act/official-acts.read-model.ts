import { answerTermRows } from '../answer-owed/answer-owed.read-model';
import { categoriesRows } from '../category/chosen/chosen.read-model';
import { cancellationRows } from '../cancellation/cancellation.read-model';
import { correctionRows } from '../correction/correction.read-model';
import { changeOfDatesRows } from '../change-of-dates/change-of-dates.read-model';
import { closureRows } from '../closure/closure.read-model';
import type { ConsultationView } from '../consultation/consultation.contract';
import { discardingRows, revisionRows } from '../consultation/draft/draft.read-model';
import { outcomeRows } from '../outcome/outcome.read-model';
import { publicationRows } from '../publication/publication.read-model';
import type { PhaseInRow } from '../phase/phase.read-model';
import { translationRows } from '../translation/translation-in-lists.read-model';
import { approvalRows, reviewRequestRows, sendingBackRows } from '../review/review.read-model';
import type { RowsOfAct } from './official-act.read-model';

/** One line for each act. They are applied in the order of the log. */
export const rowsOfActs: readonly RowsOfAct[] = [
  revisionRows,
  discardingRows,
  reviewRequestRows,
  approvalRows,
  sendingBackRows,
  publicationRows,
  changeOfDatesRows,
  correctionRows,
  translationRows,
  categoriesRows,
  cancellationRows,
  closureRows,
  answerTermRows,
  outcomeRows,
];

/** What acts show besides the columns of the consultation. */
export function viewOfActs(phases: readonly PhaseInRow[]): Partial<ConsultationView> {
  return Object.assign({}, ...rowsOfActs.map(({ view }) => view?.(phases))) as Partial<ConsultationView>;
}
