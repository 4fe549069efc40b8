import type { MapView } from '../../opinion-map.contract';
import type { Point } from './hull';
import { labelPlaces, type Frame } from './labels';
import { spreadOut } from './marks';

export const frame: Frame = { width: 720, height: 460 };
/** Room for the labels of groups at the edge. */
const margin = 72;
/** On a narrow screen, where they are largest. */
const labelRadius = 30;
/** From so many people on, marks would cover one another, and people are drawn in hexagons. */
const crowd = 1_500;

export const isCrowded = ({ participants }: Pick<MapView, 'participants'>): boolean => participants.length > crowd;

export function markRadius({ participants }: Pick<MapView, 'participants'>): number {
  return participants.length > 1_200 ? 3 : participants.length > 300 ? 4 : 6;
}

/** Where each person is drawn, in the order of the participants. */
export function placesOn(map: MapView): Point[] {
  const places = map.participants.map(placement(map.participants));
  return isCrowded(map) ? places : spreadOut(places, markRadius(map));
}

export interface DrawnGroup {
  readonly group: string;
  readonly marks: readonly Point[];
  readonly label: Point;
}

/** The groups that somebody on the map is in, with their marks and a place for their label. */
export function groupsOn(map: MapView, places: readonly Point[]): DrawnGroup[] {
  const marksOf = (group: string) => places.filter((_, index) => map.participants[index]!.group === group);
  const drawn = map.groups.map(({ id: group }) => ({ group, marks: marksOf(group) })).filter(({ marks }) => marks.length > 0);
  const labels = labelPlaces(
    drawn.map(({ marks }) => marks),
    labelRadius,
    1.4 * markRadius(map),
    frame,
  );
  return drawn.map((one, index) => ({ ...one, label: labels[index]! }));
}

/** Fits everybody into the frame, with one scale for both axes: a distance means the same in every direction. */
function placement(people: readonly Point[]): (person: Point) => Point {
  const across = extent(people.map(({ x }) => x));
  const along = extent(people.map(({ y }) => y));
  const { width, height } = frame;
  const scale = Math.min((width - 2 * margin) / across.range, (height - 2 * margin) / along.range);
  return ({ x, y }) => ({ x: width / 2 + (x - across.middle) * scale, y: height / 2 - (y - along.middle) * scale });
}

function extent(values: readonly number[]): { middle: number; range: number } {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  return { middle: (low + high) / 2, range: high - low || 1 };
}
