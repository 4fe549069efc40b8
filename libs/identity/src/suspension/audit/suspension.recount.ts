import { Stages, leeway, rule, ruleBook, type ActsInWords, type RuleBook } from '@isegoria/audit-kit';
import { limits } from '@isegoria/kernel';
import type { SuspensionEnded, SuspensionEvent, SuspensionOrdered } from '../suspension.contract';

export const actsOfSuspensions: ActsInWords<SuspensionEvent> = {
  AccountSuspended: null,
  SuspensionLifted: null,
  SuspensionOrdered: ({ until, by, reason }) => `an account suspended until ${until} by account ${by}: "${reason}"`,
  SuspensionEnded: ({ suspensionId, by, reason }) => `suspension ${suspensionId} ended by account ${by}: "${reason}"`,
};

const aDay = 24 * 3_600_000;

/** Which account was suspended when is in no entry of the log, and has no rules here. */
export function rulesOfSuspensions(): RuleBook {
  const suspensions = new Stages('ordered', 'ended');
  return ruleBook<SuspensionOrdered | SuspensionEnded>({
    SuspensionOrdered: [
      suspensions.begins('ordered', 'suspension-begins', 'A suspension is ordered once, as it begins.'),
      rule<SuspensionOrdered>(
        'suspension-for-a-while',
        `An account is suspended for at most ${limits.suspensionDaysMax} days.`,
        ({ data, time }) =>
          Date.parse(data.until) > time - leeway && Date.parse(data.until) <= time + limits.suspensionDaysMax * aDay + leeway,
      ),
    ],
    SuspensionEnded: [suspensions.follows(['ordered'], 'suspension-ends-once', 'A suspension is ended once.', 'ended')],
  });
}
