import { changeOfAnswerTerm } from '../answer-owed/answer-owed.decider';
import { choiceOfCategories } from '../category/chosen/chosen.decider';
import { cancellation } from '../cancellation/cancellation.decider';
import { correction } from '../correction/correction.decider';
import { changeOfDates } from '../change-of-dates/change-of-dates.decider';
import { closure } from '../closure/closure.decider';
import { discarding, revision } from '../consultation/draft/draft.decider';
import { outcome } from '../outcome/outcome.decider';
import { publication } from '../publication/publication.decider';
import { translation } from '../translation/translation.decider';
import { approval, reviewRequest, sendingBack } from '../review/review.decider';
import type { OfficialAct } from './official-act.decider';

/** What officials do to consultations, one line for each act. */
export const officialActs: readonly OfficialAct[] = [
  revision,
  discarding,
  reviewRequest,
  approval,
  sendingBack,
  publication,
  changeOfDates,
  correction,
  translation,
  choiceOfCategories,
  cancellation,
  closure,
  changeOfAnswerTerm,
  outcome,
];
