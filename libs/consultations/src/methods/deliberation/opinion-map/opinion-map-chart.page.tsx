import { useIds, useTexts } from '@isegoria/ui';
import { centre, convexHull, core, type Point } from './hull';
import type { OpinionMap } from './opinion-map.contract';

type Map = NonNullable<OpinionMap['map']>;

const width = 720;
const height = 460;
const margin = 40;

/** Each group has a colour and a shape, so that the map can be read without telling colours apart. */
const shapes = [
  (r: number) => `m${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
  (r: number) => `m${-r} ${-r}h${2 * r}v${2 * r}h${-2 * r}z`,
  (r: number) => `m0 ${-1.3 * r}l${1.25 * r} ${2.2 * r}h${-2.5 * r}z`,
  (r: number) => `m0 ${-1.35 * r}l${1.35 * r} ${1.35 * r}l${-1.35 * r} ${1.35 * r}l${-1.35 * r} ${-1.35 * r}z`,
  (r: number) =>
    `m${-0.45 * r} ${-1.3 * r}h${0.9 * r}v${0.85 * r}h${0.85 * r}v${0.9 * r}h${-0.85 * r}v${0.85 * r}h${-0.9 * r}v${-0.85 * r}h${-0.85 * r}v${-0.9 * r}h${0.85 * r}z`,
] as const;

const short = (value: number): number => Math.round(value * 10) / 10;

function shapeOf(index: number, radius: number): string {
  const shape = shapes[index % shapes.length]!;
  return shape(radius).replace(/-?\d{1,9}\.\d+/g, (value) => String(short(Number(value))));
}

/** The mark of a group as it stands in the map, for its legend. */
export function GroupMark(props: { index: number }) {
  return (
    <svg
      class={`group-mark group-${props.index % shapes.length}`}
      viewBox="-12 -12 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={`M0 0${shapeOf(props.index, 7)}`} />
    </svg>
  );
}

/**
 * Everybody who voted enough, placed so that people who vote alike stand close together. One path a group: a map of thousands stays small.
 * The axes have no unit and no direction, so the map is not mirrored in right-to-left languages.
 */
export function OpinionMapChart(props: { id: string; map: Map }) {
  const { t } = useTexts();
  const id = useIds()(props.id);
  const { participants, groups } = props.map;
  const place = placement(participants);
  const radius = participants.length > 1200 ? 3 : participants.length > 300 ? 4 : 6;
  const placed = groups.map((group) => ({ group, points: participants.filter((person) => person.group === group.id).map(place) }));

  return (
    <svg class="opinion-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{t('map.title')}</title>
      <desc id={`${id}-desc`}>{t('chart.map', { people: participants.length, groups: groups.length })}</desc>
      <path class="map-axes" d={`M${width / 2} 12V${height - 12}M12 ${height / 2}H${width - 12}`} />
      {placed.map(({ group, points }, index) => (
        <path class={`hull group-${index % shapes.length}`} d={outline(points)} key={group.id} />
      ))}
      {placed.map(({ group, points }, index) => (
        <path
          class={`people group-${index % shapes.length}`}
          d={points.map(({ x, y }) => `M${short(x)} ${short(y)}${shapeOf(index, radius)}`).join('')}
          key={group.id}
        />
      ))}
      {placed
        .filter(({ points }) => points.length > 0)
        .map(({ group, points }, index) => {
          const { x, y } = centre(points);
          return (
            <g class={`group-label group-${index % shapes.length}`} key={group.id}>
              <circle cx={short(x)} cy={short(y)} r="20" />
              <text x={short(x)} y={short(y)} dy="0.36em" text-anchor="middle">
                {group.id}
              </text>
            </g>
          );
        })}
    </svg>
  );
}

/** Fits everybody into the frame, with one scale for both axes: a distance means the same in every direction. */
function placement(people: Map['participants']): (person: Point) => Point {
  const across = extent(people.map(({ x }) => x));
  const along = extent(people.map(({ y }) => y));
  const scale = Math.min((width - 2 * margin) / across.range, (height - 2 * margin) / along.range);
  return ({ x, y }) => ({ x: width / 2 + (x - across.middle) * scale, y: height / 2 - (y - along.middle) * scale });
}

function extent(values: readonly number[]): { middle: number; range: number } {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  return { middle: (low + high) / 2, range: high - low || 1 };
}

function outline(points: readonly Point[]): string {
  if (points.length < 3) return '';
  const hull = convexHull(core(points, 0.9));
  return `M${hull.map(({ x, y }) => `${short(x)} ${short(y)}`).join('L')}Z`;
}
