export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The convex hull, counter-clockwise (Andrew's monotone chain); fewer than three points come back as they are. */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const chain = (ordered: readonly Point[]) => {
    const kept: Point[] = [];
    for (const point of ordered) {
      while (kept.length > 1 && turn(kept.at(-2)!, kept.at(-1)!, point) <= 0) kept.pop();
      kept.push(point);
    }
    return kept.slice(0, -1);
  };
  return [...chain(sorted), ...chain([...sorted].reverse())];
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

export function centre(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** The share of the points that lies nearest to their centre: an outline of the many that a few far ones do not stretch. */
export function core(points: readonly Point[], share: number): Point[] {
  const middle = centre(points);
  const distance = ({ x, y }: Point) => (x - middle.x) ** 2 + (y - middle.y) ** 2;
  return [...points].sort((a, b) => distance(a) - distance(b)).slice(0, Math.max(3, Math.ceil(points.length * share)));
}
