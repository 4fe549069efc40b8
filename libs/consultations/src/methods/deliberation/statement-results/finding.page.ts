import type { Texts } from '@isegoria/texts';
import { eachLevel } from '../../../results/assurance/by-assurance.contract';
import { whenClosed, type Found } from '../../choices/results/found.page';
import { figureRow, mostRow } from '../../choices/results/figure-rows.page';
import type { FigureRow } from '../../method/method.page';
import type { DeliberationResults, StatementResult } from '../deliberation.contract';
import type { OpinionMap } from '../opinion-map/opinion-map.contract';
import { inPlaceOfWords } from '../said-words/said-words.page';
import { votesOf } from './statement-results.page';

/** The result of a deliberation in a sentence: the statement with the widest agreement, of whichever groups there are. */
export function foundInStatements(props: { map: OpinionMap; statements: readonly StatementResult[]; closed?: true }): Found {
  const { map } = props.map;
  if (!map) return { says: `deliberation.findingEarly${whenClosed(props)}` };
  const withWords = props.statements.filter(({ text }) => text !== null);
  const inOrder = map.consensus.flatMap(({ statementId }) => withWords.find(({ id }) => id === statementId) ?? []);
  // Without groups the votes as they stand now say it; the map may be of an earlier moment.
  const [widest] = map.groups.length > 1 ? inOrder : [...inOrder].sort((a, b) => support(b) - support(a));
  if (!widest || widest.agrees * 2 <= votesOf(widest)) return { says: `deliberation.findingNone${whenClosed(props)}` };
  return {
    says: map.groups.length > 1 ? 'deliberation.findingGroups' : 'deliberation.finding',
    said: { statement: widest.text! },
    shares: { share: widest.agrees / votesOf(widest) },
    values: { count: votesOf(widest) },
  };
}

/** The share that agrees, as of one more vote for and one against, so that few votes do not come first. */
const support = (statement: StatementResult): number => (statement.agrees + 1) / (votesOf(statement) + 2);

/** How many statements there are and the votes on them, for a file; what nobody may read is told by its state. */
export function statementFigures({ t }: Texts, { statements, statementCounts }: DeliberationResults): FigureRow[] {
  const states = ['accepted', 'pending', 'rejected', 'withdrawn'] as const;
  const all = states.map((state) => figureRow(t('figures.statements'), t(`file.statements.${state}`), statementCounts[state]));
  const votes = statements.flatMap(({ text, status, byAssurance, agrees, disagrees, passes }) => {
    const of = text ?? t(inPlaceOfWords({ status }));
    return [
      { of, figure: t('vote.agree'), counted: agrees, byAssurance: eachLevel((level) => byAssurance[level].agrees) },
      { of, figure: t('vote.disagree'), counted: disagrees, byAssurance: eachLevel((level) => byAssurance[level].disagrees) },
      { of, figure: t('vote.pass'), counted: passes, byAssurance: eachLevel((level) => byAssurance[level].passes) },
    ];
  });
  const most = mostRow(t('figures.statements'), statements.length, statementCounts, (values) => t('file.statements.most', values));
  return [...all, ...most, ...votes];
}
