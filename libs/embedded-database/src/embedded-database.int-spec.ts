import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { startDatabase } from './index';

describe('the embedded database', () => {
  let parent: string;
  let port: number;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'isegoria-database-'));
    port = await freePort();
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  const start = (folder = join(parent, 'postgres')) => startDatabase({ folder, port, password: "p'w/ d" });

  it('starts in a folder that only its owner can reach, keeps its data, and starts again', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await start();
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  }, 30_000);

  it('makes its folder again after an interrupted first start', async () => {
    await mkdir(join(parent, 'postgres.initialising'));
    await writeFile(join(parent, 'postgres.initialising/PG_VERSION'), '18');
    const server = await start();
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
  }, 30_000);

  it('takes over from a server whose supervisor was killed', async () => {
    await start();
    const second = await start();
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.stop();
  }, 30_000);

  it("refuses a folder with somebody else's files, and leaves them", async () => {
    const folder = join(parent, 'mine');
    await mkdir(folder);
    await writeFile(join(folder, 'letter.txt'), 'dear');
    await expect(start(folder)).rejects.toThrow(/not empty and not a PostgreSQL folder/);
    expect(await readFile(join(folder, 'letter.txt'), 'utf8')).toBe('dear');
  });
});

async function query(url: string, statement: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  return (await client.query(statement).finally(() => client.end())).rows;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
