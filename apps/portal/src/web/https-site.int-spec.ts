import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { portalOnFakeApi } from '../testing/portal.fixture';

const credentials = { email: 'sami@example.org', password: 'a long password' };

describe('a site that people reach over https', () => {
  const { get, post, start, stop } = portalOnFakeApi();
  beforeAll(async () => {
    process.env['PUBLIC_URL'] = 'https://portal.example';
    await start();
  });
  afterAll(async () => {
    delete process.env['PUBLIC_URL'];
    await stop();
  });

  it('has cookies that come from this host alone, whatever a proxy leaves unsaid', async () => {
    const set = [(await post('/sign-in', credentials, '')).headers['set-cookie'], (await get('/?lang=ar')).headers['set-cookie']];
    for (const [cookie, name] of [
      [set[0], 'session'],
      [set[1], 'language'],
    ]) {
      expect(String(cookie)).toMatch(
        new RegExp(`^__Host-isegoria_${name}=[^;]+; (Max-Age=\\d+; )?Path=/; .*HttpOnly; Secure; SameSite=Lax$`),
      );
      expect(String(cookie)).not.toMatch(/domain/i);
    }
  });

  it('knows no session by a name that another site of the domain could set', async () => {
    expect((await get('/account', 'isegoria_session=good-token')).status).toBe(303);
    expect((await get('/account', '__Host-isegoria_session=good-token')).status).toBe(200);
  });

  it('asks browsers to use nothing else for a year, whatever the answer', async () => {
    for (const path of ['/', '/nothing', '/account', '/health/live'])
      expect((await get(path)).headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });
});

describe('a site that people reach without', () => {
  const { get, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  it('tells browsers nothing of https, which would shut them out', async () => {
    expect((await get('/').set('x-forwarded-proto', 'https')).headers).not.toHaveProperty('strict-transport-security');
  });
});
