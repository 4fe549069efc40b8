import type { ComponentChildren } from 'preact';
import { useIds } from '../components/part';
import { useTexts } from '../components/texts-context';

/** A share as an SVG length, short enough to send a thousand of. */
const length = (value: number): string => String(Math.round(value * 100) / 100);

/** A list of bars that all run from nothing to everybody, with the scale below. */
export function BarList(props: { children: ComponentChildren }) {
  const { percent } = useTexts();
  return (
    <div class="bar-list">
      <ol class="bars">{props.children}</ol>
      <p class="bar-scale" aria-hidden="true">
        <span>{percent(0)}</span>
        <span>{percent(0.5)}</span>
        <span>{percent(1)}</span>
      </p>
    </div>
  );
}

interface Part {
  readonly kind: string;
  readonly value: number;
}

/** Parts of a whole in one bar; it runs from the right in right-to-left languages. */
export function Bar(props: { id: string; title: string; parts: readonly Part[]; total: number }) {
  const { direction } = useTexts();
  const title = useIds()(`${props.id}-title`);
  let filled = 0;
  return (
    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-labelledby={title}>
      <title id={title}>{props.title}</title>
      <rect class="bar-ground" width="100" height="10" />
      {props.parts
        .filter(({ value }) => value > 0)
        .map(({ kind, value }) => {
          const width = (value / props.total) * 100;
          const start = filled;
          filled += width;
          return (
            <rect
              class={`bar-${kind}`}
              x={length(direction === 'rtl' ? 100 - filled : start)}
              width={length(width)}
              height="10"
              key={kind}
            />
          );
        })}
      <path class="bar-ticks" d="M25 0V10M50 0V10M75 0V10" />
    </svg>
  );
}
