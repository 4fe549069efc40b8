import { Rejection } from '@isegoria/kernel';
import { officialAct } from '../official-act/official-act.decider';
import { hasBegun, isOver } from '../phase/phase.decider';
import { cancelConsultation, type CancelConsultation, type ConsultationCancelled } from './cancellation.contract';

/** Before it begins: one that has begun is closed early, since people may have taken part. */
export const cancellation = officialAct<CancelConsultation, ConsultationCancelled>({
  contract: cancelConsultation,
  event: 'ConsultationCancelled',

  decide({ consultationId, reason }, state, { by, now }) {
    if (state.phases.some(({ opensAt }) => opensAt === null)) throw new Rejection('CONSULTATION_NOT_OPEN');
    if (state.cancelled) throw new Rejection('ALREADY_DONE');
    if (isOver(state, now)) throw new Rejection('CONSULTATION_CLOSED');
    if (hasBegun(state, now)) throw new Rejection('CONSULTATION_BEGUN');
    return [{ type: 'ConsultationCancelled', data: { consultationId, reason, by } }];
  },
  // To whoever asks whether something is taken, it is closed.
  evolve: (state) => ({ ...state, closedEarly: true, cancelled: true }),
});
