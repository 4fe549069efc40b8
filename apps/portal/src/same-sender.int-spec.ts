import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { optionsFor } from '@isegoria/consultations/methods/survey/questionnaire/order.pure';
import type { Question } from '@isegoria/consultations/methods/survey/questionnaire/questionnaire.pure';
import { portalOnFakeApi, session } from './testing/portal.fixture';
import { account, ids } from './testing/sample-data.fixture';
import { surveyed } from './testing/sample-survey.fixture';

/** Somebody writes in one window; in a second one, the session ends or another person signs in. */
describe('a form that was written by one person', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  const path = '/questions';
  const text = 'Words of the <first> person';
  const other = { ...account, id: ids.page, name: 'Amal <b>' };
  const senderIn = (html: string) => /name="sender" value="([^"]*)"/.exec(html)?.[1];

  it('says on every page for whom the page was made, and for nobody where nobody is signed in', async () => {
    const { text: page } = await get(path, session);
    const forms = page.match(/<form method="post"[^>]*>/g)!;
    expect(page.match(/<form method="post"[^>]*><input type="hidden" name="sender"/g)).toHaveLength(forms.length);
    expect(senderIn(page)).toBe(account.id);
    expect(senderIn((await get(path)).text)).toBeUndefined();
  });

  it('is not sent as another who has signed in since, without being asked', async () => {
    api.account = other;
    const asked = await post(path, { text, sender: account.id });
    expect(asked.status).toBe(409);
    expect(asked.text).toContain('Words of the &lt;first> person</textarea>');
    expect(asked.text).toContain('Send as');
    expect(asked.text).not.toContain('<b>');
    expect(api.lastWrite).toBeUndefined();
    expect(senderIn(asked.text)).toBe(other.id);
    expect((await post(path, { text, sender: other.id })).status).toBe(303);
    expect(api.lastWrite?.body).toEqual({ text });
  });

  it('says answers with their questions and in words, and nothing that nobody typed', async () => {
    api.account = other;
    const page = `/consultations/${ids.surveyed}/activities/${ids.survey}/survey/1`;
    const steering = { upon: 'none', versions: 'none', asked: 'mode why', go: 'on', key: 'a-key' };
    const { text: asked } = await post(page, { 'answers.mode': 'bus', 'answers.why': 'It is quick', ...steering, sender: account.id });
    const boxes = [...asked.matchAll(/<label[^>]* for="unsent-[^"]*">(.*?)<\/label><textarea[^>]*>([^<]*)</gs)];
    expect(boxes.map(([, label, words]) => [label!.replace(/<[^>]*>/g, '').slice(0, 4), words])).toEqual([
      ['How ', 'By bus'],
      ['Why?', 'It is quick'],
    ]);
    expect(asked).toContain('<input type="hidden" name="answers.mode" value="bus"');
    expect(asked).toContain('<input type="hidden" name="upon" value="none"');
    api.account = account;
  });

  it('comes back when the session has ended, and is still not sent as another who signs in then', async () => {
    const ended = await post(path, { text, sender: account.id }, '');
    expect(ended.status).toBe(401);
    expect(ended.text).toContain('Words of the &lt;first> person</textarea>');
    expect(ended.text).toContain('href="/sign-in?return=%2Fsign-in%2Faside"');
    expect(senderIn(ended.text)).toBe(account.id);
    api.account = other;
    expect((await post(path, { text, sender: senderIn(ended.text)! })).status).toBe(409);
    api.account = account;
    expect((await post(path, { text, sender: senderIn(ended.text)! })).status).toBe(303);
  });

  it('never brings a password back, and lets anybody sign out or in', async () => {
    api.account = other;
    const asked = await post('/account/password', { password: 'my password', newPassword: 'another password', sender: account.id });
    expect([asked.status, asked.text]).toEqual([409, expect.not.stringMatching(/my password|another password/)]);
    expect((await post('/sign-out', { sender: account.id })).status).toBe(303);
    const credentials = { email: account.email, password: 'a long password', return: '/' };
    expect((await post('/sign-in', { ...credentials, sender: account.id })).status).toBe(303);
  });

  it('has its options in the order in which they stood when they were chosen, once nobody is signed in', async () => {
    const [question] = surveyed.activities[0]!.settings.questionnaire!.sections[0]!.questions as [Question & { isShuffled?: boolean }];
    question.isShuffled = true;
    const page = `/consultations/${ids.surveyed}/activities/${ids.survey}/survey/1`;
    for (const order of ['a', 'b', 'c', 'd', 'e']) {
      const fields = { 'own.mode': '', 'answers.why': '', asked: 'mode', go: 'on', key: 'a-key', order };
      const { status, text: again } = await post(page, fields, '');
      const stands = [...again.matchAll(/name="answers\.mode"[^>]*? value="(bus|car)"/g)].map(([, option]) => option);
      expect([status, stands]).toEqual([401, optionsFor(question, order).map(({ id }) => id)]);
      expect(again).toContain(`name="order" value="${order}"`);
    }
    delete question.isShuffled;
  });

  it('is found again after signing in beside it', async () => {
    expect((await get('/sign-in/aside')).headers['location']).toBe('/sign-in?return=%2Fsign-in%2Faside');
    expect((await get('/sign-in/aside', session)).text).toContain('Go back to the window in which you were writing');
  });
});
