import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import type { Figure } from '../figure';

/** How often the disk makes 512 bytes durable, one after the other. */
export async function diskAlone(seconds: number): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'isegoria-bench-'));
  const file = openSync(join(folder, 'file'), 'a');
  const block = Buffer.alloc(512, 1);
  const started = process.hrtime.bigint();
  const until = started + BigInt(Math.round(seconds * 1e9));
  let count = 0;
  while (process.hrtime.bigint() < until) {
    writeSync(file, block);
    fdatasyncSync(file);
    count++;
  }
  closeSync(file);
  rmSync(folder, { recursive: true });
  return { name: 'fdatasync alone', value: count / (Number(process.hrtime.bigint() - started) / 1e9), unit: 'flushes/s' };
}
