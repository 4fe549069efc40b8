import { CompactTable, rule, ruleBook, saltedHash, type RuleBook } from '@isegoria/audit-kit';
import { rankOf } from '@isegoria/kernel';
import type { Written } from '../../consultations/written.recount';
import type { SupportCast, SupportEvent } from '../support.contract';

const takenBack = 255;

/** What keeps support within the rules. */
export function rulesOfSupport(written: Written): RuleBook {
  /** Of each stream: what was last said in it. */
  const last = new CompactTable();
  const said = ({ supports, assurance }: SupportCast['data']) => (supports ? rankOf(assurance) + 1 : takenBack);
  return ruleBook<SupportEvent>({
    SupportCast: [
      rule<SupportCast>('support-of-written', 'Support is for a comment or a question of the consultation that it names.', ({ data }) =>
        written.isIn(data.consultationId, data.item, data.itemId),
      ),
      rule<SupportCast>('support-of-others', 'Nobody supports what they wrote themselves.', ({ data }) => {
        return !data.supports || !written.isBy(data.supporter, data.item, data.itemId);
      }),
      rule<SupportCast>(
        'support-changes',
        'Support is given before it is taken back, and given again only at another level.',
        ({ stream, data }) => said(data) !== (last.get(...saltedHash(stream)) || takenBack),
        ({ stream, data }) => last.set(...saltedHash(stream), said(data)),
      ),
    ],
  });
}
