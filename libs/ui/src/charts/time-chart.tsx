import type { ComponentChildren } from 'preact';
import { useTexts } from '../components/texts-context';

/**
 * The frame of a chart over days: a scale from nothing to the ceiling, the drawing in a square of 100 by 100, and names of days below.
 * @param props.id what the ids of the drawing's title and description begin with
 */
export function TimeChart(props: {
  id: string;
  title: string;
  description: ComponentChildren;
  ceiling: number;
  /** From the first day to the last; a single one stands in the middle. */
  days: readonly string[];
  children: ComponentChildren;
}) {
  const { number } = useTexts();
  const { id, ceiling, days } = props;
  return (
    <div class="time-chart">
      <div class="time-chart-scale" aria-hidden="true">
        <span>{number(ceiling)}</span>
        {ceiling % 2 === 0 && <span>{number(ceiling / 2)}</span>}
        <span>{number(0)}</span>
      </div>
      <svg class="time-chart-plot" viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{props.title}</title>
        <desc id={`${id}-desc`}>{props.description}</desc>
        <path class="grid" d="M0 0H100M0 50H100M0 100H100" />
        {props.children}
      </svg>
      <div class={days.length === 1 ? 'time-chart-days time-chart-day' : 'time-chart-days'} aria-hidden="true">
        {days.map((day, index) => (
          <span key={index}>{day}</span>
        ))}
      </div>
    </div>
  );
}
