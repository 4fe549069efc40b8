import { closeSync, fstatSync, ftruncateSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { RootDatabase } from 'lmdb';

/**
 * Keeps the data file as long as its meta page says. LMDB does not write pages at the end that a transaction took and
 * gave up again, so a sound file may look cut short, and to tell the two apart at the next start takes a walk over
 * all pages. After a power cut that may still be needed: the length alone is not flushed.
 */
export class FileLength {
  private readonly descriptor: number;
  private length = 0;

  constructor(
    folder: string,
    private readonly env: RootDatabase,
  ) {
    this.descriptor = openSync(join(folder, 'data.mdb'), 'r+');
  }

  /** To be called after each transaction. */
  keep(): void {
    const { lastPageNumber, pageSize } = this.env.getStats() as { lastPageNumber: number; pageSize: number };
    const needed = (lastPageNumber + 1) * pageSize;
    if (needed <= this.length) return;
    this.length = fstatSync(this.descriptor).size;
    if (needed > this.length) ftruncateSync(this.descriptor, needed);
    this.length = Math.max(needed, this.length);
  }

  close(): void {
    closeSync(this.descriptor);
  }
}
