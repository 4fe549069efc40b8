import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { official, portalOnFakeApi, session } from './testing/portal.fixture';
import { ids } from './testing/sample-data.fixture';

describe('a link in a mail', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  it('that is dead says what is true, and what comes next', async () => {
    const link = api.link;
    for (const [state, words] of [
      ['used', 'It has already been used'],
      ['replaced', 'A newer link was sent'],
      ['overtaken', 'The address now has an account'],
      ['expired', 'It has expired'],
      ['unknown', 'We do not recognise it'],
    ] as const) {
      api.link = { state, purpose: 'confirmation' };
      const { status, text } = await get('/confirm?token=abc-123');
      expect([status, text]).toEqual([410, expect.stringContaining(words)]);
      for (const next of ['/sign-in', '/forgotten-password', '/register']) expect(text).toContain(`href="${next}"`);
    }
    api.link = link;
    expect((await get('/new-password?token=abc-123')).status).toBe(410);
  });

  it('gives a wrong password back to its form, and one that went dead meanwhile to the page that says so', async () => {
    api.refusal = { code: 'WRONG_CREDENTIALS' };
    const wrong = await post('/confirm', { token: 'abc-123', password: 'not my password' }, '');
    expect(wrong.status).toBe(401);
    expect(wrong.text).toMatch(/id="confirm-password"[^>]*aria-invalid="true"/);
    expect(wrong.text).not.toContain('not my password');
    expect(wrong.text).toContain('The password is not right.');
    expect(wrong.text).not.toContain('The e-mail address or');
    const link = api.link;
    api.refusal = { code: 'CONFIRMATION_INVALID' };
    api.link = { state: 'overtaken', purpose: 'confirmation' };
    const dead = await post('/confirm', { token: 'abc-123', password: 'a long password' }, '');
    expect([dead.status, dead.text]).toEqual([410, expect.stringContaining('The address now has an account')]);
    api.link = link;
    api.refusal = undefined;
  });
});

describe('a form that asks for the password and not for the address', () => {
  const { api, post, get, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  it.each([
    ['/new-address', 'address', { token: 'abc-123' }, session],
    ['/invitation', 'invitation', { token: 'abc-123', name: '' }, ''],
    ['/account/address', undefined, { email: 'new@example.org', return: '' }, session],
    ['/account/password', undefined, { newPassword: 'another long password' }, session],
    ['/account/erasure', undefined, {}, session],
  ] as const)('says at that field that it is wrong, and nothing about an address: %s', async (path, purpose, fields, cookie) => {
    const { link } = api;
    if (purpose === 'address') api.link = { ...link, state: 'open', purpose };
    api.refusal = { code: 'WRONG_CREDENTIALS' };
    const { text } = await post(path, { ...fields, password: 'not my password' }, cookie);
    Object.assign(api, { refusal: undefined, link });
    expect(text).toContain('The password is not right.');
    expect(text).toMatch(/-password"[^>]*aria-invalid="true"/);
    expect(text).not.toContain('The e-mail address or');
  });

  it('does not take a session that ended for a wrong password', async () => {
    api.refusal = { code: 'SESSION_EXPIRED' };
    const { text } = await post('/account/erasure', { password: 'my password' });
    api.refusal = undefined;
    expect(text).toContain('Your session has ended');
    expect(text).not.toMatch(/-password"[^>]*aria-invalid="true"/);
  });

  it('has a way back where a link of a mail led to it', async () => {
    const { link } = api;
    for (const [path, purpose] of [
      ['/new-address', 'address'],
      ['/old-address', 'undo'],
    ] as const) {
      api.link = { ...link, state: 'open', purpose };
      expect((await get(`${path}?token=abc-123`)).text).toMatch(/ds-breadcrumbs[^]*?href="\/consultations"/);
      expect((await get(`${path}?token=abc-123`, session)).text).toMatch(/ds-breadcrumbs[^]*?href="\/account"/);
    }
    api.link = link;
  });
});

describe('the way back', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  const page = `/consultations/${ids.deliberation}`;
  const back = `return=${encodeURIComponent(page)}`;
  const field = `name="return" value="${page}"`;
  const credentials = { token: 'abc-123', password: 'a long password', return: page };

  it('survives a forgotten password: from the sign-in over the mail to the new password, and back to the page', async () => {
    expect((await get(`/sign-in?${back}`)).text).toContain(`href="/forgotten-password?${back}"`);
    expect((await get(`/forgotten-password?${back}`)).text).toContain(field);
    expect((await post('/forgotten-password', { email: 'sami@example.org', return: page }, '')).status).toBe(303);
    expect(api.lastWrite).toMatchObject({ path: '/accounts/password-links', body: { email: 'sami@example.org', returnTo: page } });
    const link = api.link;
    api.link = { ...link, purpose: 'password' };
    expect((await get(`/new-password?token=abc-123&${back}`)).text).toContain(field);
    api.link = link;
    const chosen = await post('/new-password', credentials, '');
    expect([chosen.status, chosen.headers['location']]).toEqual([303, page]);
    expect((await post('/new-password', { ...credentials, return: '/' }, '')).headers['location']).toBe('/account?saved');
  });

  it('survives a second factor that is asked for after the new password, and a step whose session ended', async () => {
    api.asksForCode = true;
    const chosen = await post('/new-password', credentials, '');
    expect(chosen.headers['location']).toBe(`/sign-in/code?${back}`);
    expect((await get(`/sign-in/code?${back}`)).headers['location']).toBe(`/sign-in?${back}`);
    api.asksForCode = false;
  });

  it('stays with what was typed where that is wrong, and never leads to another site', async () => {
    api.refusal = { code: 'VALIDATION_FAILED', field: 'email' };
    expect((await post('/forgotten-password', { email: 'sami', return: page }, '')).text).toContain(field);
    api.refusal = undefined;
    for (const elsewhere of ['https://evil.example', '//evil.example'])
      expect((await post('/new-password', { ...credentials, return: elsewhere }, '')).headers['location']).toBe('/account?saved');
  });
});

describe('somebody in another time zone', () => {
  const portal = portalOnFakeApi();
  beforeAll(portal.start);
  afterAll(portal.stop);

  it('sees times in it, and those of the site where officials type them', async () => {
    const path = `/consultations/${ids.deliberation}`;
    expect((await portal.get(path, session)).text).toMatch(/at \d\d:\d\d UTC/);
    portal.api.account = { ...official, timeZone: 'Asia/Kolkata' };
    expect((await portal.get(path, session)).text).toMatch(/at \d\d:\d\d GMT\+5:30/);
    expect((await portal.get('/office/moderation', session)).text).toMatch(/at \d\d:\d\d UTC/);
  });
});
