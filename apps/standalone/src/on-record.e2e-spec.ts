import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { ApiClient } from '@isegoria/api-client';
import type { Accepted, LogEntry, OfficialAction, PlatformSettings, Role, Session } from '@isegoria/contracts';
import { eventually, startPlatform, type TestPlatform } from '@isegoria/testing';
import { auditOf, npmRun } from './npm-run.fixture';

describe('exports and settings, both on record', () => {
  let platform: TestPlatform;
  let visitor: ApiClient;
  let administrator: ApiClient;
  let consultation: string;

  beforeAll(async () => {
    platform = await startPlatform();
    visitor = new ApiClient(platform.origin);
    administrator = await visitor.signIn(platform.operator.email, platform.operator.password);
    const { id } = await administrator.post<Accepted>('/consultations', { kind: 'deliberation', title: 'T', description: 'D', language: 'en', statements: ['One', 'Two'] });
    const at = (ahead: number) => new Date(Date.now() + ahead).toISOString();
    const { position } = await administrator.post<Accepted>(`/consultations/${id}/publication`, { opensAt: at(0), closesAt: at(3_600_000) });
    await visitor.get(`/consultations/${id}?after=${position}`);
    consultation = id;
  }, 120_000);
  afterAll(() => platform?.stop());

  async function somebody(...roles: Role[]): Promise<{ client: ApiClient; token: string; id: string }> {
    const credentials = { email: `${randomBytes(6).toString('hex')}@example.org`, password: 'a long password' };
    await visitor.post('/accounts', { ...credentials, name: 'Somebody', language: 'en' });
    const first = await visitor.post<Session>('/sessions', credentials);
    for (const role of roles) await administrator.put(`/accounts/${first.account.id}/roles/${role}`);
    const { token } = await visitor.post<Session>('/sessions', credentials);
    return { client: new ApiClient(platform.origin, token), token, id: first.account.id };
  }
  const fileOf = (exportId: string, token: string, after = 0) =>
    fetch(`${platform.origin}/api/v1/exports/${exportId}?after=${after}`, { headers: { authorization: `Bearer ${token}` } });
  const publicBodies = async (type: string) => {
    const entries = (await (await fetch(`${platform.origin}/log/entries?from=0&limit=1000`)).text()).split('\n').filter(Boolean).map((line) => JSON.parse(line) as LogEntry);
    return entries.filter(({ leaf }) => leaf.includes(`"type":"${type}"`)).map(({ data }) => JSON.parse(Buffer.from(data!, 'base64').toString()) as object);
  };
  const actions = async (kind: string, after: number) => (await visitor.get<{ items: OfficialAction[] }>(`/officials/actions?kind=${kind}&after=${after}`)).items;

  it('an analyst takes comments out: first on record, then as a file for that account alone', async () => {
    const [analyst, other, citizen] = [await somebody('analyst'), await somebody('analyst'), await somebody()];
    await citizen.client.post<Accepted>(`/consultations/${consultation}/comments`, { text: '=1+1' });
    await expect(citizen.client.post(`/consultations/${consultation}/exports`, { contents: 'comments', purpose: 'Mine' })).rejects.toMatchObject({ problem: { code: 'FORBIDDEN_ROLE' } });
    const wanted = { contents: 'comments', purpose: 'For the report' };
    const key = { idempotencyKey: 'report-1' };
    const { id, position } = await analyst.client.post<Accepted>(`/consultations/${consultation}/exports`, wanted, key);
    expect((await analyst.client.post<Accepted>(`/consultations/${consultation}/exports`, wanted, key)).id).toBe(id);

    const answer = await fileOf(id, analyst.token, position);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
    expect(Number(answer.headers.get('isegoria-position'))).toBeGreaterThanOrEqual(position);
    expect(parse(await answer.text(), { columns: true })).toMatchObject([{ status: 'shown', assurance: 'unverified', text_status: 'given', text: "'=1+1" }]);
    expect((await fileOf(id, other.token)).status).toBe(403);
    expect((await fileOf(id, citizen.token)).status).toBe(403);
    const { token } = await visitor.post<Session>('/sessions', platform.operator);
    await fetch(`${platform.origin}/api/v1/accounts/${analyst.id}/roles/analyst`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
    await eventually(async () => expect((await fileOf(id, analyst.token)).status).toBe(403));

    expect(await actions('contributions-exported', position)).toMatchObject([{ official: analyst.id.slice(0, 8), consultationId: consultation, contents: 'comments', reason: 'For the report' }]);
    await eventually(async () => expect(await publicBodies('ContributionsExported')).toEqual([{ exportId: id, consultationId: consultation, ...wanted, by: analyst.id }]), 20_000);
  });

  it('an administrator sets the name and a notice, for every page', async () => {
    const official = await somebody('official');
    await expect(official.client.put('/settings', { notice: { en: 'Forged' } })).rejects.toMatchObject({ problem: { code: 'FORBIDDEN_ROLE' } });
    expect(await visitor.get<PlatformSettings>('/settings')).toEqual({ institution: null, contactEmail: null, notice: null });
    const { position } = await administrator.put<Accepted>('/settings', { institution: { en: 'Ministry of Works' }, notice: { en: 'Closed on Friday.' } });
    const settings = { institution: { en: 'Ministry of Works' }, contactEmail: null, notice: { en: 'Closed on Friday.' } };
    expect(await visitor.get<PlatformSettings>(`/settings?after=${position}`)).toEqual(settings);
    expect(await administrator.put<Accepted>('/settings', { institution: { en: 'Ministry of Works' }, notice: { en: 'Closed on Friday.' } })).toMatchObject({ position });
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
    const { out } = await npmRun('audit', ['diff', platform.origin, '--from', '0', '--to', '999999999999', '--state', join(platform.folder, 'audit.json')]);
    expect(out).toMatch(/comments exported by account [0-9a-f-]{36}: "For the report"/);
    expect(out).toMatch(/settings changed by account [0-9a-f-]{36}: \{"institution":\{"en":"Ministry of Works"\}/);
  });
});
