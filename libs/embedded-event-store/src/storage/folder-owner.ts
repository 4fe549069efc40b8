import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, RootDatabase } from 'lmdb';

interface Owner {
  readonly pid: number;
  /** When that process started, so that a number that was given out again is not taken for it. */
  readonly startedAt: string | undefined;
  /** Device and inode of the file that it has, so that a copy of the folder is nobody's. */
  readonly file: string;
}

const OWNER = 'owner';

/**
 * Makes this process the folder's only one, or throws a sentence that says who has it. The owner is a row of the
 * database, taken in a transaction: LMDB's writer lock, which outlives no process, lets no two starters win.
 * The row of a process that was killed is recognised as stale and taken over.
 */
export function takeFolder(env: RootDatabase, settings: Database, folder: string): void {
  const self: Owner = { pid: process.pid, startedAt: startOf(process.pid), file: fileIn(folder) };
  const holder = env.transactionSync(() => {
    const owner = settings.get(OWNER) as Owner | undefined;
    if (owner && has(owner, folder)) return owner;
    settings.putSync(OWNER, self);
    return undefined;
  });
  if (holder) throw new Error(`The folder ${folder} is already in use by an event store (process ${holder.pid}); stop that one first.`);
}

/** The process that has the folder now, if any. */
export function holderOf(settings: Database, folder: string): number | undefined {
  const owner = settings.get(OWNER) as Owner | undefined;
  return owner && has(owner, folder) ? owner.pid : undefined;
}

export function leaveFolder(settings: Database): void {
  settings.removeSync(OWNER);
}

const has = (owner: Owner, folder: string): boolean => owner.file === fileIn(folder) && isRunning(owner);

function fileIn(folder: string): string {
  const { dev, ino } = statSync(join(folder, 'data.mdb'), { bigint: true });
  return `${dev}:${ino}`;
}

function isRunning({ pid, startedAt }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, under another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startOf(pid) === startedAt;
}

/** Boot and start time of a process where the system tells them (Linux); undefined elsewhere. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, field 2, may hold spaces; what follows its last bracket starts at field 3, and 22 is the start.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`;
  } catch {
    return undefined;
  }
}
