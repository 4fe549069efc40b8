import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { limits } from '@isegoria/kernel';
import { official, portalOnFakeApi, session } from './testing/portal.fixture';
import { account, ids } from './testing/sample-data.fixture';

const pdf = Buffer.from('%PDF-1.4\n%%EOF');

describe('a draft that brings files', () => {
  const { api, server, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);
  beforeEach(() => void (api.account = official));

  const draft = (title = 'The lake shore') =>
    request(server())
      .post('/office/consultations')
      .set('host', 'portal.example')
      .set('origin', 'http://portal.example')
      .set('cookie', session)
      .field('title', title)
      .field('description', 'What should become of it?');
  /** All that its page asks besides. */
  const fields = {
    ...{ key: 'k', unit: 'root', language: 'en', countsFrom: 'email' },
    ...{ summary: '', contact: '', decidedBy: '', decidedWhen: '', pictureAlt: '', answerWithinDays: '', 'phases[0].title': '' },
    ...{ 'phases[0].activities[0].method': 'poll', 'phases[0].activities[0].title': '', 'phases[0].activities[0].options': 'A\nB' },
  };
  const added = () => api.requests.filter(({ method, path }) => method === 'POST' && path === '/files').map(({ body }) => body);

  it('adds each before it is sent on, with its name and bytes', async () => {
    await draft().attach('documentFile', pdf, 'Plan.pdf');
    expect(added()).toEqual([expect.objectContaining({ name: 'Plan.pdf', content: pdf.toString('base64') })]);
  });

  it('comes back with its words where a file is too large, which is not sent on', async () => {
    const { text } = await draft().attach('documentFile', Buffer.alloc(limits.fileBytes + 1), 'Plan.pdf');
    expect(added()).toEqual([]);
    expect(text).toContain('value="The lake shore"');
    expect(text).toContain(`at most ${limits.fileBytes / 1024 / 1024} MB`);
    expect(text).toContain('Plan.pdf: ');
  });

  it('says which file the API did not take, and asks again for a picture that is not described', async () => {
    api.refusal = { code: 'FILE_KIND_NOT_TAKEN', field: 'content' };
    const refused = await draft().attach('documentFile', Buffer.from('<svg/>'), 'Plan.svg');
    expect(refused.text).toContain('value="The lake shore"');
    expect(refused.text).toContain('Plan.svg: ');
    api.refusal = { code: 'ALTERNATIVE_TEXT_MISSING', field: 'alt' };
    const undescribed = await draft().attach('pictureFile', Buffer.from('x'), 'Lake.png');
    expect(undescribed.text).toContain('Choose Lake.png again');
  });

  it('is told of its words and of its files at once, and changed all the same', async () => {
    api.refusal = { code: 'FILE_KIND_NOT_TAKEN', field: 'content' };
    const { status, text } = await draft('').field(fields).attach('documentFile', Buffer.from('<svg/>'), 'Plan.svg');
    expect(status).toBe(422);
    for (const field of ['title', 'documentFile']) expect(text).toContain(`href="#draft-${field}"`);
    api.refusal = { code: 'FILE_KIND_NOT_TAKEN', field: 'content' };
    const changed = await draft().field('change', 'add phase').attach('documentFile', Buffer.from('<svg/>'), 'Plan.svg');
    expect([changed.status, changed.text]).toEqual([422, expect.stringContaining('Plan.svg: ')]);
  });

  it('with a phase in which nothing can be done is told which one, and how to go on', async () => {
    api.refusal = { code: 'VALIDATION_FAILED', field: 'phases[1].activities', params: { constraint: 'arrayMinSize', limit: 1 } };
    const { text } = await draft().field({ ...fields, 'phases[1].title': 'Later' });
    expect(text).toContain('Phase 2 has no activity yet. Add one to it, or remove the phase.');
    expect(text).toContain('href="#draft-phases[1].activities"');
    expect(text).toContain('id="draft-phases[1].activities"');
  });

  it('of somebody who may add none keeps no file', async () => {
    api.account = account;
    await draft().attach('documentFile', pdf, 'Plan.pdf');
    expect(added()).toEqual([]);
  });
});

describe('an official answer that brings files', () => {
  const { api, get, server, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);
  beforeEach(() => void (api.account = official));

  const one = `/office/consultations/${ids.deliberation}/official-answers/${ids.statements}/statement/${ids.statement}`;
  const several = `/office/consultations/${ids.deliberation}/official-answers/${ids.statements}`;

  it.each([
    ['one', one, '/official-answers'],
    ['several', several, '/official-answers/groups'],
  ])('to %s adds each, and names those that are kept', async (_, form, route) => {
    expect((await get(form, session)).text).toContain('name="documentFile"');
    await request(server())
      .post(form)
      .set('host', 'portal.example')
      .set('origin', 'http://portal.example')
      .set('cookie', session)
      .field({ key: 'k', version: '0', stance: 'noted', text: 'Read.', documents: `${'a'.repeat(64)} Kept.pdf` })
      .field({ statementIds: ids.statement, themeTitle: '', themeSummary: '' })
      .attach('documentFile', pdf, 'Plan.pdf');
    const sent = api.requests.filter(({ method, path }) => method === 'POST' && path.endsWith(route)).at(-1);
    expect(sent?.body).toMatchObject({ documents: [{ file: 'a'.repeat(64), name: 'Kept.pdf' }, { name: 'Plan.pdf' }] });
  });
});

describe('a file that was withdrawn', () => {
  const { get, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  // In another direction than the page's, a name would run into its reason, and the reason into the sentence before it.
  it.each([
    ['en', 'This file was withdrawn. Reason:'],
    ['ar', 'سُحب هذا الملف. السبب:'],
  ])('is named apart from its reason, each in its own direction: %s', async (language, words) => {
    const apart = `<bdi lang dir="auto">First plan.pdf</bdi><p class="erased">${words} <bdi lang dir="auto">It named a private person.</bdi></p>`;
    for (const path of [`/pages/${ids.page}`, `/questions/${ids.answeredQuestion}`, `/consultations/${ids.decided}/answers`]) {
      const { text } = await get(path).set('accept-language', language);
      expect(text.replaceAll('<bdi lang="en" ', '<bdi lang ')).toContain(apart);
    }
  });
});
