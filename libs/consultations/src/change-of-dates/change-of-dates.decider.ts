import { momentIn } from '@isegoria/kernel';
import { officialAct } from '../official-act/official-act.decider';
import { otherDates } from '../phase/dates/dates-in-order';
import { dueByDate, onlyPhasesToComeOrOpen, withDates, type PhaseState } from '../phase/phase.decider';
import type { PhaseDates } from '../phase/phase.contract';
import { changeDates, type ChangeDates, type PhaseDatesChanged } from './change-of-dates.contract';

export const changeOfDates = officialAct<ChangeDates, PhaseDatesChanged>({
  contract: changeDates,
  event: 'PhaseDatesChanged',

  decide({ consultationId, phaseId, reason, ...asked }, state, { by, now }) {
    const phase = onlyPhasesToComeOrOpen(state, phaseId, now);
    const known = state.phases.map((each) => ({ ...each, hasBegun: each.opened || now.getTime() >= each.opensAt! }));
    if (isSame(phase, asked)) return [];
    const { opensAt, closesAt } = otherDates(known, state.phases.indexOf(phase), asked, now);
    const dates = { phaseId, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() };
    const after = { ...state, phases: withDates(state.phases, [dates]) };
    return [{ type: 'PhaseDatesChanged', data: { consultationId, ...dates, reason, by } }, ...dueByDate(consultationId, after, now)];
  },
  evolve: (state, dates) => ({ ...state, phases: withDates(state.phases, [dates]) }),
});

const isSame = (phase: PhaseState, asked: PhaseDates): boolean =>
  momentIn(asked.opensAt) === phase.opensAt && momentIn(asked.closesAt) === phase.closesAt;
