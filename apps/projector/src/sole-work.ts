import { pause } from '@isegoria/event-sourcing';
import type { DataSource } from 'typeorm';

interface SoleWork {
  readonly stopping: AbortSignal;
  /** Called when another instance is at work. */
  readonly standBy: () => void;
}

const tryAgainAfter = 1_000;
const checkEvery = 2_000;

/**
 * Waits until no other instance is at work on this database, then works, until it is stopped or the work ends. A PostgreSQL advisory lock
 * of the session says who works: it ends with its connection, so an instance that dies or is cut off makes room by itself. Should one go
 * on for a moment without its lock, the checkpoints fence it off.
 * @param work ends when `ending` is aborted, and may abort it to end what it began
 */
export async function soleWork(dataSource: DataSource, { stopping, standBy }: SoleWork, work: (ending: AbortController) => Promise<void>): Promise<void> {
  const session = dataSource.createQueryRunner();
  const ending = new AbortController();
  const end = () => ending.abort();
  stopping.addEventListener('abort', end);
  try {
    while (!(await takeLock())) {
      standBy();
      await pause(tryAgainAfter, stopping);
      if (stopping.aborted) return;
    }
    const check = setInterval(() => void session.query('SELECT 1').catch(end), checkEvery);
    await work(ending).finally(() => clearInterval(check));
  } finally {
    stopping.removeEventListener('abort', end);
    await session.query(`SELECT pg_advisory_unlock_all()`).catch(() => undefined);
    await session.release();
  }

  async function takeLock(): Promise<boolean> {
    const [{ taken }] = await session.query(`SELECT pg_try_advisory_lock(hashtext('isegoria projector')) AS taken`);
    return taken;
  }
}
