import type { Texts } from '@isegoria/texts';
import { Sentence, useTexts } from '@isegoria/ui';
import { eachLevel } from '../../../results/assurance/by-assurance.contract';
import { whenClosed } from '../../choices/results/found.page';
import type { FigureRow } from '../../method/method.page';
import type { StatementResult } from '../deliberation.contract';
import type { OpinionMap } from '../opinion-map/opinion-map.contract';
import { votesOf } from './statement-results.page';

/** The result of a deliberation in a sentence: the statement with the widest agreement, of whichever groups there are. */
export function DeliberationFinding(props: { map: OpinionMap; statements: readonly StatementResult[]; closed?: true }) {
  const { t, percent } = useTexts();
  const { map } = props.map;
  if (!map) return <p>{t(`deliberation.findingEarly${whenClosed(props)}`)}</p>;
  const withWords = props.statements.filter(({ text }) => text !== null);
  const inOrder = map.consensus.flatMap(({ statementId }) => withWords.find(({ id }) => id === statementId) ?? []);
  // Without groups the votes as they stand now say it; the map may be of an earlier moment.
  const [widest] = map.groups.length > 1 ? inOrder : [...inOrder].sort((a, b) => support(b) - support(a));
  if (!widest || widest.agrees * 2 <= votesOf(widest)) return <p>{t(`deliberation.findingNone${whenClosed(props)}`)}</p>;
  const share = percent(widest.agrees / votesOf(widest));
  return (
    <p>
      <Sentence
        says={map.groups.length > 1 ? 'deliberation.findingGroups' : 'deliberation.finding'}
        words={{ statement: widest.text! }}
        values={{ share, count: votesOf(widest) }}
      />
    </p>
  );
}

/** The share that agrees, as of one more vote for and one against, so that few votes do not come first. */
const support = (statement: StatementResult): number => (statement.agrees + 1) / (votesOf(statement) + 2);

/** The votes on statements for a file; what has no words any more is told by its state. */
export function statementFigures({ t }: Texts, statements: readonly StatementResult[]): FigureRow[] {
  return statements.flatMap(({ text, status, byAssurance, agrees, disagrees, passes }) => {
    const of = status === 'accepted' ? (text ?? t('text.erased')) : t(`statementStatus.${status}`);
    return [
      { of, figure: t('vote.agree'), counted: agrees, byAssurance: eachLevel((level) => byAssurance[level].agrees) },
      { of, figure: t('vote.disagree'), counted: disagrees, byAssurance: eachLevel((level) => byAssurance[level].disagrees) },
      { of, figure: t('vote.pass'), counted: passes, byAssurance: eachLevel((level) => byAssurance[level].passes) },
    ];
  });
}
