import { Rejection } from '@isegoria/kernel';
import { officialAct } from '../official-act/official-act.decider';
import { dueByDate, isOver } from '../phase/phase.decider';
import { publishOutcome, type OutcomePublished, type PublishOutcome } from './outcome.contract';

/** Policy: what people were told came of it changes in the open. */
export const outcome = officialAct<PublishOutcome, OutcomePublished>({
  contract: publishOutcome,
  event: 'OutcomePublished',

  decide({ consultationId, youSaid, weDid, note = null }, state, { by, now }) {
    if (state.cancelled) throw new Rejection('CONSULTATION_NOT_OPEN');
    if (!isOver(state, now)) throw new Rejection('CONSULTATION_NOT_CLOSED');
    const due = dueByDate(consultationId, state, now);
    if (state.outcome?.youSaid === youSaid && state.outcome.weDid === weDid) return due;
    if ((state.outcome === null) !== (note === null))
      throw new Rejection('VALIDATION_FAILED', { field: 'note', params: { constraint: note === null ? 'isDefined' : 'other' } });
    return [...due, { type: 'OutcomePublished', data: { consultationId, youSaid, weDid, note, by } }];
  },
  evolve: (state, { youSaid, weDid }) => ({ ...state, outcome: { youSaid, weDid } }),
});
