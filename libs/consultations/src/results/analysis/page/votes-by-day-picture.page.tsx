import { textsIn, type Texts } from '@isegoria/texts';
import { Lines, pictureMargin, pictureWidth, type Drawing } from '@isegoria/ui';
import type { VotesOfDay } from '../analysis.contract';
import type { Division } from './filter.page';
import { barsOfDays, partsOf } from './votes-by-day.page';

const width = pictureWidth - 2 * pictureMargin;
const [plotAt, plotTop, plotHeight, size] = [70, 50, 320, 15];
const plotWidth = width - plotAt;
const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The votes of each day as a drawing for use elsewhere. */
export function daysAsDrawing(texts: Texts, days: readonly VotesOfDay[], division: Division): Drawing {
  const { direction, number } = texts;
  const { shortDate } = textsIn(texts.language);
  const isMirrored = direction === 'rtl';
  const parts = partsOf(texts, days, division);
  const { bars, ceiling } = barsOfDays(days, parts, direction);
  const left = isMirrored ? 0 : plotAt;
  const share = Math.floor(width / Math.max(1, parts.length));
  const at = (x: number, itsWidth = 0) => (isMirrored ? width - x - itsWidth : x);
  const scale = [0, ...(ceiling % 2 === 0 ? [ceiling / 2] : []), ceiling];
  return {
    width,
    height: plotTop + plotHeight + 30,
    body: (
      <>
        {parts.map(({ kind, label }, index) => (
          <g key={kind}>
            <rect class={`bar-${kind}`} x={at(index * share, 14)} y="0" width="14" height="14" rx="3" />
            <Lines lines={[label]} x={at(index * share + 22)} y={13} size={size} />
          </g>
        ))}
        {scale.map((value) => {
          const y = tenth(plotTop + plotHeight * (1 - value / ceiling));
          return (
            <g key={value}>
              <rect class="bar-ground" x={left} y={y} width={plotWidth} height="1" />
              <Lines lines={[number(value)]} x={at(0)} y={y + 5} size={size} class="picture-note" />
            </g>
          );
        })}
        {bars.map(({ kind, x, y, width: wide, height }, index) => (
          <rect
            class={`bar-${kind}`}
            x={tenth(left + (x / 100) * plotWidth)}
            y={tenth(plotTop + (y / 100) * plotHeight)}
            width={tenth((wide / 100) * plotWidth)}
            height={tenth((height / 100) * plotHeight)}
            key={index}
          />
        ))}
        <Lines lines={[spanOf(days, shortDate)]} x={at(plotAt)} y={plotTop + plotHeight + 24} size={size} class="picture-note" />
      </>
    ),
  };
}

function spanOf(days: readonly VotesOfDay[], shortDate: (day: string) => string): string {
  const [first, last] = [days[0]!, days.at(-1)!];
  return first === last ? shortDate(first.day) : `${shortDate(first.day)} – ${shortDate(last.day)}`;
}
