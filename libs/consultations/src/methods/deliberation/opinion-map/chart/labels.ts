import { centre, type Point } from './hull';

interface Frame {
  readonly width: number;
  readonly height: number;
}

/** Candidates stand this far apart. */
const step = 10;

/**
 * Where the labels of groups stand: each as near to the middle of its group as it can without covering a mark or another label.
 * @param radius of a label
 * @param reach of a mark
 */
export function labelPlaces(groups: readonly (readonly Point[])[], radius: number, reach: number, frame: Frame): Point[] {
  const free = freePlaces(groups.flat(), radius, reach, frame);
  const placed: Point[] = [];
  for (const points of groups) {
    const middle = centre(points);
    const candidates = free.filter((place) => placed.every((other) => squared(place, other) > (2 * radius + 4) ** 2));
    placed.push(
      candidates.reduce((best, place) => (squared(place, middle) < squared(best, middle) ? place : best), candidates[0] ?? middle),
    );
  }
  return placed;
}

function freePlaces(marks: readonly Point[], radius: number, reach: number, { width, height }: Frame): Point[] {
  const across = Math.floor(width / step);
  const covered = new Set<number>();
  const clear = radius + reach + 2;
  for (const { x, y } of marks) {
    for (let row = Math.ceil((y - clear) / step); row * step <= y + clear; row++) {
      for (let column = Math.ceil((x - clear) / step); column * step <= x + clear; column++) {
        if (squared({ x: column * step, y: row * step }, { x, y }) < clear * clear) covered.add(row * across + column);
      }
    }
  }
  const places: Point[] = [];
  for (let row = Math.ceil(radius / step); row * step <= height - radius; row++) {
    for (let column = Math.ceil(radius / step); column * step <= width - radius; column++) {
      if (!covered.has(row * across + column)) places.push({ x: column * step, y: row * step });
    }
  }
  return places;
}

function squared(one: Point, other: Point): number {
  return (one.x - other.x) ** 2 + (one.y - other.y) ** 2;
}
