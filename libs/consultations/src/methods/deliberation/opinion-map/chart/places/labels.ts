import { centre, type Point } from './hull';

export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** Candidates stand this far apart. */
const step = 10;
/** Room between two labels. */
const gap = 4;

/**
 * Where the labels of groups stand: each as near to the middle of its group as it can without covering a mark. No label ever covers
 * another; where marks fill the frame, a label covers as few of them as it can.
 * @param radius of a label
 * @param reach of a mark
 */
export function labelPlaces(groups: readonly (readonly Point[])[], radius: number, reach: number, frame: Frame): Point[] {
  const candidates = grid(radius, frame);
  const covered = coverage(groups.flat(), radius + reach + 2, frame);
  const placed: Point[] = [];
  for (const points of groups) {
    const middle = centre(points);
    const free = candidates.filter((place) => placed.every((other) => squared(place, other) > (2 * radius + gap) ** 2));
    placed.push(free.reduce((best, place) => better(best, place, middle, covered), free[0] ?? middle));
  }
  return placed;
}

function better(one: Point, other: Point, middle: Point, covered: (place: Point) => number): Point {
  const fewer = covered(other) - covered(one);
  return fewer < 0 || (fewer === 0 && squared(other, middle) < squared(one, middle)) ? other : one;
}

/** Where a label can stand as a whole. */
function grid(radius: number, { width, height }: Frame): Point[] {
  const places: Point[] = [];
  for (let y = Math.ceil(radius / step) * step; y <= height - radius; y += step) {
    for (let x = Math.ceil(radius / step) * step; x <= width - radius; x += step) places.push({ x, y });
  }
  return places;
}

/** How many marks a label at a place of the grid would cover. */
function coverage(marks: readonly Point[], clear: number, { width }: Frame): (place: Point) => number {
  const across = Math.floor(width / step) + 1;
  const counts = new Map<number, number>();
  for (const { x, y } of marks) {
    for (let row = Math.ceil((y - clear) / step); row * step <= y + clear; row++) {
      for (let column = Math.max(0, Math.ceil((x - clear) / step)); column * step <= Math.min(width, x + clear); column++) {
        if (squared({ x: column * step, y: row * step }, { x, y }) >= clear * clear) continue;
        const cell = row * across + column;
        counts.set(cell, (counts.get(cell) ?? 0) + 1);
      }
    }
  }
  return ({ x, y }) => counts.get((y / step) * across + x / step) ?? 0;
}

function squared(one: Point, other: Point): number {
  return (one.x - other.x) ** 2 + (one.y - other.y) ** 2;
}
