import { assuranceLevels } from '@isegoria/kernel';
import { textsIn, type Texts } from '@isegoria/texts';
import { ChartWithTable, DataTable, Heading, TimeChart, useIds, useSectionName, useTexts } from '@isegoria/ui';
import { sumOfLevels } from '../../assurance/by-assurance.contract';
import { roundCeiling } from '../../participation/participation-chart.page';
import { channels, type Channel, type VotesOfDay } from '../analysis.contract';
import type { Division } from './filter.page';

/** A part of the bars of days: its colour, its name, and how many votes of a day it has. */
export interface PartOfDays {
  readonly kind: string;
  readonly label: string;
  of(day: VotesOfDay): number;
}

export const votesOn = ({ byAssurance }: VotesOfDay): number => sumOfLevels(byAssurance);
const colourOf: Readonly<Record<Channel, string>> = { own: 'email', office: 'register' };

/** The parts with any votes, the surest level first. */
export function partsOf({ t }: Texts, days: readonly VotesOfDay[], division: Division): PartOfDays[] {
  const levels = [...assuranceLevels].reverse().map((level): PartOfDays => {
    return { kind: level, label: t(`assuranceLevel.${level}`), of: ({ byAssurance }) => byAssurance[level] };
  });
  const ways = channels.map((channel): PartOfDays => {
    const of = (day: VotesOfDay) => (channel === 'office' ? day.office : votesOn(day) - day.office);
    return { kind: colourOf[channel], label: t(`channel.${channel}`), of };
  });
  return (division === 'level' ? levels : ways).filter(({ of }) => days.some((day) => of(day) > 0));
}

export interface PlacedBar {
  readonly kind: string;
  /** In hundredths of the chart. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const dayLength = 86_400_000;

/** The bars of days as shares of a chart; time runs from the right in right-to-left languages. */
export function barsOfDays(days: readonly VotesOfDay[], parts: readonly PartOfDays[], direction: Texts['direction']) {
  const first = Date.parse(days[0]!.day);
  const count = Math.round((Date.parse(days.at(-1)!.day) - first) / dayLength) + 1;
  const ceiling = roundCeiling(Math.max(...days.map(votesOn)));
  const slot = 100 / count;
  // Days of years that are far apart are still seen.
  const width = Math.max(0.3, Math.min(slot * 0.8, 12));
  const bars = days.flatMap((day): PlacedBar[] => {
    const middle = ((Date.parse(day.day) - first) / dayLength + 0.5) * slot;
    const x = (direction === 'rtl' ? 100 - middle : middle) - width / 2;
    let filled = 0;
    return parts.flatMap(({ kind, of }) => {
      const height = (of(day) / ceiling) * 100;
      filled += height;
      return height > 0 ? [{ kind, x, y: 100 - filled, width, height }] : [];
    });
  });
  return { bars, ceiling };
}

const hundredth = (value: number): string => String(Math.round(value * 100) / 100);

/** How many votes were cast a day, by level or by how they came here, with the same as a table. */
export function VotesByDay(props: { days: readonly VotesOfDay[]; division: Division }) {
  const texts = useTexts();
  const { t, number, direction } = texts;
  const id = useIds()('by-day');
  const sectionName = useSectionName()('by-day');
  const { date, shortDate } = textsIn(texts.language);
  const { days, division } = props;
  const parts = partsOf(texts, days, division);
  const { bars, ceiling } = barsOfDays(days, parts, direction);
  const [first, last] = [days[0]!, days.at(-1)!];
  const sum = days.reduce((all, day) => all + votesOn(day), 0);
  return (
    <section class="section" aria-labelledby={sectionName}>
      <Heading level={2} size="md" id={id}>
        {t('analysis.byDay')}
      </Heading>
      <div class="panel">
        <ul class="legend">
          {parts.map(({ kind, label }) => (
            <li key={kind}>
              <span class={`key key-${kind}`} /> {label}
            </li>
          ))}
        </ul>
        <ChartWithTable
          id="by-day-table"
          summary={t('results.asTable')}
          chart={
            <TimeChart
              id={id}
              title={t('analysis.byDay')}
              description={t('chart.byDay', { from: date(first.day), to: date(last.day), count: sum })}
              ceiling={ceiling}
              days={(first === last ? [first] : [first, last]).map(({ day }) => shortDate(day))}
            >
              {bars.map(({ kind, x, y, width, height }, index) => (
                <rect
                  class={`bar-${kind}`}
                  x={hundredth(x)}
                  y={hundredth(y)}
                  width={hundredth(width)}
                  height={hundredth(height)}
                  key={index}
                />
              ))}
            </TimeChart>
          }
        >
          <DataTable
            caption={t('analysis.byDay')}
            captionHidden
            rows={days}
            columns={[
              { head: t('results.day'), cell: ({ day }) => <time dateTime={day}>{date(day)}</time> },
              { head: t('figures.votes'), cell: (day) => number(votesOn(day)), numeric: true },
              ...parts.map(({ label, of }) => ({ head: label, cell: (day: VotesOfDay) => number(of(day)), numeric: true })),
            ]}
          />
        </ChartWithTable>
      </div>
    </section>
  );
}
