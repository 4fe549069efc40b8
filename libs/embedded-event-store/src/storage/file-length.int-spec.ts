import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { open, type RootDatabase } from 'lmdb';
import { FileLength } from './file-length';

let folder: string;
let env: RootDatabase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'event-store-'));
  env = open({ path: folder, overlappingSync: false, noSubdir: false });
  env.transactionSync(() => env.putSync('key', Buffer.alloc(100_000)));
});

afterEach(async () => {
  await env.close();
  rmSync(folder, { recursive: true, force: true });
});

it('makes a file that lacks its last pages as long as its meta page says, and leaves a longer one alone', () => {
  const file = join(folder, 'data.mdb');
  const { lastPageNumber, pageSize } = env.getStats() as { lastPageNumber: number; pageSize: number };
  const needed = (lastPageNumber + 1) * pageSize;
  truncateSync(file, needed - 3 * pageSize);
  const fileLength = new FileLength(folder, env);
  fileLength.keep();
  expect(statSync(file).size).toBe(needed);
  fileLength.close();

  truncateSync(file, needed + pageSize);
  const again = new FileLength(folder, env);
  again.keep();
  expect(statSync(file).size).toBe(needed + pageSize);
  again.close();
});
