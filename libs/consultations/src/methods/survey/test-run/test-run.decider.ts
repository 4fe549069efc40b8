import type { Decider } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import { phaseStatusAt, type Phases } from '../../../phase/phase.decider';
import { onlyUponWhatStands, type Upon } from '../response/response.decider';
import type { TestAnswersGiven } from './test-run.contract';

export const testRunStream = (activityId: string, by: string) => `survey-test-${activityId}-${by}`;

/** Policy: a survey is tried before it opens; from then on, answers are responses. @throws Rejection ACTIVITY_NOT_FOUND or TEST_OVER */
export function onlyBeforeOpening(consultation: Phases & { readonly discarded?: true }, phaseId: string, now: Date): void {
  const phase = consultation.phases.find((each) => each.phaseId === phaseId);
  if (!phase || consultation.discarded) throw new Rejection('ACTIVITY_NOT_FOUND');
  if (phase.opened || !['draft', 'scheduled'].includes(phaseStatusAt(phase, consultation, now))) throw new Rejection('TEST_OVER');
}

export interface GiveTestAnswers {
  readonly type: 'GiveTestAnswers';
  readonly given: TestAnswersGiven['data'];
  readonly upon: Upon;
}

/** The salt of the last ones, which comes from the answers: the same are not recorded twice in a row. */
export const testRunDecider: Decider<string | null, GiveTestAnswers, TestAnswersGiven> = {
  initialState: null,
  decide({ given, upon }, last) {
    if (given.salt === last) return [];
    onlyUponWhatStands(upon, last);
    return [{ type: 'TestAnswersGiven', data: given }];
  },
  evolve: (_, { data }) => data.salt,
};
