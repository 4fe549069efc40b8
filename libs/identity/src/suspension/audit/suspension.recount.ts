import {
  CompactTable,
  Stages,
  isSealed,
  leafRule,
  leeway,
  rule,
  ruleBook,
  saltedHash,
  type ActsInWords,
  type RuleBook,
} from '@isegoria/audit-kit';
import { limits } from '@isegoria/kernel';
import type { SuspensionAppealDecided, SuspensionAppealEvent, SuspensionAppealed } from '../appeal/suspension-appeal.contract';
import type { SuspensionEnded, SuspensionEvent, SuspensionOrdered } from '../suspension.contract';

export const actsOfSuspensions: ActsInWords<SuspensionEvent | SuspensionAppealEvent> = {
  AccountSuspended: null,
  SuspensionLifted: null,
  SuspensionOrdered: ({ until, by, reason }) => `an account suspended until ${until} by account ${by}: "${reason}"`,
  SuspensionEnded: ({ suspensionId, by, reason }) => `suspension ${suspensionId} ended by account ${by}: "${reason}"`,
  SuspensionAppealed: null,
  SuspensionAppealDecided: ({ suspensionId, granted, by, reason }) =>
    `an appeal against suspension ${suspensionId} ${granted ? 'granted' : 'dismissed'} by account ${by}: "${reason}"`,
};

const aDay = 24 * 3_600_000;

/** Appeals stand in streams of their own, which are named after the suspension. */
const ofSuspension = (stream: string) => stream.replace(/^appealed-/, 'suspension-');

/** Which account was suspended when is in no entry of the log, and has no rules here. */
export function rulesOfSuspensions(): RuleBook {
  const suspensions = new Stages('ordered', 'ended');
  const appeals = new Stages('made', 'decided');
  /** Of each suspension: the account that ordered it. */
  const orderedBy = new CompactTable();
  const hashOf = (account: string) => saltedHash(account)[0] || 1;
  const isBy = (suspensionId: string, account: string) => orderedBy.get(...saltedHash(suspensionId)) === hashOf(account);
  return ruleBook<SuspensionOrdered | SuspensionEnded | SuspensionAppealEvent>({
    SuspensionOrdered: [
      suspensions.begins('ordered', 'suspension-begins', 'A suspension is ordered once, as it begins.'),
      rule<SuspensionOrdered>(
        'suspension-for-a-while',
        `An account is suspended for at most ${limits.suspensionDaysMax} days.`,
        ({ data, time }) =>
          Date.parse(data.until) > time - leeway && Date.parse(data.until) <= time + limits.suspensionDaysMax * aDay + leeway,
        ({ data }) => orderedBy.set(...saltedHash(data.suspensionId), hashOf(data.by)),
      ),
    ],
    SuspensionEnded: [suspensions.follows(['ordered'], 'suspension-ends-once', 'A suspension is ended once.', 'ended')],
    SuspensionAppealed: [
      leafRule(
        'one-appeal-against-a-suspension',
        'There is one appeal against a suspension, which was ordered before.',
        ({ stream }) => appeals.of(ofSuspension(stream)) === undefined && suspensions.of(ofSuspension(stream)) !== undefined,
        ({ stream }) => appeals.enter(ofSuspension(stream), 'made'),
      ),
      rule<SuspensionAppealed>('suspension-appeal-sealed', 'The words of an appeal against a suspension are sealed.', ({ data }) =>
        isSealed(data.text),
      ),
    ],
    SuspensionAppealDecided: [
      leafRule(
        'suspension-appeal-decided-once',
        'An appeal against a suspension is decided once, before anybody ends the suspension.',
        ({ stream }) => appeals.of(stream) === 'made' && suspensions.of(stream) === 'ordered',
        ({ stream }) => appeals.enter(stream, 'decided'),
      ),
      rule<SuspensionAppealDecided>(
        'suspension-appeal-decided-by-another',
        'An appeal against a suspension is not decided by the account that ordered it.',
        ({ data }) => !isBy(data.suspensionId, data.by),
        ({ stream, data }) => data.granted && suspensions.enter(stream, 'ended'),
      ),
    ],
  });
}
