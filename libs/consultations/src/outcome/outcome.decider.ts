import { Rejection } from '@isegoria/kernel';
import { officialAct } from '../official-act/official-act.decider';
import { dueByDate, isOver } from '../phase/phase.decider';
import { publishOutcome, type OutcomePublished, type PublishOutcome } from './outcome.contract';

export const outcome = officialAct<PublishOutcome, OutcomePublished>({
  contract: publishOutcome,
  event: 'OutcomePublished',

  decide({ consultationId, youSaid, weDid }, state, { by, now }) {
    if (state.cancelled) throw new Rejection('CONSULTATION_NOT_OPEN');
    if (!isOver(state, now)) throw new Rejection('CONSULTATION_NOT_CLOSED');
    const due = dueByDate(consultationId, state, now);
    if (state.outcome?.youSaid === youSaid && state.outcome.weDid === weDid) return due;
    return [...due, { type: 'OutcomePublished', data: { consultationId, youSaid, weDid, by } }];
  },
  evolve: (state, { youSaid, weDid }) => ({ ...state, outcome: { youSaid, weDid } }),
});
