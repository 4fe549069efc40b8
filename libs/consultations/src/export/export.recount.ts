import type { ActsInWords } from '@isegoria/audit-kit';
import type { ContributionsExported } from './export.contract';

export const actsOfExports: ActsInWords<ContributionsExported> = {
  ContributionsExported: ({ contents, activityId, by, purpose }) =>
    `${contents}${activityId ? ` of activity ${activityId}` : ''} exported by account ${by}: "${purpose}"`,
};
