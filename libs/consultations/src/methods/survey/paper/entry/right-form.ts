import { Rejection, mostFaults, type FieldFault } from '@isegoria/kernel';
import { withoutFacts } from '../../answer-file/keeping/known-files';
import { withoutFiles } from '../../answer-file/without-files.pure';
import { answerFaults } from '../../questionnaire/answers.pure';
import type { Answers, Questionnaire } from '../../questionnaire/questionnaire.pure';
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
  const wrong = answerFaults(withoutFiles(questionnaire), withoutFacts(questionnaire, answers));
  const faults: FieldFault[] = [
    ...(numberOfForm.test(form) ? [] : [{ field: 'form', params: { constraint: 'matches' } }]),
    ...(isOfThis ? [] : [{ field: 'formCode', params: { constraint: 'isIn' } }]),
    ...wrong.map(({ field, constraint }) => ({ field, params: { constraint } })),
  ];
  const [first, ...further] = faults;
  const others = further.length > 0 && { further: further.slice(0, mostFaults - 1) };
  if (first) throw new Rejection('VALIDATION_FAILED', { ...first, ...others });
}
