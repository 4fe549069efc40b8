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
    const link = api.link;
    api.refusal = { code: 'CONFIRMATION_INVALID' };
    api.link = { state: 'overtaken', purpose: 'confirmation' };
    const dead = await post('/confirm', { token: 'abc-123', password: 'a long password' }, '');
    expect([dead.status, dead.text]).toEqual([410, expect.stringContaining('The address now has an account')]);
    api.link = link;
    api.refusal = undefined;
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
