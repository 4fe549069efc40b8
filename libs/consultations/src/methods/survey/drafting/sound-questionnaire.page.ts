import { Rejection, mostFaults } from '@isegoria/kernel';
import { allFaultsOf } from '../questionnaire/words/all-faults';
import type { Questionnaire } from '../questionnaire/questionnaire.contract';

/** @throws Rejection VALIDATION_FAILED with everything that is wrong beyond what the class says, each at its field after a beginning */
export function mustBeSound(questionnaire: Questionnaire, at = ''): void {
  const [first, ...further] = allFaultsOf(questionnaire)
    .slice(0, mostFaults)
    .map(({ field, constraint, limit }) => ({ field: at + field, params: { constraint, ...(limit === undefined ? {} : { limit }) } }));
  if (first) throw new Rejection('VALIDATION_FAILED', { ...first, ...(further.length > 0 && { further }) });
}
