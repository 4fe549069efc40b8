import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkPolicy, parsePolicy, webCrypto } from '@isegoria/merkle-log';
import { eventually, startPlatform, type TestPlatform } from '@isegoria/testing';

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
  let platform: TestPlatform;
  beforeAll(async () => void (platform = await startPlatform({ witnesses: true })));
  afterAll(() => platform?.stop());

  const text = async (path: string) => (await fetch(platform.origin + path)).text();

  it('says when each of them is ready, and keeps their keys from other users', () => {
    for (const name of ['witness-1', 'witness-2', 'witness-3']) {
      expect(platform.output()).toContain(`${name} is ready`);
      expect(statSync(join(platform.folder, 'witnesses', `${name}.pem`)).mode & 0o077).toBe(0);
    }
  });

  it('has checkpoints that two of three witnesses cosigned', async () => {
    const policy = await parsePolicy(await text('/log/policy'), webCrypto.sha256);
    if (!policy.ok) throw new Error(policy.reason);
    expect(policy.policy.quorum).toMatchObject({ threshold: 2, members: [expect.anything(), expect.anything(), expect.anything()] });
    await eventually(
      async () =>
        expect(await checkPolicy(await text('/log/checkpoint'), policy.policy, webCrypto.verifyEd25519)).toMatchObject({ ok: true }),
      30_000,
    );
  });

  it('starts a witness again that died', async () => {
    if (process.platform !== 'linux') return;
    const [first] = childrenOf(platform.pid, 'witness/main.js');
    process.kill(first!, 'SIGKILL');
    await eventually(() => expect(platform.output()).toMatch(/witness-\d is ready again/), 30_000);
  });
});
