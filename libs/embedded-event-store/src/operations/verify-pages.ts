import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { open } from 'lmdb';
import { newestMeta, type Meta } from '../storage/meta-pages';
import { PageWalk } from '../storage/page-walk';
import type { Findings, OperationOptions } from './finding';

/** Walks the pages of the newest snapshot, which stay as they are while somebody else goes on writing. */
export async function verifyPages(folder: string, findings: Findings, { onProgress }: OperationOptions): Promise<void> {
  const file = join(folder, 'data.mdb');
  const descriptor = openSync(file, 'r');
  try {
    // Before LMDB sees the file: an empty one ends the process.
    newestMeta(descriptor, file);
    await walkSnapshot(folder, () => newestMeta(descriptor, file), descriptor, findings, onProgress);
  } finally {
    closeSync(descriptor);
  }
}

async function walkSnapshot(
  folder: string,
  readMeta: () => Meta,
  descriptor: number,
  findings: Findings,
  onProgress: OperationOptions['onProgress'],
): Promise<void> {
  const env = open({ path: folder, readOnly: true, overlappingSync: false, noSubdir: false });
  try {
    const { meta, release } = pin(readMeta, () => env.useReadTransaction());
    const walk = new PageWalk(descriptor, meta, (finding) => findings.add(finding));
    const total = meta.lastPage + 1;
    for (const steps = walk.run(); !steps.next().done; await new Promise(setImmediate))
      onProgress?.({ step: 'pages', done: walk.pagesWalked, total });
    onProgress?.({ step: 'pages', done: total, total });
    release();
  } finally {
    await env.close();
  }
}

/** A read transaction and its meta page: the newest both before and after it began. */
function pin(readMeta: () => Meta, begin: () => { done(): void }): { meta: Meta; release: () => void } {
  for (;;) {
    const before = readMeta();
    const transaction = begin();
    const meta = readMeta();
    if (meta.transaction === before.transaction) return { meta, release: () => transaction.done() };
    transaction.done();
  }
}
