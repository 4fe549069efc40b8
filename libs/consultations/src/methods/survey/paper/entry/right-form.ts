import { withoutFacts } from '../../answer-file/keeping/known-files';
import { withoutFiles } from '../../answer-file/without-files.pure';
import type { Answers, Questionnaire } from '../../questionnaire/questionnaire.pure';
import { onlyWithout, wrongAnswers } from '../../response/response.decider';
import { formCode } from '../form-code';
import { numberOfForm } from './paper-entry.contract';

interface Typed {
  readonly form: string;
  readonly activityId: string;
  readonly questionnaire: Questionnaire;
  readonly formCode: string;
  readonly answers: Answers;
}

/**
 * Policy: what was printed before the questions were changed, or for another survey, is not taken for an answer to these.
 * @throws Rejection VALIDATION_FAILED with everything that is wrong, the answers included
 */
export function mustBeRightForm({ activityId, form, questionnaire, formCode: typed, answers }: Typed): void {
  const isOfThis = typed.replace(/\s/g, '').toUpperCase() === formCode(activityId, questionnaire);
  onlyWithout([
    ...(numberOfForm.test(form) ? [] : [{ field: 'form', params: { constraint: 'matches' } }]),
    ...(isOfThis ? [] : [{ field: 'formCode', params: { constraint: 'isIn' } }]),
    ...wrongAnswers(withoutFiles(questionnaire), withoutFacts(questionnaire, answers)),
  ]);
}
