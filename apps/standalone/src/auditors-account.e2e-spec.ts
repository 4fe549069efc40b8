import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '@isegoria/api-client';
import { grantRole, rootUnit, signOut, type LogEntry } from '@isegoria/contracts';
import { eventually, startPlatform, type TestPlatform } from '@isegoria/testing';
import { startAlteringProxy } from './altering-proxy.fixture';
import { auditOf } from './npm-run.fixture';
import { registered, type Person } from './taking-part.fixture';

describe('an auditor with an account', () => {
  let platform: TestPlatform;
  let visitor: ApiClient;
  let auditor: Person;
  let citizen: Person;

  beforeAll(async () => {
    platform = await startPlatform();
    visitor = new ApiClient(platform.origin);
    const office = await visitor.signIn(platform.operator.email, platform.operator.password);
    citizen = await registered(visitor);
    auditor = await registered(visitor);
    await office.do(grantRole, { accountId: auditor.id, unit: rootUnit, role: 'auditor' });
    await covered(`account-${auditor.id}`, 'RoleGranted');
  }, 120_000);
  afterAll(() => platform?.stop());

  async function entries(): Promise<LogEntry[]> {
    const answer = await fetch(`${platform.origin}/log/entries?from=0&limit=1000`);
    return (await answer.text())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as LogEntry);
  }

  const covered = (stream: string, type: string) =>
    eventually(async () => expect((await entries()).some(({ leaf }) => leaf.includes(stream) && leaf.includes(type))).toBe(true), 60_000);

  const audit = (token: string, origin = platform.origin) => auditOf({ folder: platform.folder, origin }, token);

  /** Audits with the token of the auditor, while the line of the feed for an account's event is altered on the way. */
  async function auditWith(
    alter: (entry: LogEntry) => LogEntry,
  ): Promise<{ exitCode: number; seq: number; index?: unknown; finding?: unknown }> {
    const { seq } = (await entries()).find(({ leaf }) => leaf.includes('"AccountRegistered"'))!;
    const proxy = await startAlteringProxy(platform.origin, (path, bytes) => {
      if (!path.startsWith('/log/entries')) return bytes;
      const lines = bytes.toString().split('\n');
      return Buffer.from(lines.with(seq, JSON.stringify(alter(JSON.parse(lines[seq]!) as LogEntry))).join('\n'));
    });
    const outcome = await audit(auditor.token, proxy.origin);
    await proxy.close();
    return { ...outcome, seq };
  }

  it('reads and checks the body of every event, and the report says so', async () => {
    const hidden = (await entries()).filter(({ data }) => data === null).length;
    expect(hidden).toBeGreaterThan(3);
    const { exitCode, entries: read, bodies, notChecked } = await audit(auditor.token);
    expect({ exitCode, bodies }).toEqual({ exitCode: 0, bodies: read });
    expect(notChecked).not.toContainEqual(expect.stringContaining('account and staff events'));
  });

  it('finds an account event whose body was altered, or is withheld', async () => {
    const flipped = await auditWith((entry) => ({ ...entry, data: `${entry.data![0] === 'e' ? 'f' : 'e'}${entry.data!.slice(1)}` }));
    expect(flipped).toMatchObject({ exitCode: 7, index: flipped.seq, finding: expect.stringContaining('not what its leaf commits to') });
    const withheld = await auditWith((entry) => ({ ...entry, data: null, metadata: null }));
    expect(withheld).toMatchObject({ exitCode: 7, index: withheld.seq, finding: expect.stringContaining('which an auditor gets') });
  });

  it('is told in a sentence that a session gives no such reading: of a citizen, one that is over, one that never was', async () => {
    expect(await audit(citizen.token)).toMatchObject({ exitCode: 1, finding: expect.stringMatching(/without the role of auditor/) });
    const over = await registered(visitor);
    await over.api.do(signOut, {});
    for (const token of [over.token, 'nonsense'])
      expect(await audit(token)).toMatchObject({ exitCode: 1, finding: expect.stringMatching(/session of --token is over/) });
  });
});
