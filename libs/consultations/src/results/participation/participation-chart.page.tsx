import { levelsBelow, levelsFrom, type AssuranceLevel } from '@isegoria/kernel';
import { TimeChart, useIds, useTexts } from '@isegoria/ui';
import { beside } from '../assurance/by-assurance.contract';
import { LevelBar, LevelLegend, levelsWith } from '../assurance/levels.page';
import type { ParticipationDay } from '../results.contract';

const dayLength = 86_400_000;

/** The next round number at or above: 1, 2, 5 times a power of ten. */
export function roundCeiling(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= value && Number.isInteger(factor * power)) ?? 10;
  return step * power;
}

/**
 * People taking part, summed up day by day: those who are counted as an area, all others as a line of its own. Shapes are SVG and stretch;
 * words are HTML beside them, so that they keep their size on a phone. A single day does not make a curve yet, so it is a single bar, which
 * tells levels apart. Time runs from the right in right-to-left languages.
 */
export function ParticipationChart(props: { id: string; days: readonly ParticipationDay[]; countsFrom: AssuranceLevel }) {
  const { t, shortDate, month, date, direction } = useTexts();
  const { days, countsFrom } = props;
  const others = ({ byAssurance }: ParticipationDay) => beside(byAssurance, countsFrom);
  const id = useIds()(props.id);
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return null;
  if (days.length === 1) {
    return (
      <div class="bars">
        <LevelLegend levels={levelsWith(first.byAssurance)} />
        <LevelBar id={props.id} counts={first.byAssurance} levels={levelsFrom(countsFrom)} of={first.participants} />
        <p class="bar-numbers">
          <strong>{t('map.people', { count: first.participants })}</strong>
          <span>{date(first.day)}</span>
        </p>
        {others(first) > 0 && (
          <div class="beside">
            <LevelBar id={`${props.id}-beside`} counts={first.byAssurance} levels={levelsBelow(countsFrom)} of={others(first)} />
            <span>{t('figures.besideSentence', { count: others(first) })}</span>
          </div>
        )}
      </div>
    );
  }

  const start = Date.parse(first.day) - dayLength;
  const span = Math.max(dayLength, Date.parse(last.day) - start);
  const ceiling = roundCeiling(Math.max(last.participants, others(last)));
  const x = (day: string) => {
    const share = (Date.parse(day) - start) / span;
    return ((direction === 'rtl' ? 1 - share : share) * 100).toFixed(2);
  };
  const y = (people: number) => (100 - (people / ceiling) * 100).toFixed(2);
  const origin = direction === 'rtl' ? '100' : '0';
  const line = (height: (day: ParticipationDay) => number) => days.map((day) => `L${x(day.day)} ${y(height(day))}`).join('');
  const area = (height: (day: ParticipationDay) => number) => `M${origin} 100${line(height)}V100Z`;
  const label = span > 300 * dayLength ? month : shortDate;
  const middle = span > 4 * dayLength ? new Date(start + span / 2).toISOString() : undefined;

  return (
    <TimeChart
      id={id}
      title={t('results.participation')}
      description={
        <>
          {t('chart.participation', {
            from: date(first.day),
            to: date(last.day),
            people: last.participants,
          })}{' '}
          {others(last) > 0 && t('chart.participationBeside', { count: others(last) })}
        </>
      }
      ceiling={ceiling}
      days={[first.day, ...(middle ? [middle] : []), last.day].map(label)}
    >
      <path class="area-counted" d={area(({ participants }) => participants)} />
      <path class="line-counted" d={`M${origin} 100${line(({ participants }) => participants)}`} />
      {others(last) > 0 && <path class="line-beside" d={`M${origin} 100${line(others)}`} />}
    </TimeChart>
  );
}
