import type { Texts } from '@isegoria/texts';
import { eachLevel } from '../../../results/assurance/by-assurance.contract';
import { figureRow, mostRow } from '../../choices/results/figure-rows.page';
import type { DeliberationResults, StatementResult } from '../../deliberation/deliberation.contract';
import type { FigureRow } from '../../method/method.page';
import { fates, type CoverageCounts, type CoverageView } from '../answered/coverage.contract';
import { nameOf, rowsOf } from '../answered/coverage.page';
import { inOneText } from '../proposal/proposed-in-words.page';

/** How many people support what was written to a text, for a file. `all` are those of the results, the unread ones among them. */
export function supportRows(texts: Texts, shown: readonly StatementResult[], all: DeliberationResults): FigureRow[] {
  const { t } = texts;
  const { statements, statementCounts } = all;
  const support = shown.map((annotation) => ({
    of: inOneText(texts, annotation),
    figure: t('paper.figure'),
    counted: annotation.agrees,
    byAssurance: eachLevel((level) => annotation.byAssurance[level].agrees),
  }));
  return [...mostRow(t('paper.annotations'), statements.length, statementCounts, (values) => t('paper.most', values)), ...support];
}

/** How many annotations there are and what became of them: as a whole, of the proposals among them, and for each paragraph. */
export function coverageRows({ t }: Texts, coverage: CoverageView): FigureRow[] {
  const rows = (of: string, counts: CoverageCounts) => [
    figureRow(of, t('coverage.annotations'), counts.annotations),
    ...fates.map((fate) => figureRow(of, nameOf(t, fate), counts[fate])),
  ];
  return [
    ...rows(t('coverage.whole'), coverage),
    ...rows(t('coverage.onlyProposals'), coverage.proposals),
    ...rowsOf(coverage).flatMap((row) => {
      const of = row.number === null ? t('coverage.leftOut') : t('paper.paragraph', { number: row.number });
      return rows(of, row);
    }),
  ];
}
