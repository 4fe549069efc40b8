import { rule, type ActsInWords, type LeavesInWords, type Rule } from '@isegoria/audit-kit';
import type { SecondFactorReset } from './second-factor.contract';

export const actsOfSecondFactors: ActsInWords<SecondFactorReset> = {
  SecondFactorReset: (_, stream) => `second factor of ${stream} taken away`,
};
export const leavesOfSecondFactors: LeavesInWords = {
  SecondFactorReset: (stream) => `the second factor of ${stream} taken away`,
};

export const isNotTheOwn: Rule<SecondFactorReset> = rule(
  'own-second-factor',
  'Administrators take no second factor away from themselves: that takes a code.',
  ({ data: { by, accountId } }) => by !== accountId,
);
