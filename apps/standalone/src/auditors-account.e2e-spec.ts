import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '@isegoria/api-client';
import { grantRole, rootUnit, signOut, submitComment, type LogEntry } from '@isegoria/contracts';
import { eventually, startPlatform, type TestPlatform } from '@isegoria/testing';
import { startAlteringProxy } from './altering-proxy.fixture';
import { auditOf } from './npm-run.fixture';
import { published, registered, type Person } from './taking-part.fixture';

describe('an auditor with an account', () => {
  let platform: TestPlatform;
  let visitor: ApiClient;
  let auditor: Person;
  let citizen: Person;
  let consultationId: string;

  beforeAll(async () => {
    platform = await startPlatform();
    visitor = new ApiClient(platform.origin);
    const office = await visitor.signIn(platform.operator.email, platform.operator.password);
    citizen = await registered(visitor);
    auditor = await registered(visitor);
    await office.do(grantRole, { accountId: auditor.id, unit: rootUnit, role: 'auditor' });
    ({ consultationId } = await published(office, { method: 'poll', options: ['A pool', 'A wall'] }));
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

  /** Audits with the token of the auditor what comes through somebody's hands. */
  async function auditThrough(alter: (path: string, body: string) => string) {
    const isText = (path: string) => path.startsWith('/api') || path.startsWith('/consultations');
    const proxy = await startAlteringProxy(platform.origin, (path, bytes) =>
      isText(path) ? Buffer.from(alter(path, bytes.toString())) : bytes,
    );
    const outcome = await audit(auditor.token, proxy.origin);
    await proxy.close();
    return outcome;
  }

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

  it('opens the words of citizens, which nobody else is given the means for', async () => {
    await citizen.api.do(submitComment, { consultationId, text: 'Build it.' });
    await eventually(async () => expect(await audit(auditor.token)).toMatchObject({ exitCode: 0, words: { opened: 1 } }), 30_000);
    expect((await fetch(`${platform.origin}/api/v1/openings/comments`)).status).toBe(401);
    const asCitizen = { headers: { authorization: `Bearer ${citizen.token}` } };
    expect((await fetch(`${platform.origin}/api/v1/openings/comments`, asCitizen)).status).toBe(403);
    const reworded = await auditThrough((path, body) => (/\/comments$/.test(path) ? body.replace('Build it.', 'Never build it.') : body));
    expect(reworded).toMatchObject({ exitCode: 21, finding: expect.stringContaining('not those that were recorded') });
  }, 120_000);

  it('finds a page that shows another number, or other words, than the API beside it', async () => {
    const withNumber = await auditThrough((path, body) =>
      /^\/consultations\/[^/]*\/results$/.test(path) ? body.replace('<dd>0</dd>', '<dd>7</dd>') : body,
    );
    expect(withNumber).toMatchObject({ exitCode: 22, finding: expect.stringMatching(/\/results shows/) });
    const reworded = (words: string) =>
      auditThrough((path, body) => (/^\/consultations\/[^/]*$/.test(path) ? body.replaceAll('About it.', words) : body));
    expect(await reworded('Of nothing.')).toMatchObject({ exitCode: 22, finding: expect.stringContaining('does not say "About it."') });
    const hidden = await reworded('<span style="display:none">About it.</span>Of nothing.');
    expect(hidden).toMatchObject({ exitCode: 22, finding: expect.stringContaining('has a style of its own') });
  }, 180_000);

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
