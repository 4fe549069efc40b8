import type { ActsInWords } from '@isegoria/audit-kit';
import type { ActivityEvent } from '../activity.contract';

export const actsOfActivities: ActsInWords<ActivityEvent> = {
  BallotsRevealed: null,
  ActivityCorrected: ({ activityId, note, by }) => `activity ${activityId} corrected by account ${by}: "${note}"`,
  ActivityDrafted: ({ activityId, method, title, phaseId, by }, _, nameOf) => {
    const name = nameOf(phaseId);
    return `activity ${activityId} (${method}${title === null ? '' : `, "${title}"`}) drafted${name === undefined ? '' : ` in ${name}`} by account ${by}`;
  },
};
