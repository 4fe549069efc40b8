import { useTexts } from '@isegoria/ui';
import type { QuestionResult } from '../results/survey-results.contract';
import { squareOf } from './cells.pure';
import { MapFrame } from './map/map-frame.page';

/** How many people named a place in each square, on a map; the chart and the table below it say the same. */
export function PlacesMap({ choices }: Pick<QuestionResult, 'choices'>) {
  const { t, number } = useTexts();
  const squares = choices.flatMap(({ choice, votes }) => {
    const square = squareOf(choice);
    return square ? [{ ...square, people: number(votes) }] : [];
  });
  return (
    <>
      <p class="meta">{t('place.coarse')}</p>
      {squares.length > 0 && <MapFrame label={t('place.mapOfAnswers')} squares={JSON.stringify(squares)} />}
    </>
  );
}
