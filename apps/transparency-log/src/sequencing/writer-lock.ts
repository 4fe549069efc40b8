import type { DataSource, QueryRunner } from 'typeorm';

const lockName = `hashtext('isegoria transparency log')`;
const tryAgainAfter = 500;

/**
 * Waits until this process is the log's only writer. The lock belongs to the connection that is given: whoever writes over it alone
 * cannot write any more once the lock is lost. Releasing the connection gives the lock back.
 */
export async function becomeWriter(dataSource: DataSource, onWaiting: () => void, signal: AbortSignal): Promise<QueryRunner> {
  const connection = dataSource.createQueryRunner();
  try {
    for (let attempt = 0; ; attempt++) {
      signal.throwIfAborted();
      const [{ taken }] = await connection.query(`SELECT pg_try_advisory_lock(${lockName}) AS taken`);
      if (taken) return connection;
      if (attempt === 0) onWaiting();
      await new Promise((resolve) => setTimeout(resolve, tryAgainAfter));
    }
  } catch (error) {
    await connection.release();
    throw error;
  }
}

/** Gives the lock and the connection back. */
export async function stopWriting(connection: QueryRunner): Promise<void> {
  // A broken connection has lost its lock already.
  if (!connection.isReleased) await connection.query(`SELECT pg_advisory_unlock(${lockName})`).catch(() => undefined);
  await connection.release().catch(() => undefined);
}
