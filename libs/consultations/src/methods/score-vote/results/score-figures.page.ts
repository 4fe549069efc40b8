import type { Texts } from '@isegoria/texts';
import type { ActivityResults } from '../../../results/results.contract';
import { figureRow, lotRows, optionRows, wordsRow } from '../../choices/results/figure-rows.page';
import type { FigureRow } from '../../method/method.page';

/** Who scored each option, its points and mean, and how many gave each score, for a file. */
export function scoreFigures(texts: Texts, { options, scores }: ActivityResults): FigureRow[] {
  const { t } = texts;
  const scored = optionRows(options, t('score.scored'));
  if (!scores) return scored;
  const working = scores.options.flatMap(({ total, mean, counts }, at) => {
    const { text } = options[at]!;
    return [
      figureRow(text, t('score.total'), total),
      figureRow(text, t('score.mean'), mean),
      ...counts.map((people, score) => figureRow(text, t('file.score', { score }), people)),
    ];
  });
  return [...scored, wordsRow(t('field.scoring'), t(`scoring.${scores.scoring}`)), ...lotRows(texts, options, scores.lots), ...working];
}
