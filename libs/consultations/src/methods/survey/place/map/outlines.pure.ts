/** The borders of countries, as TopoJSON has them: each line once, as steps from point to point. */
export interface Outlines {
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly objects: { readonly countries: { readonly geometries: readonly { readonly type: string; readonly arcs?: unknown }[] } };
}

type Point = [longitude: number, latitude: number];

/** All countries as one shape of GeoJSON. */
export function landIn({ transform, arcs, objects }: Outlines): { type: 'MultiPolygon'; coordinates: Point[][][] } {
  const lines = arcs.map((steps) => {
    let [x, y] = [0, 0];
    return steps.map(([right, up]): Point => {
      [x, y] = [x + right, y + up];
      return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
    });
  });
  // The complement of a number stands for a line that is walked backwards.
  const line = (arc: number) => (arc < 0 ? [...lines[~arc]!].reverse() : lines[arc]!);
  const ring = (of: readonly number[]) => acrossTheDateLine(of.flatMap((arc, at) => line(arc).slice(at === 0 ? 0 : 1)));
  const polygon = (rings: readonly (readonly number[])[]) => rings.map(ring);
  const coordinates = objects.countries.geometries.flatMap(({ type, arcs: of }) => {
    if (type === 'Polygon') return [polygon(of as number[][])];
    return type === 'MultiPolygon' ? (of as number[][][]).map(polygon) : [];
  });
  return { type: 'MultiPolygon', coordinates };
}

/** What goes on at the other edge of the map goes on here, so that no line is drawn all the way back. */
function acrossTheDateLine(ring: readonly Point[]): Point[] {
  let turns = 0;
  return ring.map(([longitude, latitude], at) => {
    const step = at === 0 ? 0 : longitude - ring[at - 1]![0];
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [longitude + turns * 360, latitude];
  });
}
