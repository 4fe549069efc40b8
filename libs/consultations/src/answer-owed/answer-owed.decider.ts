import { Rejection } from '@isegoria/kernel';
import { officialAct } from '../official-act/official-act.decider';
import { dueByDate, mustBePublished } from '../phase/phase.decider';
import { changeAnswerTerm, type AnswerTermChanged, type ChangeAnswerTerm } from './answer-owed.contract';

/**
 * Policy: a promise that everybody read changes in the open, and not any more once it was kept. From the end of the consultation on, the
 * date that counts stays (ADR 134).
 */
export const changeOfAnswerTerm = officialAct<ChangeAnswerTerm, AnswerTermChanged>({
  contract: changeAnswerTerm,
  event: 'AnswerTermChanged',

  decide({ consultationId, answerWithinDays, reason }, state, { by, now }) {
    mustBePublished(state, now);
    if (state.outcome) throw new Rejection('CONSULTATION_ANSWERED');
    if (state.answerWithinDays === answerWithinDays) return [];
    return [
      ...dueByDate(consultationId, state, now),
      { type: 'AnswerTermChanged', data: { consultationId, answerWithinDays, reason, by } },
    ];
  },
  evolve: (state, { answerWithinDays }) => ({ ...state, answerWithinDays }),
});
