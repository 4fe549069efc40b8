import type { Texts } from '@isegoria/texts';
import type { ActivityResults } from '../../../results/results.contract';
import { figureRow, optionRows, wordsRow } from '../../choices/results/figure-rows.page';
import type { FigureRow } from '../../method/method.page';
import { votesAsOptions } from './motion-results.page';

/** The votes, and the majority and the quorum that they are held against, for a file. */
export function motionFigures(texts: Texts, results: ActivityResults): FigureRow[] {
  const { t } = texts;
  const votes = optionRows(votesAsOptions(texts, results), t('figures.votes'));
  if (!results.motion) return votes;
  const { majority, quorum, ballots } = results.motion;
  const needed = quorum === null ? wordsRow(t('file.quorum'), t('motion.rule.noQuorum')) : figureRow('', t('file.quorum'), quorum);
  return [...votes, wordsRow(t('field.majority'), t(`majority.${majority}`)), needed, figureRow('', t('file.ballots'), ballots)];
}
