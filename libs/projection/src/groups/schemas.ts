/** The schema of the rows that readers see. */
export function liveSchema(group: string): string {
  return `read_${group.replaceAll('-', '_')}`;
}

/** The schema in which a version is built while readers see the previous one. */
export function nextSchema(group: string, version: number): string {
  return `${liveSchema(group)}_v${version}`;
}

/** The schema in which the rebuild command fills the same version again. */
export function rebuiltSchema(group: string): string {
  return `${liveSchema(group)}_rebuilt`;
}

/** Where rows go that were swapped out, until they are dropped. */
export function oldSchema(group: string): string {
  return `${liveSchema(group)}_old`;
}

/** For the `extra` of a data source: unqualified names mean the rows of these groups that are live at that moment. */
export function readingFrom(groups: readonly string[]): { options: string } {
  return { options: `-c search_path=${groups.map(liveSchema).join(',')}` };
}
