import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkPolicy, parsePolicy, webCrypto } from '@isegoria/merkle-log';
import { eventually, testDatabase, type TestPart } from '@isegoria/testing';

const program = join(import.meta.dirname, '../../../dist/standalone/main.js');

/** The process ids of the children of a process that run this program. */
function childrenOf(pid: number, name: string): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => {
      try {
        const parent = /\nPPid:\s*(\d+)/.exec(readFileSync(`/proc/${entry}/status`, 'utf8'))?.[1];
        return Number(parent) === pid && readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes(name);
      } catch {
        return false;
      }
    })
    .map(Number);
}

describe('the platform with witnesses', () => {
  let folder: string;
  let database: TestPart | undefined;
  let platform: ChildProcess;
  let output = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'isegoria-witnesses-'));
    database = process.env['DATABASE_URL'] ? await testDatabase() : undefined;
    const env = { ...process.env, NODE_OPTIONS: '', ...(database ? { DATABASE_URL: database.url } : {}) };
    platform = spawn(process.execPath, [program, '--data', folder, '--port', '0', '--no-demo', '--witnesses'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [platform.stdout!, platform.stderr!]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await eventually(() => expect(output).toContain('Isegoria is ready'), 90_000);
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => platform.once('exit', resolve));
    platform.kill('SIGINT');
    await ended;
    await database?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const origin = () => (JSON.parse(readFileSync(join(folder, 'operator.json'), 'utf8')) as { url: string }).url.replace('localhost', '127.0.0.1');
  const text = async (path: string) => (await fetch(origin() + path)).text();

  it('says when each of them is ready, and keeps their keys from other users', () => {
    for (const name of ['witness-1', 'witness-2', 'witness-3']) {
      expect(output).toContain(`${name} is ready`);
      expect(statSync(join(folder, 'witnesses', `${name}.pem`)).mode & 0o077).toBe(0);
    }
  });

  it('has checkpoints that two of three witnesses cosigned', async () => {
    const policy = await parsePolicy(await text('/log/policy'), webCrypto.sha256);
    if (!policy.ok) throw new Error(policy.reason);
    expect(policy.policy.quorum).toMatchObject({ threshold: 2, members: [expect.anything(), expect.anything(), expect.anything()] });
    await eventually(async () => expect(await checkPolicy(await text('/log/checkpoint'), policy.policy, webCrypto.verifyEd25519)).toMatchObject({ ok: true }), 30_000);
  });

  it('starts a witness again that died', async () => {
    if (process.platform !== 'linux') return;
    const [first] = childrenOf(platform.pid!, 'witness/main.js');
    process.kill(first!, 'SIGKILL');
    await eventually(() => expect(output).toMatch(/witness-\d is ready again/), 30_000);
  });
});
