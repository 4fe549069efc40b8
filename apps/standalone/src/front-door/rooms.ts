export interface Rooms {
  readonly portal: number;
  readonly gateway: number;
  readonly 'transparency-log': number;
}
export type Room = keyof Rooms;

/** Which service answers under a path. */
export function roomFor(path: string): Room {
  if (path.startsWith('/api/')) return 'gateway';
  return path === '/log' || /^\/log[/?]/.test(path) ? 'transparency-log' : 'portal';
}

/**
 * What services tell the operator alone. Their routers read upper and lower case, a slash at the end and doubled slashes as the same
 * path, and so does this.
 */
export function isPrivate(path: string): boolean {
  return /^\/+(?:metrics|health)(?:[/?]|$)/i.test(decodeURIComponent(path.split('?', 1)[0]!));
}

/** What stays open for as long as its reader watches. */
export function isLive(path: string): boolean {
  return /^\/api\/[^?]*\/live\/*(?:\?|$)/i.test(path);
}
