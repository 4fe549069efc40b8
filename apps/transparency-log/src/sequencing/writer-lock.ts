import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

const lockName = `hashtext('isegoria transparency log')`;
const tryAgainAfter = 500;

/** The right to write the log: the connection that holds the lock, and the number under which it was taken. */
export interface Writer {
  readonly connection: QueryRunner;
  /** Grows with every writer. */
  readonly epoch: string;
}

/** Another process has become the log's writer in the meantime. */
export class WriterReplaced extends Error {
  override readonly name = 'WriterReplaced';
  constructor() {
    super('Another process has taken over the writing of this log.');
  }
}

/**
 * Waits until this process is the log's only writer. The lock belongs to the connection that is given; releasing the connection gives it
 * back. Taking it begins a new epoch, after which {@link asWriter} refuses the writer of any earlier one, whatever happened to its
 * connection.
 */
export async function becomeWriter(dataSource: DataSource, onWaiting: () => void, signal: AbortSignal): Promise<Writer> {
  const connection = dataSource.createQueryRunner();
  try {
    for (let attempt = 0; ; attempt++) {
      signal.throwIfAborted();
      const [{ taken }] = await connection.query(`SELECT pg_try_advisory_lock(${lockName}) AS taken`);
      if (taken) break;
      if (attempt === 0) onWaiting();
      await new Promise((resolve) => setTimeout(resolve, tryAgainAfter));
    }
    // Waits for a transaction that an earlier writer has begun: what is read after this is all that it wrote.
    const [[{ epoch }]] = await connection.query('UPDATE log.writer SET epoch = epoch + 1 RETURNING epoch');
    return { connection, epoch };
  } catch (error) {
    await connection.release();
    throw error;
  }
}

/**
 * Writes in one transaction, for as long as nobody else has become the writer.
 * @throws WriterReplaced when somebody has; nothing is written then
 */
export function asWriter<T>({ connection, epoch }: Writer, write: (rows: EntityManager) => Promise<T>): Promise<T> {
  return connection.manager.transaction(async (rows) => {
    const own: unknown[] = await rows.query('SELECT FROM log.writer WHERE epoch = $1 FOR SHARE', [epoch]);
    if (own.length === 0) throw new WriterReplaced();
    return write(rows);
  });
}

/** Gives the lock and the connection back. */
export async function stopWriting({ connection }: Writer): Promise<void> {
  // A broken connection has lost its lock already.
  if (!connection.isReleased) await connection.query(`SELECT pg_advisory_unlock(${lockName})`).catch(() => undefined);
  await connection.release().catch(() => undefined);
}
