import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Rejection, changeSettings, limits, type PlatformSettings } from '@isegoria/contracts';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

describe('the settings', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());
  beforeEach(() => {
    gateway.services.received.length = 0;
    gateway.services.forgetAnswers();
  });

  const nothing: Omit<PlatformSettings, 'version'> = {
    institution: null,
    contactEmail: null,
    notice: null,
    contributionsPerPerson: null,
    editMinutes: null,
    answerWithinDays: null,
    staffNeedSecondFactor: null,
    timeZone: null,
    colour: null,
    crest: null,
  };
  const put = (settings: object, token?: string) =>
    gateway.api
      .put('/settings')
      .set(token ? { authorization: `Bearer ${token}` } : {})
      .send(settings);

  it('are for everybody to read, also while nothing is set, and may be kept for a moment', async () => {
    const { body, headers } = await gateway.api.get('/settings').expect(200);
    expect(body).toEqual({ ...nothing, version: 0 });
    expect(headers['etag']).toMatch(/^"0\.[\w-]{22}"$/);
    expect(headers['cache-control']).toBe('public, max-age=5');
    const settings: Omit<PlatformSettings, 'version'> = {
      institution: { en: 'Ministry of Works' },
      contactEmail: 'contact@ministry.example',
      notice: { ar: 'مغلق' },
      contributionsPerPerson: 12,
      editMinutes: null,
      answerWithinDays: null,
      staffNeedSecondFactor: null,
      timeZone: null,
      colour: null,
      crest: null,
    };
    const by = randomUUID();
    const after = await gateway.rows.record({ type: 'SettingsChanged', data: { ...settings, by } });
    const changed = await gateway.api.get(`/settings?after=${after}`).expect(200);
    expect(changed.body).toEqual({ ...settings, version: after });
    expect(changed.headers['etag']).toMatch(new RegExp(`^"${after}[.+]`));
    expect(changed.text).not.toContain(by);
    expect((await gateway.api.get('/officials/actions?kind=settings-changed').expect(200)).body.items).toMatchObject([
      { official: by.slice(0, 8), subject: 'settings' },
    ]);
  });

  it('go to their service as they were sent', async () => {
    const { token } = gateway.services.signIn('administrator');
    const settings = {
      institution: { en: 'Ministry', ar: null },
      contactEmail: 'contact@ministry.example',
      notice: { fr: 'Fermé\nvendredi' },
    };
    await put(settings, token).expect(200);
    await put(nothing, token).expect(200);
    expect(gateway.services.commands.map(({ subject, command }) => ({ subject, command }))).toEqual(
      [settings, nothing].map((command) => ({ subject: changeSettings.subject, command })),
    );
  });

  it('are not all set to nothing by a request that says nothing, or came without its body', async () => {
    const { token } = gateway.services.signIn('administrator');
    const empty = gateway.api.put('/settings').set({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });
    for (const answer of [await empty, await put({}, token)]) {
      expect([answer.status, answer.body.code, answer.body.field]).toEqual([400, 'VALIDATION_FAILED', 'body']);
    }
    expect(gateway.services.commands).toEqual([]);
  });

  it.each(['CONFLICT', 'FORBIDDEN_ROLE'] as const)('are refused as the service says: %s', async (code) => {
    gateway.services.answer(changeSettings.subject, () => {
      throw new Rejection(code);
    });
    const { body, status, headers } = await put({ notice: { en: 'Forged' } }, gateway.services.signIn('administrator').token);
    expect([body.code, body.status, headers['cache-control']]).toEqual([code, status, 'no-store']);
  });

  it.each([
    ['institution', { en: '' }, 'institution.en'],
    ['institution', { en: 'Ministry', ar: 'ا'.repeat(limits.nameLength + 1) }, 'institution.ar'],
    ['institution', 'Ministry'],
    ['contactEmail', 'javascript:alert(1)'],
    ['contactEmail', 'a@ministry.example\r\nBcc: b@evil.example'],
    ['notice', { en: { en: 'nested' } }, 'notice.en'],
    ['notice', { ar: 'a\u0000b' }, 'notice.ar'],
    ['notice', { fr: 'a'.repeat(limits.noticeLength + 1) }, 'notice.fr'],
  ])('are refused here for a bad %s: %j', async (field, value, fault = field) => {
    const { body } = await put({ [field]: value }, gateway.services.signIn('administrator').token).expect(400);
    expect([body.code, body.field]).toEqual(['VALIDATION_FAILED', fault]);
    expect(gateway.services.commands).toEqual([]);
  });
});
