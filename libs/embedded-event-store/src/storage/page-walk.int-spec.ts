import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { open } from 'lmdb';
import { newestMeta } from './meta-pages';
import { PageWalk, type PageFinding } from './page-walk';

it('finds every page of a store once: in a tree, or among the free ones', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'event-store-'));
  const env = open({ path: folder, overlappingSync: false, noSubdir: false, maxDbs: 4 });
  const table = env.openDB({ name: 'heads', encoding: 'binary', keyEncoding: 'binary' });
  const keys = Array.from({ length: 400 }, (_, n) => Buffer.from(`key-${(n * 7919) % 400}`));
  const descriptor = openSync(join(folder, 'data.mdb'), 'r');
  try {
    for (let round = 0; round < 20; round += 1) {
      // Long and short values, replaced and removed, so that pages become free by ones and by many.
      env.transactionSync(() => {
        for (const [n, key] of keys.entries())
          if ((n + round) % 3) table.putSync(key, Buffer.alloc(((n * round) % 40) * ((n * round) % 97 ? 10 : 3_000)));
        for (const [n, key] of keys.entries()) if ((n + round) % 5 === 0) table.removeSync(key);
      });
      const meta = newestMeta(descriptor, 'data.mdb');
      const findings: PageFinding[] = [];
      const walk = new PageWalk(descriptor, meta, (finding) => findings.push(finding));
      walk.runToEnd();
      const free = new Set<number>();
      for (const { first, count } of new PageWalk(descriptor, meta, (finding) => findings.push(finding)).freePages()) {
        for (let page = first; page < first + count; page += 1) free.add(page);
      }
      expect(findings).toEqual([]);
      expect(2 + walk.pagesWalked + free.size).toBe(meta.lastPage + 1);
    }
  } finally {
    closeSync(descriptor);
    await env.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
