import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { portalOnFakeApi } from '../testing/portal.fixture';

/** If no proxy on this machine is trusted, what a request says about its own way counts no more than a stranger's word. */
describe('what a stranger says of hosts and protocols', () => {
  const { get, post, start, stop } = portalOnFakeApi();
  beforeAll(async () => {
    process.env['TRUSTED_PROXIES'] = '192.0.2.1';
    await start();
  });
  afterAll(async () => {
    delete process.env['TRUSTED_PROXIES'];
    await stop();
  });

  it('makes no form one of this site', async () => {
    const sent = post('/sign-in', { email: 'a@example.org', password: 'a long password' }, '');
    const { status, text } = await sent.set('host', 'portal:3000').set('x-forwarded-host', 'portal.example');
    expect(status).toBe(403);
    expect(text).toContain('This form was sent from another site.');
  });

  it('sets no cookie for https', async () => {
    const { headers } = await get('/?lang=ar').set('x-forwarded-proto', 'https');
    expect(headers['set-cookie']).toEqual([expect.not.stringContaining('Secure')]);
  });
});
