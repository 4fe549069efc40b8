import { Bar, useTexts } from '@isegoria/ui';
import type { VoteTally } from '../deliberation.contract';

/** Agrees, disagrees and passes of one statement as one full bar; runs from the right in right-to-left languages. */
export function VoteBar(props: { id: string; tally: VoteTally }) {
  const { t } = useTexts();
  const { agrees, disagrees, passes } = props.tally;
  const total = agrees + disagrees + passes;
  return (
    <Bar
      id={props.id}
      title={t('chart.voteBar', { agrees, disagrees, passes })}
      total={Math.max(1, total)}
      parts={[
        { kind: 'agree', value: agrees },
        { kind: 'disagree', value: disagrees },
        { kind: 'pass', value: passes },
      ]}
    />
  );
}
