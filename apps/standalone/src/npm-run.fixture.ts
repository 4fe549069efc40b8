import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { TestPlatform } from '@isegoria/testing';

export const root = join(import.meta.dirname, '../../..');

export interface Ran {
  readonly code: number | null;
  /** Standard output. */
  readonly out: string;
  /** Both outputs, as they came. */
  readonly said: string;
}

/** Runs a command of the root as the README has it. @param input what it reads from standard input */
export function npmRun(script: string, args: readonly string[], input?: string): Promise<Ran> {
  const child = spawn('npm', ['run', '--silent', script, '--', ...args], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: 'pipe',
  });
  let [out, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => ((out += chunk.toString()), (said += chunk.toString())));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, said })));
}

/**
 * Audits a platform from outside, for the first time.
 * @param token of an auditor's session, given on standard input, where nobody else sees it
 * @returns the report, or the finding, with its exit code
 */
export async function auditOf(
  { folder, origin }: Pick<TestPlatform, 'folder' | 'origin'>,
  token?: string,
): Promise<Record<string, unknown> & { exitCode: number }> {
  const withToken = token === undefined ? [] : ['--token', '-'];
  const { out, said, code } = await npmRun(
    'audit',
    [origin, '--json', '--state', join(folder, `${randomUUID()}.json`), ...withToken],
    token,
  );
  const report = JSON.parse(out || '{}') as { exitCode: number };
  if (report.exitCode !== code) throw new Error(`The audit ended with ${code} and said: ${said}`);
  return report;
}
