import type { ActsInWords } from '@isegoria/audit-kit';
import type { DatesSaid } from '../phase/dates-said.recount';
import type { PhaseDatesChanged } from './change-of-dates.contract';

export const datesOfChange: DatesSaid = ({ type, data }, phaseId) =>
  type === 'PhaseDatesChanged' && data.phaseId === phaseId ? data : undefined;

export const actsOfChangesOfDates: ActsInWords<PhaseDatesChanged> = {
  PhaseDatesChanged: ({ by, phaseId, opensAt, closesAt, reason }, _, nameOf) => {
    const name = nameOf(phaseId);
    return `${name === undefined ? '' : `${name} `}open from ${opensAt} to ${closesAt} by a change of account ${by}: "${reason}"`;
  },
};
