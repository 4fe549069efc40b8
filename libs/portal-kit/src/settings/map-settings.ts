/** How maps look where scripts run. */
export interface MapSettings {
  /** Where squares of a map are, with `{z}`, `{x}` and `{y}` in it; absent where outlines of countries, which come with us, have to do. */
  readonly tiles: string | undefined;
  /** What those who made the map want said on it: HTML. */
  readonly attribution: string | undefined;
  /** Where a map begins, as `latitude,longitude,zoom`; undefined for the whole world. */
  readonly start: string | undefined;
}

/** @throws an Error that names the variable and says what is wrong with it */
export function mapSettings(environment: NodeJS.ProcessEnv): MapSettings {
  const tiles = environment['MAP_TILES_URL'] || undefined;
  const attribution = environment['MAP_ATTRIBUTION'] || undefined;
  const start = environment['MAP_START'] || undefined;
  if (tiles !== undefined && !isOfTiles(tiles))
    throw new Error('The environment variable MAP_TILES_URL must be an http or https address with {z}, {x} and {y} in its path.');
  if (start !== undefined && !isStart(start))
    throw new Error('The environment variable MAP_START must be latitude, longitude and zoom, such as 50.85,4.35,11.');
  return { tiles, attribution, start };
}

/** What a content policy has to allow for the map: one origin and no path, or nothing. */
export const originsOfMap = ({ tiles }: MapSettings): string[] => (tiles === undefined ? [] : [new URL(tiles).origin]);

function isOfTiles(tiles: string): boolean {
  if (!URL.canParse(tiles) || /[\s;,'"]/.test(tiles)) return false;
  const { protocol, host, pathname, search } = new URL(tiles);
  const path = decodeURIComponent(pathname) + decodeURIComponent(search);
  return /^https?:$/.test(protocol) && !/[{}]|%7b/i.test(host) && ['{z}', '{x}', '{y}'].every((part) => path.includes(part));
}

function isStart(start: string): boolean {
  const [latitude = NaN, longitude = NaN, zoom = NaN, ...more] = start.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  return more.length === 0 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && zoom >= 1 && zoom <= 19;
}
