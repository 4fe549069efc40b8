import { limits } from '@isegoria/kernel';
import { timeOf } from '@isegoria/projection';
import { rowsOfAct } from '../official-act/official-act.read-model';
import { giveDates } from '../phase/dates/phase-dates.read-model';
import type { PhaseInRow } from '../phase/phase.read-model';
import type { DateChangeView, PhaseDatesChanged } from './change-of-dates.contract';

/** In a row, changes stand with their phase; the position puts those of several phases in the order of the log. */
type KeptChange = DateChangeView & { readonly position: number };
/** In the order in which they were made. */
export const changesIn = (phases: readonly PhaseInRow[]): KeptChange[] =>
  phases.flatMap(changesOf).sort((one, other) => one.position - other.position);
const changesOf = ({ kept }: PhaseInRow) => (kept?.['dateChanges'] ?? []) as readonly KeptChange[];

export const changeOfDatesRows = rowsOfAct<PhaseDatesChanged>({
  type: 'PhaseDatesChanged',

  async apply(event, rows) {
    const { consultationId, phaseId, opensAt, closesAt, reason } = event.data;
    const said = { phaseId, after: { opensAt, closesAt }, reason, changedAt: timeOf(event).toISOString(), position: event.position };
    await giveDates(rows, consultationId, [event.data], (phase, before) => {
      if (phase.id !== phaseId || before.opensAt === null || before.closesAt === null) return phase;
      const change: KeptChange = { ...said, before: { opensAt: before.opensAt, closesAt: before.closesAt } };
      return { ...phase, kept: { ...phase.kept, dateChanges: [...changesOf(phase), change] } };
    });
  },

  view(phases) {
    const changes = changesIn(phases);
    return { dateChanges: changes.slice(-limits.dateChangesInView).map(viewOfChange), dateChangeCount: changes.length };
  },
});

export function viewOfChange({ phaseId, before, after, reason, changedAt }: KeptChange): DateChangeView {
  return { phaseId, before, after, reason, changedAt };
}
