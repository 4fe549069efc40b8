import { answerTermPages } from '../answer-owed/answer-owed.page';
import { cancellationPages } from '../cancellation/cancellation.page';
import { correctionPages } from '../correction/correction.page';
import { changeOfDatesPages } from '../change-of-dates/change-of-dates.page';
import { closurePages } from '../closure/closure.page';
import { discardingPages } from '../consultation/draft/discarding/discarding.page';
import { outcomePages } from '../outcome/outcome.page';
import { publicationPages } from '../publication/publication.page';
import { approvalPages, reviewRequestPages, sendingBackPages } from '../review/review.page';
import type { ActPages } from './official-act.page';

/** One line for each act, in the order in which an office sees their forms and everybody their notices. */
export const pagesOfActs: readonly ActPages[] = [
  outcomePages,
  cancellationPages,
  changeOfDatesPages,
  reviewRequestPages,
  approvalPages,
  sendingBackPages,
  publicationPages,
  discardingPages,
  closurePages,
  answerTermPages,
  correctionPages,
];
