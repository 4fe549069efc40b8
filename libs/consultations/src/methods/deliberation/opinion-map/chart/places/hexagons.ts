import type { Point } from './hull';

/** People who stand close together, drawn as one hexagon. */
export interface Hexagon<Group> {
  readonly centre: Point;
  readonly count: number;
  /** That of most people in it. */
  readonly group: Group;
}

/**
 * People by hexagons with a corner above (Carr et al., 1987): a map of many thousands shows where most of them stand, and costs no more
 * than one of a thousand.
 * @param size from the centre of a hexagon to a corner
 */
export function hexagons<Group>(people: readonly (Point & { readonly group: Group })[], size: number): Hexagon<Group>[] {
  const bins = new Map<string, { centre: Point; groups: Map<Group, number> }>();
  for (const person of people) {
    const centre = nearestCentre(person, size);
    const key = `${centre.x} ${centre.y}`;
    const bin = bins.get(key) ?? { centre, groups: new Map<Group, number>() };
    bins.set(key, bin);
    bin.groups.set(person.group, (bin.groups.get(person.group) ?? 0) + 1);
  }
  return [...bins.values()].map(({ centre, groups }) => {
    const [[group]] = [...groups].sort(([, one], [, other]) => other - one) as [[Group, number]];
    return { centre, group, count: [...groups.values()].reduce((sum, some) => sum + some, 0) };
  });
}

/** Hexagons stand in rows that are half a hexagon apart: the nearer of the two rows' candidates. */
function nearestCentre({ x, y }: Point, size: number): Point {
  const [across, along] = [Math.sqrt(3) * size, 3 * size];
  const even = { x: Math.round(x / across) * across, y: Math.round(y / along) * along };
  const odd = { x: (Math.floor(x / across) + 0.5) * across, y: (Math.floor(y / along) + 0.5) * along };
  const distance = (centre: Point) => (centre.x - x) ** 2 + (centre.y - y) ** 2;
  const { x: cx, y: cy } = distance(even) <= distance(odd) ? even : odd;
  return { x: Math.round(cx * 10) / 10, y: Math.round(cy * 10) / 10 };
}

/** The outline of a hexagon round the place where the path stands. */
export function hexagonPath(size: number): string {
  const [half, quarter] = [Math.round((Math.sqrt(3) / 2) * size * 10) / 10, size / 2];
  return `m0 ${-size}l${half} ${quarter}v${size}l${-half} ${quarter}l${-half} ${-quarter}v${-size}z`;
}
