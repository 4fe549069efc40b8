import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { portalOnFakeApi, session } from './testing/portal.fixture';
import { account } from './testing/sample-data.fixture';

describe('signing out', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  it('is asked of somebody whose address is not confirmed, who could not come back', async () => {
    api.account = { ...account, assurance: 'anonymous' };
    const pressed = await post('/sign-out', {});
    expect([pressed.headers['location'], pressed.headers['set-cookie']]).toEqual(['/account/sign-out', undefined]);
    expect((await get('/account/sign-out', session)).text).toContain('Sign out all the same');
    expect(api.lastWrite).toBeUndefined();
    expect((await post('/sign-out', { warned: 'yes' })).headers['location']).toBe('/');
    expect(api.lastWrite).toMatchObject({ path: '/sessions/current' });
  });
});
