import type { Texts } from '@isegoria/texts';
import { barsAsDrawing, type Drawing } from '@isegoria/ui';
import type { StatementResult } from '../deliberation.contract';
import { readInOrderOfVotes, votesOf } from './statement-results.page';

/** So many statements fit into a picture that is still read. */
const most = 12;

/** The votes on the statements with the most votes as a drawing for use elsewhere. */
export function votesAsDrawing({ t, percent }: Texts, statements: readonly StatementResult[]): Drawing {
  const shown = readInOrderOfVotes(statements).slice(0, most);
  const rows = shown.map((statement) => {
    const total = votesOf(statement);
    const share = (votes: number) => percent(votes / Math.max(1, total));
    return {
      text: statement.text,
      bars: [
        {
          total,
          parts: [
            { kind: 'agree', value: statement.agrees },
            { kind: 'disagree', value: statement.disagrees },
            { kind: 'pass', value: statement.passes },
          ],
          note: [
            t('results.agreeShare', { share: share(statement.agrees) }),
            t('results.disagreeShare', { share: share(statement.disagrees) }),
            t('results.passShare', { share: share(statement.passes) }),
            t('results.votes', { count: total }),
          ].join(' · '),
        },
      ],
    };
  });
  const legend = (['agree', 'disagree', 'pass'] as const).map((kind) => ({ kind, label: t(`vote.${kind}`) }));
  return barsAsDrawing(rows, legend);
}
