import { officialAct } from '../official-act/official-act.decider';
import { instantOf, wrongOrder } from '../phase/dates/dates-in-order';
import { dueByDate, onlyPhasesToComeOrOpen, withDates, type PhaseState } from '../phase/phase.decider';
import { changeDates, type ChangeDates, type PhaseDatesChanged } from './change-of-dates.contract';

export const changeOfDates = officialAct<ChangeDates, PhaseDatesChanged>({
  contract: changeDates,
  event: 'PhaseDatesChanged',

  decide({ consultationId, phaseId, reason, ...asked }, state, { by, now }) {
    const phase = onlyPhasesToComeOrOpen(state, phaseId, now);
    const [opensAt, closesAt] = [instantOf('opensAt', asked.opensAt, now), instantOf('closesAt', asked.closesAt, now)];
    if (opensAt.getTime() === phase.opensAt && closesAt.getTime() === phase.closesAt) return [];
    nothingBeginsInThePast(phase, opensAt, now);
    phasesKeepTheirOrder(state.phases, phase, { opensAt, closesAt, now });
    const dates = { phaseId, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() };
    const after = { ...state, phases: withDates(state.phases, [dates]) };
    return [{ type: 'PhaseDatesChanged', data: { consultationId, ...dates, reason, by } }, ...dueByDate(consultationId, after, now)];
  },
  evolve: (state, dates) => ({ ...state, phases: withDates(state.phases, [dates]) }),
});

/** The beginning of a phase that has begun is not changed either. @throws Rejection DATES_IN_WRONG_ORDER */
function nothingBeginsInThePast(phase: PhaseState, opensAt: Date, now: Date): void {
  if (opensAt.getTime() === phase.opensAt) return;
  const hasBegun = phase.opened || now.getTime() >= phase.opensAt!;
  // To the minute, as forms give times: a phase that opens at once is typed as opening in this minute.
  const isPast = opensAt.getTime() < now.getTime() - (now.getTime() % 60_000);
  if (hasBegun || isPast) throw wrongOrder('opensAt');
}

/** @throws Rejection DATES_IN_WRONG_ORDER */
function phasesKeepTheirOrder(
  phases: readonly PhaseState[],
  phase: PhaseState,
  { opensAt, closesAt, now }: { opensAt: Date; closesAt: Date; now: Date },
): void {
  const index = phases.indexOf(phase);
  const [before, next] = [phases[index - 1]?.closesAt, phases[index + 1]?.opensAt];
  if (before && opensAt.getTime() < before) throw wrongOrder('opensAt');
  if (closesAt <= opensAt || closesAt <= now || (next && closesAt.getTime() > next)) throw wrongOrder('closesAt');
}
