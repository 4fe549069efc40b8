import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { DataSource } from 'typeorm';
import { testDatabase, type TestPart } from '@isegoria/testing';
import { log, nestLogger } from './logger';

describe('the log of a service', () => {
  const address = 'jane.doe@example.org';
  let database: TestPart;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await testDatabase();
    dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  });
  afterAll(async () => {
    await dataSource?.destroy();
    await database?.stop();
  });

  /** A query that fails as queries do: the address is in its message, its parameters and its text. */
  const failed = async (): Promise<Error> => {
    const text = `${address}\n    at ${address} (file.ts:1:1)`;
    const failure: Error = await dataSource.query(`SELECT $1::text, '${address}', $1::text::uuid`, [text]).catch((error: Error) => error);
    for (const part of [failure.message, failure.stack, JSON.stringify(failure)]) expect(part).toContain(address);
    return failure;
  };

  /** The line that the logger gives to standard output. */
  function written(tell: () => unknown): string {
    const output = (log as unknown as Record<symbol, { write(line: string): boolean }>)[pino.symbols.streamSym]!;
    let line = '';
    const spy = jest.spyOn(output, 'write').mockImplementation((given) => ((line += given), true));
    tell();
    spy.mockRestore();
    return line;
  }

  it.each<[string, (error: Error) => unknown]>([
    ['as err', (err) => log.error({ err }, 'it failed')],
    ['as err without words', (err) => log.error({ err })],
    ['under another name', (error) => log.warn({ error }, 'it failed')],
    ['deep in something', (error) => log.warn({ outcome: { failures: [error], inner: { error } } }, 'it failed')],
    ['by itself', (error) => log.error(error)],
    ['by itself, with words', (error) => log.error(error, 'it failed')],
    ['for a place in the words', (error) => log.error('it failed: %o', error)],
    ['as the cause of another', (cause) => log.error({ err: new Error('other', { cause }) }, 'it failed')],
    ['among several', (error) => log.error({ err: new AggregateError([error], 'several') }, 'it failed')],
    ['by the framework', (error) => nestLogger.error(error, error.stack, 'Part')],
    ['by the framework, in words', (error) => nestLogger.error(error.message, error.stack, 'Part')],
  ])('holds nothing of what a failed query says: %s', async (_, tell) => {
    const failure = await failed();
    const line = written(() => tell(failure));
    expect(line).not.toContain(address);
    expect(line).not.toContain('jane');
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) });
  });

  it('has the kind of the failure, its code, and where it was', async () => {
    const failure = await failed();
    const { err } = JSON.parse(written(() => log.error({ err: failure }, 'it failed')));
    expect(err).toEqual({ name: 'QueryFailedError', code: '22P02', at: expect.arrayContaining([expect.stringMatching(/^ {4}at /)]) });
  });
});
