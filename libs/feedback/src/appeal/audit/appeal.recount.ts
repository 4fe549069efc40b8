import { CompactTable, Stages, leafRule, rule, ruleBook, saltedHash, isSealed, type RuleBook } from '@isegoria/audit-kit';
import type { Written } from '../../consultations/written.recount';
import type { AppealDecided, AppealEvent, AppealMade } from '../appeal.contract';

/** What keeps appeals within the rules. Everybody sees that one was made and decided, auditors what they say. */
export function rulesOfAppeals(written: Written): RuleBook {
  const appeals = new Stages('made', 'decided');
  /** Of each appeal: the account whose decision it is against. */
  const against = new CompactTable();
  const hashOf = (account: string) => saltedHash(account)[0] || 1;
  return ruleBook<AppealEvent>({
    AppealMade: [
      leafRule(
        'one-appeal-at-a-time',
        'There is one appeal about a thing until it is decided.',
        ({ stream }) => appeals.of(stream) !== 'made',
        ({ stream }) => appeals.enter(stream, 'made'),
      ),
      rule<AppealMade>(
        'appeal-of-written',
        'An appeal is about a comment, a question or a statement of the consultation that it names.',
        ({ data }) => written.isIn(data.consultationId, data.item, data.itemId),
        ({ stream, data }) => against.set(...saltedHash(stream), hashOf(data.against)),
      ),
      rule<AppealMade>('appeal-sealed', 'The words of an appeal are sealed.', ({ data }) => isSealed(data.text)),
    ],
    AppealDecided: [
      appeals.follows(['made'], 'appeal-decided-once', 'An appeal is decided once.', 'decided'),
      rule<AppealDecided>(
        'appeal-decided-by-another',
        'An appeal is not decided by the account that it is against.',
        ({ stream, data }) => against.get(...saltedHash(stream)) !== hashOf(data.by),
      ),
    ],
  });
}
