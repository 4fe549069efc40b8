import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import type { ContributionReported, ReportEvent } from './report.contract';

export const reportStream = (reportId: string) => `report-${reportId}`;

/** Whether it was made. A person with an account reports a thing once; another report of the same changes nothing. */
export const reportDecider: Decider<boolean, ContributionReported['data'], ReportEvent> = {
  initialState: false,
  decide: (report, isMade) => (isMade ? [] : [{ type: 'ContributionReported', data: report }]),
  evolve(isMade, event) {
    switch (event.type) {
      case 'ContributionReported':
        return true;
      default:
        return unchangedBy(event.type, isMade);
    }
  },
};
