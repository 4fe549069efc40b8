import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { noteSwitches } from '@isegoria/contracts';
import { formsOn } from '../testing/forms-of-the-portal.fixture';
import { portalOnFakeApi, session, withRoles } from '../testing/portal.fixture';

describe('the notes of a person', () => {
  const { api, server, get, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  it('are marked as read up to the newest that was shown, and the page says so', async () => {
    const [form] = formsOn('/my/notes', (await get('/my/notes', session)).text).filter(({ action }) => action === '/my/notes');
    const { status, headers } = await post('/my/notes', form!.given);
    expect([status, headers['location']]).toEqual([303, '/my/notes?read']);
    expect(api.lastWrite).toMatchObject({ method: 'PUT', path: '/my-notes/read', body: { upTo: Number(form!.given['upTo']) } });
    expect((await get('/my/notes?read', session)).text).toMatch(/role="status"/);
  });

  it('say the rule that a moderator chose in the language of the reader, not in the English of the record', async () => {
    const english = 'It insults, threatens or degrades somebody.';
    const french = 'Cela insulte, menace';
    expect((await get('/my/notes', session)).text).toContain(english);
    const { text } = await get('/my/notes?lang=fr', session);
    expect(text.replaceAll('&#39;', "'")).toContain(french);
    expect(text).not.toContain(english);
  });

  it('say how long a mail about them may take, as the installation has it', async () => {
    for (const path of ['/my/notes', '/account/notes', '/mailbox'])
      expect((await get(path, session)).text).toContain('one message every 45 minutes at most');
  });

  it('are marked by nobody from another site', async () => {
    const foreign = request(server()).post('/my/notes').set('cookie', session).set('origin', 'https://evil.example').type('form');
    expect((await foreign.send({ upTo: '7' })).status).toBe(403);
    expect(api.lastWrite).toBeUndefined();
  });

  it('are turned off one by one: what is not chosen is off', async () => {
    const { status, headers } = await post('/account/notes', { site: ['decisions', 'answers'], mail: 'answers' });
    expect([status, headers['location']]).toEqual([303, '/account?saved']);
    const on = ['site.decisions', 'site.answers', 'mail.answers'];
    expect(api.lastWrite).toMatchObject({
      ...{ method: 'PUT', path: '/accounts/current/note-settings' },
      body: { off: noteSwitches.filter((each) => !on.includes(each) && !each.endsWith('.drafts')) },
    });
  });

  it('are about drafts for officials alone, who may turn these off as well', async () => {
    expect((await get('/account/notes', session)).text).not.toContain('A draft of my office');
    const before = api.account;
    api.account = withRoles('official');
    expect((await get('/account/notes', session)).text.match(/A draft of my office/g)).toHaveLength(2);
    await post('/account/notes', { site: 'drafts' });
    api.account = before;
    expect(api.lastWrite!.body).toEqual({ off: noteSwitches.filter((each) => each !== 'site.drafts') });
  });

  it('stop coming by mail for whoever presses the button of a mail program, in nobody’s session (RFC 8058)', async () => {
    const press = (token: string) =>
      request(server()).post(`/unsubscribe?token=${token}`).type('form').send({ 'List-Unsubscribe': 'One-Click' });
    const { status, headers } = await press('a-token');
    expect([status, headers['location']]).toEqual([200, undefined]);
    expect(api.lastWrite).toMatchObject({ method: 'POST', path: '/unsubscriptions', body: { token: 'a-token' } });
    api.refusal = { code: 'NOT_FOUND' };
    expect((await press('made-up')).status).toBe(404);
  });
});
