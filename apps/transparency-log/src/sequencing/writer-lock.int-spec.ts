import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { testDatabase, type TestPart } from '@isegoria/testing';
import { migrateLog } from '../tables';
import { asWriter, becomeWriter, stopWriting, WriterReplaced, type Writer } from './writer-lock';

const insert = `INSERT INTO log.key (verifier_key) VALUES ($1)`;

describe('the one writer of the log', () => {
  let database: TestPart;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await testDatabase();
    dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    await migrateLog(dataSource);
  });
  afterAll(async () => {
    await dataSource?.destroy();
    await database?.stop();
  });

  const become = () => becomeWriter(dataSource, () => undefined, new AbortController().signal);
  const keys = async () =>
    (await dataSource.query('SELECT verifier_key FROM log.key ORDER BY 1')).map((row: { verifier_key: string }) => row.verifier_key);
  /** The lock is gone, as after a break of the network that the server noticed and the writer did not. */
  const loseLock = (writer: Writer) => writer.connection.query('SELECT pg_advisory_unlock_all()');

  it('cannot write any more once another has taken over, though its connection still stands', async () => {
    const first = await become();
    await asWriter(first, (rows) => rows.query(insert, ['first']));
    await loseLock(first);
    const second = await become();
    await expect(asWriter(first, (rows) => rows.query(insert, ['first, late']))).rejects.toThrow(WriterReplaced);
    await asWriter(second, (rows) => rows.query(insert, ['second']));
    await expect(asWriter(first, (rows) => rows.query(insert, ['first, later']))).rejects.toThrow(WriterReplaced);
    expect(await keys()).toEqual(['first', 'second']);
    for (const writer of [first, second]) await stopWriting(writer);
  });

  it('is waited for while it is in the middle of a write', async () => {
    const first = await become();
    await loseLock(first);
    let isTaken = false;
    let taking: Promise<Writer> | undefined;
    await asWriter(first, async (rows) => {
      taking = become().finally(() => (isTaken = true));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(isTaken).toBe(false);
      await rows.query(insert, ['third, in hand']);
    });
    const second = await taking!;
    expect(await keys()).toContain('third, in hand');
    for (const writer of [first, second]) await stopWriting(writer);
  });

  it('has another wait until it ends', async () => {
    const first = await become();
    let waited = 0;
    const taking = becomeWriter(dataSource, () => waited++, new AbortController().signal);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(waited).toBe(1);
    await stopWriting(first);
    const second = await taking;
    expect(Number(second.epoch)).toBe(Number(first.epoch) + 1);
    await stopWriting(second);
  });
});
