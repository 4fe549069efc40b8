import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { ApiClient } from '@isegoria/api-client';
import {
  changeSettings,
  exportContributions,
  fetchExport,
  grantRole,
  listOfficialActions,
  revokeRole,
  rootUnit,
  showSettings,
  submitComment,
  type LogEntry,
  type OfficialActionKind,
  type Role,
} from '@isegoria/contracts';
import { eventually, startPlatform, type TestPlatform } from '@isegoria/testing';
import { auditOf, npmRun } from './npm-run.fixture';
import { confirmed, password, published, registered } from './taking-part.fixture';

const forbidden = { problem: { code: 'FORBIDDEN_ROLE' } };
const status403 = { problem: { status: 403 } };

describe('exports and settings, both on record', () => {
  let platform: TestPlatform;
  let visitor: ApiClient;
  let administrator: ApiClient;
  let consultationId: string;

  beforeAll(async () => {
    platform = await startPlatform();
    visitor = new ApiClient(platform.origin);
    administrator = await visitor.signIn(platform.operator.email, platform.operator.password);
    ({ consultationId } = await published(administrator, { method: 'deliberation', statements: ['One', 'Two'] }));
  }, 120_000);
  afterAll(() => platform?.stop());

  async function somebody(...roles: Role[]): Promise<{ id: string; api: ApiClient }> {
    const { id, email } = await confirmed(visitor);
    for (const role of roles) await administrator.do(grantRole, { accountId: id, unit: rootUnit, role });
    return { id, api: await visitor.signIn(email, password) };
  }
  const publicBodies = async (type: string) => {
    const entries = (await (await fetch(`${platform.origin}/log/entries?from=0&limit=1000`)).text())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as LogEntry);
    return entries
      .filter(({ leaf }) => leaf.includes(`"type":"${type}"`))
      .map(({ data }) => JSON.parse(Buffer.from(data!, 'base64').toString()) as object);
  };
  const actions = async (kind: OfficialActionKind, after: number) => (await visitor.as({ after }).ask(listOfficialActions, { kind })).items;

  it('an analyst takes comments out: first on record, then as a file for that account alone', async () => {
    const [analyst, other, citizen] = [await somebody('analyst'), await somebody('analyst'), await registered(visitor)];
    await citizen.api.do(submitComment, { consultationId, text: '=1+1' });
    const wanted = { consultationId, contents: 'comments', purpose: 'For the report' } as const;
    await expect(citizen.api.do(exportContributions, wanted)).rejects.toMatchObject(forbidden);
    const key = { idempotencyKey: 'report-1' };
    const { id: exportId, position } = await analyst.api.do(exportContributions, wanted, key);
    expect((await analyst.api.do(exportContributions, wanted, key)).id).toBe(exportId);

    const answer = await analyst.api.as({ after: position }).open(fetchExport, { exportId });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
    expect(Number(answer.headers.get('isegoria-position'))).toBeGreaterThanOrEqual(position);
    expect(parse(await answer.text(), { columns: true })).toMatchObject([
      { status: 'shown', assurance: 'anonymous', text_status: 'given', text: "'=1+1" },
    ]);
    for (const { api } of [other, citizen]) await expect(api.open(fetchExport, { exportId })).rejects.toMatchObject(status403);
    await administrator.do(revokeRole, { accountId: analyst.id, unit: rootUnit, role: 'analyst' });
    await eventually(() => expect(analyst.api.open(fetchExport, { exportId })).rejects.toMatchObject(status403));

    expect(await actions('contributions-exported', position)).toMatchObject([
      { official: analyst.id.slice(0, 8), consultationId, contents: 'comments', reason: 'For the report' },
    ]);
    const recorded = [{ exportId, ...wanted, activityId: null, by: analyst.id }];
    await eventually(async () => expect(await publicBodies('ContributionsExported')).toEqual(recorded), 20_000);
  });

  it('an administrator sets the name and a notice, for every page', async () => {
    const official = await somebody('official');
    await expect(official.api.do(changeSettings, { notice: { en: 'Forged' } })).rejects.toMatchObject(forbidden);
    expect(await visitor.ask(showSettings, {})).toEqual({
      institution: null,
      crest: null,
      contactEmail: null,
      notice: null,
      contributionsPerPerson: null,
      editMinutes: null,
      answerWithinDays: null,
      staffNeedSecondFactor: null,
      timeZone: null,
      colour: null,
      version: 0,
    });
    const change = { institution: { en: 'Ministry of Works' }, notice: { en: 'Closed on Friday.' } };
    const { position } = await administrator.do(changeSettings, change);
    const settings = {
      institution: { en: 'Ministry of Works' },
      contactEmail: null,
      notice: { en: 'Closed on Friday.' },
      contributionsPerPerson: null,
      editMinutes: null,
      answerWithinDays: null,
      staffNeedSecondFactor: null,
      timeZone: null,
      colour: null,
    };
    expect(await visitor.as({ after: position }).ask(showSettings, {})).toEqual({ ...settings, crest: null, version: position });
    expect(await administrator.do(changeSettings, change)).toMatchObject({ position });
    await eventually(async () => {
      const page = await (await fetch(`${platform.origin}/accessibility`)).text();
      expect(page).toContain('<span class="ministry-name">Ministry of Works</span>');
      expect(page).toContain('Closed on Friday.');
    }, 20_000);
    expect(await actions('settings-changed', position)).toHaveLength(1);
    await eventually(async () => expect(await publicBodies('SettingsChanged')).toMatchObject([settings]), 20_000);
  });

  it('an auditor from outside finds nothing wrong, and the acts in words', async () => {
    expect(await auditOf(platform)).toMatchObject({ exitCode: 0 });
    const { out } = await npmRun('audit', [
      'diff',
      platform.origin,
      '--from',
      '0',
      '--to',
      '999999999999',
      '--state',
      join(platform.folder, 'audit.json'),
    ]);
    expect(out).toMatch(/comments exported by account [0-9a-f-]{36}: "For the report"/);
    expect(out).toMatch(/settings changed by account [0-9a-f-]{36}: \{"institution":\{"en":"Ministry of Works"\}/);
  });
});
