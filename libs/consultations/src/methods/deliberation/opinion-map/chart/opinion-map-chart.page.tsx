import { useIds, useTexts } from '@isegoria/ui';
import type { MapView } from '../opinion-map.contract';
import { RoomForOwnMark } from '../../../method/own-mark.page';
import { shapeNumber, shapeOf } from './group-mark.page';
import { hexagonPath, hexagons } from './places/hexagons';
import { centre, convexHull, core, type Point } from './places/hull';
import { frame, groupsOn, isCrowded, markRadius, placesOn, type DrawnGroup } from './places/laid-out';

const { width, height } = frame;
/** From the centre of a hexagon to a corner. */
const hexagonSize = 8;
/** In so many steps hexagons grow darker. */
const shades = 4;

const short = (value: number): number => Math.round(value * 10) / 10;

interface ChartProps {
  readonly id: string;
  readonly map: MapView;
  /** The activity of which it is the map, if the page has room on it for the mark of the person who looks. */
  readonly activityId?: string;
}

/**
 * Everybody who voted enough, placed so that people who vote alike stand close together. One path a group: a map of thousands stays small.
 * The axes have no unit and no direction, so the map is not mirrored in right-to-left languages.
 */
export function OpinionMapChart(props: ChartProps) {
  const { t } = useTexts();
  const id = useIds()(props.id);
  const { participants, groups } = props.map;
  return (
    <svg class="opinion-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{t('map.title')}</title>
      <desc id={`${id}-desc`}>
        {groups.length === 0
          ? t('chart.mapNoGroups', { people: participants.length })
          : t('chart.map', { people: participants.length, groups: groups.length })}
      </desc>
      <MapDrawing map={props.map} />
      {props.activityId !== undefined && <RoomForOwnMark activityId={props.activityId} />}
    </svg>
  );
}

/** The drawing alone, `frame` in size, for whatever stands round it. */
export function MapDrawing({ map }: { map: MapView }) {
  const places = placesOn(map);
  const drawn = groupsOn(map, places);
  const radius = markRadius(map);
  return (
    <>
      <path class="map-axes" d={`M${width / 2} 12V${height - 12}M12 ${height / 2}H${width - 12}`} />
      {drawn.map(({ group, marks }) => (
        <path class={`hull group-${shapeNumber(group)}`} d={outline(marks)} key={group} />
      ))}
      {drawn.map(({ group, marks, label }) => (
        <path class={`leader group-${shapeNumber(group)}`} d={lineTo(label, centre(marks))} key={group} />
      ))}
      {isCrowded(map) ? <Crowd map={map} places={places} /> : <People map={map} places={places} drawn={drawn} radius={radius} />}
      {drawn.map(({ group, label: { x, y } }) => (
        <g class={`group-label group-${shapeNumber(group)}`} key={group}>
          <circle cx={x} cy={y} r="20" />
          <text x={x} y={y} dy="0.36em" text-anchor="middle">
            {group}
          </text>
        </g>
      ))}
    </>
  );
}

/** A ring round the place of one person, to be put on the map of that person alone. */
export function OwnMark(props: { map: MapView; voter: string }) {
  const { participants } = props.map;
  const place = placesOn(props.map)[participants.findIndex(({ pseudonym }) => pseudonym === props.voter)];
  if (!place) return null;
  const radius = markRadius(props.map) + 10;
  return (
    <>
      <circle class="you-halo" cx={place.x} cy={place.y} r={radius} />
      <circle class="you" cx={place.x} cy={place.y} r={radius} />
    </>
  );
}

/** One mark a person. */
function People(props: { map: MapView; places: readonly Point[]; drawn: readonly DrawnGroup[]; radius: number }) {
  const { radius } = props;
  if (props.map.groups.length === 0) return <path class="people" d={props.places.map(markWith(shapeOf(0, radius))).join('')} />;
  return (
    <>
      {props.drawn.map(({ group, marks }) => {
        const shape = shapeNumber(group);
        return <path class={`people group-${shape}`} d={marks.map(markWith(shapeOf(shape, radius))).join('')} key={group} />;
      })}
    </>
  );
}

/** Hexagons, the darker the more people stand in them. */
function Crowd(props: { map: MapView; places: readonly Point[] }) {
  const people = props.places.map(({ x, y }, index) => ({ x, y, group: props.map.participants[index]!.group }));
  const bins = hexagons(people, hexagonSize);
  const most = bins.reduce((highest, { count }) => Math.max(highest, count), 1);
  const paths = new Map<string, Point[]>();
  for (const { centre: place, count, group } of bins) {
    const shade = Math.round((Math.log(count) / Math.log(Math.max(2, most))) * (shades - 1));
    const name = `crowd crowd-${shade}${group === null ? '' : ` group-${shapeNumber(group)}`}`;
    paths.set(name, [...(paths.get(name) ?? []), place]);
  }
  const hexagon = markWith(hexagonPath(hexagonSize));
  return (
    <>
      {[...paths].map(([name, centres]) => (
        <path class={name} d={centres.map(hexagon).join('')} key={name} />
      ))}
    </>
  );
}

function markWith(path: string): (place: Point) => string {
  return ({ x, y }) => `M${x} ${y}${path}`;
}

function lineTo(from: Point, to: Point): string {
  return `M${from.x} ${from.y}L${short(to.x)} ${short(to.y)}`;
}

function outline(points: readonly Point[]): string {
  if (points.length < 3) return '';
  const hull = convexHull(core(points, 0.9));
  return `M${hull.map(({ x, y }) => `${short(x)} ${short(y)}`).join('L')}Z`;
}
