import { readFileSync } from 'node:fs';

/** As whom PostgreSQL runs. It refuses to run as root. */
export interface Identity {
  /** A command that the program is started through; empty for none. */
  readonly wrapper: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * The ways to try, best first. A plain user runs it as itself. For root: in a user namespace in which root is an ordinary user (its files
 * stay root's, so any folder that root reaches will do), or else as the user `postgres` or `nobody`, who must be able to reach the folders.
 */
export function waysToRun(): Identity[] {
  if (process.getuid?.() !== 0) return [{ wrapper: [] }];
  const other = userNamed('postgres') ?? userNamed('nobody');
  return [{ wrapper: ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'] }, ...(other ? [{ wrapper: [], ...other }] : [])];
}

function userNamed(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
