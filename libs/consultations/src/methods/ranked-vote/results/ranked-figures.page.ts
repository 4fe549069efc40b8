import type { Texts } from '@isegoria/texts';
import type { ActivityResults } from '../../../results/results.contract';
import { foundInText } from '../../choices/results/found.page';
import { figureRow, lotRows, optionRows, wordsRow } from '../../choices/results/figure-rows.page';
import type { FigureRow } from '../../method/method.page';
import type { RankedCount } from '../ranked-vote.contract';
import { roundFound } from './rounds.page';

type Options = ActivityResults['options'];

/** First choices and the whole working, for a file. */
export function rankedFigures(texts: Texts, { options, ranking }: ActivityResults): FigureRow[] {
  const { t } = texts;
  const first = optionRows(options, t('ranked.first'));
  if (!ranking) return first;
  const counting = wordsRow(t('field.counting'), t(`counting.${ranking.counting}`));
  const working = ranking.counting === 'schulze' ? pairs(texts, options, ranking) : rounds(texts, options, ranking);
  return [...first, counting, ...lotRows(texts, options, ranking.lots), ...(ranking.winner === null ? [] : working)];
}

/** An option that is out has no figure any more. */
function rounds(texts: Texts, options: Options, ranking: RankedCount): FigureRow[] {
  const { t } = texts;
  return ranking.rounds.flatMap(({ votes, exhausted }, index) => {
    const round = t('ranked.round', { round: index + 1 });
    return [
      ...options.flatMap(({ text }, option) => (votes[option] == null ? [] : [figureRow(text, round, votes[option])])),
      figureRow(t('ranked.exhausted'), round, exhausted),
      wordsRow(round, foundInText(texts, roundFound(options, ranking, index))),
    ];
  });
}

function pairs({ t }: Texts, options: Options, { order, preferred, strengths }: RankedCount): FigureRow[] {
  const textOf = (id: string) => options.find((option) => option.id === id)?.text ?? id;
  const cells = (figure: 'file.over' | 'file.strengthOver', table: RankedCount['preferred']) =>
    options.flatMap(({ text }, row) =>
      options.flatMap((other, column) =>
        row === column ? [] : [figureRow(text, t(figure, { option: other.text }), table[row]![column]!)],
      ),
    );
  const places = order.map((id, index) => figureRow(textOf(id), t('file.place'), index + 1));
  return [...places, ...cells('file.over', preferred), ...cells('file.strengthOver', strengths)];
}
