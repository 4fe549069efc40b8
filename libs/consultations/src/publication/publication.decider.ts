import { Rejection } from '@isegoria/kernel';
import type { ConsultationState } from '../consultation/consultation-state.decider';
import { publishConsultation, type ConsultationPublished, type PublishConsultation } from '../consultation/consultation.contract';
import { officialAct } from '../official-act/official-act.decider';
import { datedPhases, dueByDate, hasBegun, withDates } from '../phase/phase.decider';

/** May be repeated before the first phase opens: new dates. */
export const publication = officialAct<PublishConsultation, ConsultationPublished>({
  contract: publishConsultation,
  event: 'ConsultationPublished',

  decide({ consultationId, phases: dates }, state, { by, now }) {
    if (hasBegun(state, now)) throw new Rejection('ALREADY_DONE');
    const phases = datedPhases(state.phases, dates, now);
    const data = { consultationId, phases, by };
    const after = published(state, data);
    const isSame = after.phases.every(({ opensAt, closesAt }, index) => {
      const before = state.phases[index]!;
      return opensAt === before.opensAt && closesAt === before.closesAt;
    });
    return isSame ? [] : [{ type: 'ConsultationPublished', data }, ...dueByDate(consultationId, after, now)];
  },
  evolve: published,
});

function published(state: ConsultationState, { phases }: ConsultationPublished['data']): ConsultationState {
  return { ...state, phases: withDates(state.phases, phases) };
}
