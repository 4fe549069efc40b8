import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Entry } from '@isegoria/audit-kit';
import { fileAdded, fileWithdrawn, type FileEvent } from '@isegoria/contracts';
import { Site } from '../source/site';
import { ServedFiles } from './served-files';

const { file } = fileAdded.sample;

describe('the files of a site', () => {
  let server: Server;
  let url: string;
  let gives: [status: number, body: string];
  beforeAll(async () => {
    server = createServer((_, response) => void response.writeHead(gives[0]).end(gives[1]));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const recorded = ({ type, data }: Pick<FileEvent, 'type' | 'data'>, seq: number) =>
    ({ seq, position: seq, leaf: { type }, body: { data, metadata: {} } }) as unknown as Entry;
  const added = recorded({ type: 'FileAdded', data: fileAdded.sample }, 4);
  const withdrawn = recorded({ type: 'FileWithdrawn', data: fileWithdrawn.sample }, 5);
  const check = (...entries: Entry[]) => {
    const files = new ServedFiles(new Site(url));
    for (const entry of entries) files.take(entry);
    return files.check();
  };

  it('have the hashes that the log names', async () => {
    gives = [200, 'test'];
    expect(await check(added)).toBe(1);
  });

  it('are exchanged by an insider, and it comes out', async () => {
    gives = [200, 'tesT'];
    await expect(check(added)).rejects.toMatchObject({ kind: 'file', index: 4, message: expect.stringContaining(file) });
  });

  it('do not vanish unless the log says that they were withdrawn', async () => {
    gives = [410, '{}'];
    await expect(check(added)).rejects.toMatchObject({ kind: 'file', index: 4 });
    expect(await check(added, withdrawn)).toBe(0);
  });

  it('are gone since the log was read, and wait until it says that they were withdrawn', async () => {
    gives = [410, '{}'];
    const files = new ServedFiles(new Site(url));
    files.take(added);
    expect(await files.areExplained()).toBe(false);
    files.take(withdrawn);
    expect(await files.areExplained()).toBe(true);
    expect(await files.check()).toBe(0);
  });
});
