import { Rejection } from '@isegoria/kernel';
import { closeConsultation, type CloseConsultation, type ConsultationClosed } from '../consultation/consultation.contract';
import { officialAct } from '../official-act/official-act.decider';
import { dueByDate, hasBegun, isOver } from '../phase/phase.decider';

/** Early, and also between two phases, since the consultation has begun. */
export const closure = officialAct<CloseConsultation, ConsultationClosed>({
  contract: closeConsultation,
  event: 'ConsultationClosed',
  closes: true,

  decide({ consultationId, reason }, state, { by, now }) {
    if (isOver(state, now)) throw new Rejection('ALREADY_DONE');
    if (!hasBegun(state, now)) throw new Rejection('CONSULTATION_NOT_OPEN');
    return [...dueByDate(consultationId, state, now), { type: 'ConsultationClosed', data: { consultationId, by, reason } }];
  },
  evolve: (state) => ({ ...state, closedEarly: true }),
});
