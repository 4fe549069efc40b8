import type { DataSource } from 'typeorm';
import { pause } from '@isegoria/event-sourcing';
import { steady } from '@isegoria/steady';

interface GroupLock {
  readonly dataSource: DataSource;
  /** Processes that use the same name wait for each other. */
  readonly name: string;
  readonly stopping: AbortSignal;
  /** Called when another process holds the lock. */
  readonly standBy?: () => void;
}

const tryAgainAfter = 1_000;
const checkEvery = 2_000;

/**
 * Waits until no other holds the lock on this database, then works, until it is stopped or the work ends. It is a PostgreSQL advisory lock
 * of the session, which ends with its connection, so that an instance that dies or is cut off makes room by itself. If one goes on for a
 * moment without its lock, the checkpoint fences it off.
 * @param work ends when `ending` is aborted, and may abort it to end what it began
 */
export async function underLock(
  { dataSource, name, stopping, standBy }: GroupLock,
  work: (ending: AbortController) => Promise<void>,
): Promise<void> {
  const session = dataSource.createQueryRunner();
  const ending = new AbortController();
  const end = () => ending.abort();
  stopping.addEventListener('abort', end);
  try {
    while (!(await takeLock())) {
      standBy?.();
      await pause(tryAgainAfter, stopping);
      if (stopping.aborted) return;
    }
    const check = setInterval(
      steady(() => session.query('SELECT 1'), end),
      checkEvery,
    );
    await work(ending).finally(() => clearInterval(check));
  } finally {
    stopping.removeEventListener('abort', end);
    await session.query(`SELECT pg_advisory_unlock_all()`).catch(() => undefined);
    await session.release();
  }

  async function takeLock(): Promise<boolean> {
    const [{ taken }] = await session.query(`SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken`, [
      `isegoria read models ${name}`,
    ]);
    return taken;
  }
}
