import { useIds, useTexts } from '@isegoria/ui';
import { centre, convexHull, core, type Point } from './hull';
import { labelPlaces } from './labels';
import { spreadOut } from './marks';
import type { MapParticipant, MapView } from '../opinion-map.contract';

const width = 720;
const height = 460;
/** Room for the labels of groups at the edge. */
const margin = 72;
/** On a narrow screen, where they are largest. */
const labelRadius = 30;

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
export function GroupMark(props: { group: string }) {
  const index = shapeNumber(props.group);
  return (
    <svg class={`group-mark group-${index}`} viewBox="-12 -12 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={`M0 0${shapeOf(index, 7)}`} />
    </svg>
  );
}

/**
 * Everybody who voted enough, placed so that people who vote alike stand close together. One path a group: a map of thousands stays small.
 * The axes have no unit and no direction, so the map is not mirrored in right-to-left languages.
 * @param you the place of the person who looks, on a page that nobody else is shown
 */
export function OpinionMapChart(props: { id: string; map: MapView; you?: MapParticipant }) {
  const { t } = useTexts();
  const id = useIds()(props.id);
  const { participants, groups } = props.map;
  const radius = participants.length > 1200 ? 3 : participants.length > 300 ? 4 : 6;
  const places = spreadOut(participants.map(placement(participants)), radius);
  const marksOf = (group: string) => places.filter((_, index) => participants[index]!.group === group);
  const drawn = groups.map(({ id: group }) => ({ group, marks: marksOf(group) })).filter(({ marks }) => marks.length > 0);
  const labels = labelPlaces(
    drawn.map(({ marks }) => marks),
    labelRadius,
    1.4 * radius,
    { width, height },
  );
  const you = props.you && places[participants.indexOf(props.you)];
  return (
    <svg class="opinion-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{t('map.title')}</title>
      <desc id={`${id}-desc`}>
        {groups.length === 0
          ? t('chart.mapNoGroups', { people: participants.length })
          : t('chart.map', { people: participants.length, groups: groups.length })}
      </desc>
      <path class="map-axes" d={`M${width / 2} 12V${height - 12}M12 ${height / 2}H${width - 12}`} />
      {drawn.map(({ group, marks }) => (
        <path class={`hull group-${shapeNumber(group)}`} d={outline(marks)} key={group} />
      ))}
      {drawn.map(({ group, marks }, index) => (
        <path class={`leader group-${shapeNumber(group)}`} d={lineTo(labels[index]!, centre(marks))} key={group} />
      ))}
      {groups.length === 0 && <path class="people" d={places.map(markWith(0, radius)).join('')} />}
      {drawn.map(({ group, marks }) => (
        <path class={`people group-${shapeNumber(group)}`} d={marks.map(markWith(shapeNumber(group), radius)).join('')} key={group} />
      ))}
      {drawn.map(({ group }, index) => {
        const { x, y } = labels[index]!;
        return (
          <g class={`group-label group-${shapeNumber(group)}`} key={group}>
            <circle cx={x} cy={y} r="20" />
            <text x={x} y={y} dy="0.36em" text-anchor="middle">
              {group}
            </text>
          </g>
        );
      })}
      {you && <circle class="you" cx={you.x} cy={you.y} r={radius + 8} />}
    </svg>
  );
}

/** A letter has the same colour and shape on every map, whichever other groups there are. */
export function shapeNumber(group: string): number {
  return (group.charCodeAt(0) - 'A'.charCodeAt(0)) % shapes.length;
}

function markWith(shape: number, radius: number): (place: Point) => string {
  const path = shapeOf(shape, radius);
  return ({ x, y }) => `M${x} ${y}${path}`;
}

function lineTo(from: Point, to: Point): string {
  return `M${from.x} ${from.y}L${short(to.x)} ${short(to.y)}`;
}

/** Fits everybody into the frame, with one scale for both axes: a distance means the same in every direction. */
function placement(people: readonly Point[]): (person: Point) => Point {
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
