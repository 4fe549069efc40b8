import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '../figure';

/** The auditor's own program over the whole log, from outside; its start-up counts. @throws when it does not verify */
export async function audit(origin: string): Promise<Figure> {
  const size = Number((await (await fetch(`${origin}/log/checkpoint`)).text()).split('\n')[1]);
  const folder = mkdtempSync(join(tmpdir(), 'isegoria-bench-'));
  const started = Date.now();
  const program = join(import.meta.dirname, '../auditor/main.js');
  const child = spawn(process.execPath, [program, origin, '--state', join(folder, 'state.json')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  rmSync(folder, { recursive: true });
  if (code !== 0) throw new Error(`The audit failed with exit code ${code}.`);
  return { name: `audit of ${size.toLocaleString('en')} leaves`, value: size / ((Date.now() - started) / 1000), unit: 'leaves/s' };
}
