import { withoutFacts } from '../../answer-file/keeping/known-files';
import { withoutFiles } from '../../answer-file/without-files.pure';
import type { Answers, Questionnaire } from '../../questionnaire/questionnaire.pure';
import { onlyWithout, wrongAnswers } from '../../response/response.decider';
import type { UnansweredQuestion } from '../unanswered/unanswered.contract';
import { unansweredFaults, withoutUnanswered } from '../unanswered/unanswered.pure';
import { formCode } from '../form-code';
import { numberOfForm } from './paper-entry.contract';

interface Typed {
  readonly form: string;
  readonly activityId: string;
  readonly questionnaire: Questionnaire;
  readonly formCode: string;
  readonly answers: Answers;
  readonly unanswered?: readonly UnansweredQuestion[];
}

/**
 * Policy: what was printed before the questions were changed, or for another survey, is not taken for an answer to these.
 * @throws Rejection VALIDATION_FAILED with everything that is wrong, the answers included
 */
export function mustBeRightForm({ activityId, form, questionnaire, formCode: typed, answers, unanswered = [] }: Typed): void {
  const said = Object.fromEntries(unanswered.map(({ question, why }) => [question, why]));
  const onPaper = withoutUnanswered(withoutFiles(questionnaire), said);
  const at = (id: string) => unanswered.findIndex(({ question }) => question === id);
  const isOfThis = typed.replace(/\s/g, '').toUpperCase() === formCode(activityId, questionnaire);
  onlyWithout([
    ...(numberOfForm.test(form) ? [] : [{ field: 'form', params: { constraint: 'matches' } }]),
    ...(isOfThis ? [] : [{ field: 'formCode', params: { constraint: 'isIn' } }]),
    ...wrongAnswers(onPaper, withoutFacts(questionnaire, answers)),
    ...unansweredFaults(onPaper, answers, said).map(({ field, constraint }) => ({
      field: `unanswered[${at(field)}].question`,
      params: { constraint },
    })),
  ]);
}
