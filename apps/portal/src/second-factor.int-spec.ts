import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { official, portalOnFakeApi, session } from './testing/portal.fixture';

const waiting = 'isegoria_session=waiting-token';

describe('the second step of a sign-in', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  const credentials = { email: 'sami@example.org', password: 'a long password', return: '/office' };

  it('is a page of its own, after which people are where they wanted to be', async () => {
    api.asksForCode = true;
    const first = await post('/sign-in', credentials, '');
    expect([first.status, first.headers['location']]).toEqual([303, '/sign-in/code?return=%2Foffice']);
    expect(String(first.headers['set-cookie'])).toContain('isegoria_session=waiting-token');
    const { text } = await get('/sign-in/code?return=/office', waiting);
    expect(text).toContain('name="return" value="/office"');
    expect(text).toContain('autocomplete="one-time-code"');
    const second = await post('/sign-in/code', { code: '123456', return: '/office' }, waiting);
    expect([second.status, second.headers['location']]).toEqual([303, '/office']);
    expect(String(second.headers['set-cookie'])).toContain('isegoria_session=good-token');
    expect(api.lastWrite).toMatchObject({ path: '/sessions/current/code', body: { code: '123456' } });
  });

  it('is shown again after a wrong code, and says how long to wait after many', async () => {
    api.refusal = { code: 'WRONG_CODE', field: 'code' };
    const wrong = await post('/sign-in/code', { code: '000000', return: '/office' }, waiting);
    expect([wrong.status, wrong.text]).toEqual([401, expect.stringContaining('This code is not right')]);
    expect(wrong.headers['set-cookie']).toBeUndefined();
    api.refusal = { code: 'TOO_MANY_REQUESTS', retryAfter: 60 };
    const many = await post('/sign-in/code', { code: '000000', return: '/office' }, waiting);
    expect([many.status, many.headers['retry-after']]).toEqual([429, '60']);
  });

  it('is gone on with from any page, and begun again when that is asked for; until then people are visitors', async () => {
    const start = await get('/', waiting);
    expect([start.status, start.text]).toEqual([200, expect.stringContaining('href="/sign-in"')]);
    expect(start.headers['set-cookie']).toBeUndefined();
    expect((await get('/account', waiting)).headers['location']).toBe('/sign-in?return=%2Faccount');
    expect((await get('/sign-in?return=/account', waiting)).headers['location']).toBe('/sign-in/code?return=%2Faccount');
    const again = await get('/sign-in?again=', waiting);
    expect([again.status, String(again.headers['set-cookie'])]).toEqual([200, expect.stringContaining('isegoria_session=;')]);
    expect((await get('/sign-in/code')).headers['location']).toBe('/sign-in');
  });

  it('never leads to another site', async () => {
    api.asksForCode = true;
    for (const path of ['/sign-in', '/sign-in/code'])
      expect((await post(path, { ...credentials, code: '1', return: '//evil.example' }, waiting)).headers['location']).not.toContain(
        'evil',
      );
  });
});

describe('staff without a second factor', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  it('are led to set it up, from the sign-in and from every page of the office', async () => {
    api.account = { ...official, roles: [], lacksSecondFactor: true };
    const { headers } = await post('/sign-in', { email: 'a@example.org', password: 'a long password', return: '/office' }, '');
    expect(headers['location']).toBe('/account/second-factor');
    for (const path of ['/office', '/office/accounts', '/office/settings'])
      expect((await get(path, session)).headers['location']).toBe('/account/second-factor');
    const page = await get('/account', session);
    expect(page.text).toContain('Your roles count once you have set it up.');
  });

  it('see the key that a wrong code was about again, and nothing else that a form holds', async () => {
    const path = '/account/second-factor/confirmation';
    const [secret, link] = ['A'.repeat(32), 'otpauth://totp/site:a?secret=A'];
    api.refusal = { code: 'WRONG_CODE', field: 'code' };
    const { status, text } = await post(path, { code: '000000', secret, link });
    expect(status).toBe(401);
    expect(text).toContain('AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA');
    for (const forged of [
      { secret: '<b>', link },
      { secret, link: 'https://evil.example' },
    ])
      expect((await post(path, { code: '000000', ...forged })).status).toBe(404);
  });

  it('see recovery codes once, on a page that no cache keeps', async () => {
    const { text, headers } = await post('/account/second-factor/recovery-codes', { password: 'a long password', code: '123456' });
    expect(text).toContain('abcd-efgh-jkmn-pqrs');
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('a form with a secret in it', () => {
  const { api, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  const credentials = { email: 'sami@example.org', password: 'a long password' };

  it('that was wrong too often says how long to wait, and keeps all but the password', async () => {
    api.refusal = { code: 'TOO_MANY_REQUESTS', retryAfter: 240 };
    const { status, headers, text } = await post('/sign-in', credentials, '');
    expect([status, headers['retry-after']]).toEqual([429, '240']);
    expect(text).toContain('Try again in 4 minutes.');
    expect(text).toContain('sami@example.org');
    expect(text).not.toContain(credentials.password);
  });

  it('that could not be sent keeps no password and no code, but asks for each again', async () => {
    api.refusal = { code: 'UNAVAILABLE' };
    const sent: [string, Record<string, string>][] = [
      ['/account/password', { password: 'an old password', newPassword: 'a new password' }],
      ['/account/second-factor/removal', { password: 'an old password', code: '123456' }],
      ['/account/address', { email: 'sami@example.org', password: 'an old password' }],
    ];
    for (const [path, form] of sent) {
      const { text } = await post(path, form);
      for (const secret of ['an old password', 'a new password', '123456']) expect(text).not.toContain(secret);
      if ('email' in form) for (const name of Object.keys(form)) expect(text).toContain(`name="${name}"`);
    }
  });
});
