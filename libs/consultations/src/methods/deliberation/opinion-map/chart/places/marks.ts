import type { Point } from './hull';

/** The angle at which seeds of a sunflower follow one another: no two lie in one direction. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));
/** How far from their place the marks of many people at one place may come to lie. */
const widest = 40;

const short = (value: number): number => Math.round(value * 10) / 10;

/**
 * Where each mark is drawn, to a tenth: at its place, and where several people stand at the same place, round it like the seeds of a
 * sunflower, so that each of them is seen.
 */
export function spreadOut(places: readonly Point[], radius: number): Point[] {
  const counts = new Map<string, number>();
  const keyOf = ({ x, y }: Point) => `${Math.round(x)} ${Math.round(y)}`;
  for (const place of places) counts.set(keyOf(place), (counts.get(keyOf(place)) ?? 0) + 1);
  const drawn = new Map<string, number>();
  return places.map((place) => {
    const key = keyOf(place);
    const count = counts.get(key)!;
    const nth = drawn.get(key) ?? 0;
    drawn.set(key, nth + 1);
    if (count === 1) return { x: short(place.x), y: short(place.y) };
    const distance = Math.min(1.8 * radius, widest / Math.sqrt(count)) * Math.sqrt(nth);
    return {
      x: short(Math.round(place.x) + distance * Math.cos(nth * goldenAngle)),
      y: short(Math.round(place.y) + distance * Math.sin(nth * goldenAngle)),
    };
  });
}
