import type { ActsInWords } from '@isegoria/audit-kit';
import type { BallotExcluded, BallotReinstated } from './ballot-exclusion.contract';

export const actsOfExclusions: ActsInWords<BallotExcluded | BallotReinstated> = {
  BallotExcluded: ({ voter, by, reason }) => `ballot of ${voter} left out of the counts by account ${by}: "${reason}"`,
  BallotReinstated: ({ voter, by, reason }) => `ballot of ${voter} put back into the counts by account ${by}: "${reason}"`,
};
