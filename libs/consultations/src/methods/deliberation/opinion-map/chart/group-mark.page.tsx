/** Each group has a colour and a shape, so that the map can be read without telling colours apart. */
const shapes = [
  (r: number) => `m${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
  (r: number) => `m${-r} ${-r}h${2 * r}v${2 * r}h${-2 * r}z`,
  (r: number) => `m0 ${-1.3 * r}l${1.25 * r} ${2.2 * r}h${-2.5 * r}z`,
  (r: number) => `m0 ${-1.35 * r}l${1.35 * r} ${1.35 * r}l${-1.35 * r} ${1.35 * r}l${-1.35 * r} ${-1.35 * r}z`,
  (r: number) =>
    `m${-0.45 * r} ${-1.3 * r}h${0.9 * r}v${0.85 * r}h${0.85 * r}v${0.9 * r}h${-0.85 * r}v${0.85 * r}h${-0.9 * r}v${-0.85 * r}h${-0.85 * r}v${-0.9 * r}h${0.85 * r}z`,
] as const;

/** A letter has the same colour and shape on every map, whichever other groups there are. */
export function shapeNumber(group: string): number {
  return (group.charCodeAt(0) - 'A'.charCodeAt(0)) % shapes.length;
}

/** The path of a mark round the place where it stands. */
export function shapeOf(index: number, radius: number): string {
  const shape = shapes[index % shapes.length]!;
  return shape(radius).replace(/-?\d{1,9}\.\d+/g, (value) => String(Math.round(Number(value) * 10) / 10));
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
