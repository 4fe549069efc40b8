import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { portalOnFakeApi, session } from './testing/portal.fixture';
import { genuineForm, hostile, ids } from './testing/sample-data.fixture';

const consultation = `/consultations/${ids.deliberation}`;
const statements = `${consultation}/activities/${ids.statements}`;

describe('the portal', () => {
  const { api, get, post, start, stop, server } = portalOnFakeApi();

  beforeAll(start);
  afterAll(stop);

  describe('shows', () => {
    const everywhere = [
      '/',
      '/consultations',
      '/consultations?status=open',
      '/consultations?unit=root.1f0c22aa',
      consultation,
      `/consultations/${ids.poll}`,
      `/consultations/${ids.decided}`,
      `/consultations/${ids.phased}`,
      `/consultations/${ids.newer}`,
      ...[ids.deliberation, ids.poll, ids.phased, ids.newer].map((id) => `/consultations/${id}/results`),
      `${consultation}/activities/${ids.statements}/everybody`,
      ...['/answers', '/units/root', '/units/root.1f0c22aa'],
      ...['/search', '/search?q=harbour', '/search?q=harbuor&kind=page', '/announcements'],
      '/announcements?unit=root.1f0c22aa',
      `/pages/${ids.page}`,
      '/questions',
      '/questions?unit=root.1f0c22aa',
      `/questions/${ids.answeredQuestion}`,
      `/questions/${ids.openQuestion}`,
      '/register',
      '/register/sent',
      '/confirm?token=a',
      '/sign-in',
      '/forgotten-password',
      '/forgotten-password/sent',
      '/mailbox',
      '/receipts',
      '/receipts/check',
      `/receipts/print?r=${genuineForm}`,
      '/transparency',
      '/transparency/auditors',
      '/transparency/officials',
      '/transparency/officials?kind=role-granted&page=2',
      ...['/accessibility', '/privacy', '/rules', '/imprint'],
      '/account/erased',
    ];
    it.each(everywhere)('%s in English and in Arabic, with nothing inline and nothing from elsewhere', async (path) => {
      for (const [language, direction] of [
        ['en', 'ltr'],
        ['ar', 'rtl'],
        ['fr', 'ltr'],
      ] as const) {
        const { status, text, headers } = await get(path).set('accept-language', language);
        expect(status).toBe(200);
        expect(text).toContain(`<html lang="${language}" dir="${direction}"`);
        expect(text).not.toMatch(/<script(?![^>]*src="\/assets\/)|<style|\sstyle="|\son[a-z]+="|javascript:/i);
        expect(text).not.toContain('<img');
        expect(headers['content-security-policy']).toContain("default-src 'none'");
        expect(headers['content-security-policy']).not.toContain('unsafe');
        expect(headers['cache-control']).toBe('no-store');
      }
    });

    it('every heading in order: one first, none left out', async () => {
      for (const path of everywhere) {
        const levels = [...(await get(path)).text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
        expect([path, levels[0], levels.filter((level) => level === 1).length]).toEqual([path, 1, 1]);
        levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
      }
    });
  });

  describe('language', () => {
    it('is chosen by a link, remembered in a cookie, and taken from the browser otherwise', async () => {
      const chosen = await get('/?lang=ar').set('accept-language', 'en');
      expect(chosen.text).toContain('lang="ar"');
      expect(chosen.headers['set-cookie']).toEqual([expect.stringMatching(/^isegoria_language=ar;.*HttpOnly; SameSite=Lax/)]);
      expect((await get('/', 'isegoria_language=ar').set('accept-language', 'en')).text).toContain('<html lang="ar"');
      expect((await get('/').set('accept-language', 'ru, ar;q=0.5')).text).toContain('<html lang="ar"');
      expect((await get('/').set('accept-language', 'ru')).text).toContain('<html lang="en"');
    });

    it('links to the same page in the other language', async () => {
      expect((await get('/consultations?status=open')).text).toContain('href="/consultations?status=open&amp;lang=ar"');
    });
  });

  describe('the session', () => {
    const credentials = { email: 'sami@example.org', password: 'a long password', return: `${consultation}#voting` };

    it('is kept in a cookie that scripts cannot read and other sites cannot use', async () => {
      const { status, headers } = await post('/sign-in', credentials, '');
      expect([status, headers['location']]).toEqual([303, `${consultation}#voting`]);
      const [cookie] = headers['set-cookie'] as unknown as string[];
      expect(cookie).toMatch(/^isegoria_session=good-token; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    });

    it('is for https only when the visitor came by https', async () => {
      const { headers } = await post('/sign-in', credentials, '').set('x-forwarded-proto', 'https').set('origin', 'https://portal.example');
      expect(String(headers['set-cookie'])).toContain('; Secure');
    });

    it('never leads to another site', async () => {
      for (const back of ['//evil.example', 'https://evil.example/', '/\\evil.example']) {
        expect((await post('/sign-in', { ...credentials, return: back }, '')).headers['location']).toBe('/');
      }
    });

    it('goes to the API as a bearer token and never onto a page', async () => {
      const { text } = await get('/account', session);
      expect(text).toContain('sami@example.org');
      expect(text).not.toContain('good-token');
      expect(api.requests.find(({ path }) => path === '/me')?.headers.authorization).toBe('Bearer good-token');
    });

    it('that has ended is forgotten', async () => {
      const { status, headers } = await get('/', 'isegoria_session=old');
      expect(status).toBe(200);
      expect(String(headers['set-cookie'])).toMatch(/isegoria_session=; Path=\/; Expires=Thu, 01 Jan 1970/);
    });

    it('is asked for where it is needed, with the way back', async () => {
      const { status, headers } = await get('/account');
      expect([status, headers['location']]).toEqual([303, '/sign-in?return=%2Faccount']);
    });

    it('ends with the sign-out at the API too', async () => {
      const { headers } = await post('/sign-out', {});
      expect(api.lastWrite).toMatchObject({ method: 'DELETE', path: '/sessions/current' });
      expect(String(headers['set-cookie'])).toContain('isegoria_session=;');
    });
  });

  describe('a form from another site', () => {
    const foreign: [string, Record<string, string>][] = [
      ['another origin', { origin: 'https://evil.example' }],
      ['an unknown origin', { origin: 'null' }],
      ['another site, says the browser', { origin: 'http://portal.example', 'sec-fetch-site': 'cross-site' }],
      ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }],
      ['nowhere that could be told', {}],
    ];
    it.each(foreign)('is refused: %s', async (_case, headers) => {
      const { status, text } = await request(server())
        .post(`${consultation}/comments`)
        .set({ host: 'portal.example', cookie: session, ...headers })
        .type('form')
        .send({ text: 'x' });
      expect(status).toBe(403);
      expect(text).toContain('This form was sent from another site.');
      expect(api.lastWrite).toBeUndefined();
    });

    it('is told from one that came through an ingress', async () => {
      const { status } = await post(`${consultation}/comments`, { text: 'x' })
        .set('host', 'portal:3000')
        .set('x-forwarded-host', 'portal.example');
      expect(status).toBe(303);
    });
  });

  describe('a contribution', () => {
    const contributions: [string, string, Record<string, string | string[]>, object][] = [
      [
        'a vote',
        `${statements}/vote`,
        { statementId: ids.statement, choice: 'agree' },
        { method: 'PUT', path: `/activities/${ids.statements}/statements/${ids.statement}/vote`, body: { choice: 'agree' } },
      ],
      [
        'a ballot',
        `/consultations/${ids.poll}/activities/${ids.choice}/ballot`,
        { options: ['a', 'c'] },
        { method: 'PUT', path: `/activities/${ids.choice}/ballot`, body: { options: ['a', 'c'] } },
      ],
      [
        'a statement',
        `${statements}/statement`,
        { text: 'a\r\nb' },
        { method: 'POST', path: `/activities/${ids.statements}/statements`, body: { text: 'a\nb' } },
      ],
      ['a comment', `${consultation}/comments`, { text: 'x' }, { method: 'POST', path: `${consultation}/comments`, body: { text: 'x' } }],
      [
        'a question about it',
        `${consultation}/questions`,
        { text: 'x' },
        { method: 'POST', path: '/questions', body: { text: 'x', consultationId: ids.deliberation } },
      ],
      ['a question', '/questions', { text: 'x' }, { method: 'POST', path: '/questions', body: { text: 'x' } }],
    ];
    it.each(contributions)('%s goes to the API once, and the page that follows includes it', async (_name, path, form, expected) => {
      const { status, headers } = await post(path, { ...form, key: 'key-1' });
      expect(status).toBe(303);
      expect(headers['location']).toMatch(/[?&]after=7/);
      expect(api.lastWrite).toMatchObject(expected);
      expect(api.lastWrite?.headers['idempotency-key']).toBe('key-1');
    });

    it('is thanked for with its receipt, which stands in no address', async () => {
      const { headers } = await post(`${consultation}/comments`, { text: 'x' });
      const receipt = String(headers['set-cookie']).split(';')[0]!;
      expect(receipt).toMatch(/^isegoria_receipt=comment%20isegoria-receipt\.2\./);
      expect(headers['location']).not.toContain('isegoria-receipt');
      const { text } = await get(headers['location']!, `${session}; ${receipt}`);
      expect(text).toContain('Thank you. Your comment is recorded.');
      expect(text).toMatch(/<pre[^>]*id="receipt-text"[^>]*>isegoria-receipt\.2\.eyJ2IjoxfQ\.c2lnbmF0dXJl</);
      expect(text).toContain('href="/receipts/check?receipt=isegoria-receipt.2.');
      expect(
        api.requests
          .filter(({ path }) => path.startsWith(consultation))
          .every(({ path, method }) => method !== 'GET' || path.includes('after=7')),
      ).toBe(true);
    });

    it('is thanked for nobody by a link alone', async () => {
      for (const cookie of [session, `${session}; isegoria_receipt=vote%20isegoria-receipt.2.a.b`]) {
        expect((await get(`${consultation}?thanks=comment`, cookie)).text).not.toContain('Thank you');
      }
    });

    it('that is refused shows the form again, with what was typed and what was wrong', async () => {
      api.refusal = { code: 'VALIDATION_FAILED', field: 'text' };
      const { status, text } = await post(`${consultation}/comments`, { text: `mine ${hostile}`, key: 'key-1' });
      expect(status).toBe(400);
      expect(text).toContain('<title>Error: ');
      expect(text).toContain('href="#comment-text"');
      expect(text).toMatch(/<textarea[^>]*id="comment-text"[^>]*>mine &lt;script>/);
      expect(text).not.toContain('key-1');
    });

    it('has another key each time that it is shown', async () => {
      const keysOn = (text: string) => [...new Set([...text.matchAll(/name="key" value="([^"]+)"/g)].map(([, key]) => key!))];
      api.refusal = { code: 'CONSULTATION_CLOSED' };
      const refused = keysOn((await post(`${statements}/vote`, { statementId: ids.statement, choice: 'agree', key: 'key-1' })).text);
      const pages = [refused, keysOn((await get(consultation, session)).text), keysOn((await get(consultation, session)).text)];
      const all = pages.flat();
      expect(refused.length).toBeGreaterThan(1);
      expect(new Set(all).size).toBe(all.length);
      expect(all).not.toContain('key-1');
    });

    it('that something else was sent for is not recorded: what stands is shown, under new keys', async () => {
      api.refusal = { code: 'IDEMPOTENCY_KEY_REUSED' };
      const vote = await post(`${statements}/vote`, { statementId: ids.statement, choice: 'disagree', key: 'key-1' });
      expect([vote.status, vote.text.includes('key-1')]).toEqual([422, false]);
      expect(vote.text).toContain('What you see now is what is recorded.');
      expect(vote.text).toMatch(/value="agree" aria-pressed="true"/);
      const ballot = await post(`/consultations/${ids.poll}/activities/${ids.choice}/ballot`, { options: ['a'], key: 'key-1' });
      expect(ballot.text).toMatch(/value="b"[^>]*checked/);
      expect(ballot.text).not.toMatch(/value="a"[^>]*checked/);
    });

    it('that was overtaken is not thanked for when it is sent again: what stands is shown', async () => {
      api.late = 0;
      const follow = async (path: string, form: Record<string, string | string[]>) => {
        const { headers } = await post(path, form);
        return (await get(headers['location']!, `${session}; ${String(headers['set-cookie']).split(';')[0]!}`)).text;
      };
      const standing = await follow(`${statements}/vote`, { statementId: ids.statement, choice: 'agree' });
      expect(standing).toMatch(/<title>Done: [\s\S]*Your vote is recorded\./);
      const overtaken = await follow(`${statements}/vote`, { statementId: ids.statement, choice: 'disagree' });
      expect(overtaken).not.toContain('Your vote is recorded.');
      expect(overtaken).not.toContain('isegoria-receipt.2.');
      expect(overtaken).toMatch(/<title>Error: [\s\S]*What you see now is what is recorded\./);
      const ballot = (options: string[]) => follow(`/consultations/${ids.poll}/activities/${ids.choice}/ballot`, { options });
      expect(await ballot(['b'])).toContain('Your ballot is recorded.');
      expect(await ballot(['a'])).not.toContain('Your ballot is recorded.');
      api.late = 1;
    });

    const typed: [string, Record<string, string>][] = [
      ['/questions', { text: 'a long text' }],
      [`${statements}/statement`, { text: 'a long text' }],
      [`${consultation}/comments`, { text: 'a long text' }],
      [`${consultation}/questions`, { text: 'a long text' }],
      ['/office/pages', { title: 'T', body: 'a long text', language: 'en', kind: 'announcement' }],
      [`/questions/${ids.openQuestion}/answers`, { text: 'a long text' }],
      [`/office/consultations/${ids.decided}/outcome`, { youSaid: 'a long text', weDid: 'b' }],
    ];
    it.each(typed)('keeps its text when the session has ended meanwhile: %s', async (path, form) => {
      const { status, text } = await post(path, form, 'isegoria_session=old');
      expect(status).toBe(401);
      expect(text).toContain('>a long text</textarea>');
      expect(text).toMatch(/href="\/sign-in\?return=%2Fsign-in%2Faside" target="_blank"/);
    });

    it('keeps its text when the API cannot answer, to be sent again as the same contribution', async () => {
      api.refusal = { code: 'UNAVAILABLE' };
      const { status, text } = await post(`${consultation}/comments`, { text: `mine ${hostile}`, key: 'key-1' });
      expect(status).toBe(503);
      expect(text).toContain(`action="${consultation}/comments"`);
      expect(text).toMatch(/<textarea[^>]*name="text"[^>]*>mine &lt;script>/);
      expect(text).toContain('name="key" value="key-1"');
    });

    it('shows a vote that stands, to be changed', async () => {
      const { text } = await get(consultation, session);
      expect(text.match(/aria-pressed="true"/g)).toHaveLength(1);
      expect(text).toMatch(/value="agree" aria-pressed="true"/);
    });
  });

  describe('registering', () => {
    it('says the same whether or not the address is known, and shows no password again', async () => {
      expect((await post('/register', { name: 'Sami', email: 's@example.org', password: 'a long password' }, '')).headers['location']).toBe(
        '/register/sent?after=7',
      );
      api.refusal = { code: 'VALIDATION_FAILED', field: 'password' };
      const { status, text } = await post('/register', { name: 'Sami', email: 's@example.org', password: 'tooshort' }, '');
      expect(status).toBe(400);
      expect(text).toContain('value="s@example.org"');
      expect(text).not.toContain('tooshort');
      expect(text).toContain('Choose a password of 10 to 200 characters that is hard to guess');
    });

    it('confirms by a button only: following the link changes nothing', async () => {
      const { text } = await get('/confirm?token=abc-123');
      expect(api.lastWrite).toMatchObject({ path: '/links', body: { token: 'abc-123' } });
      expect(text).toContain('name="token" value="abc-123"');
      expect(text).toMatch(/March 2026[^<]*with the address s@example.org and the name “Sami”/);
      const { headers } = await post('/confirm', { token: 'abc-123', password: 'a long password' }, '');
      expect(headers['location']).toBe('/confirm?done=&after=7');
      expect(headers['set-cookie']).toContainEqual(expect.stringContaining('good-token'));
      const sent = { path: '/accounts/confirmations', body: { token: 'abc-123', password: 'a long password' } };
      expect(api.lastWrite).toMatchObject(sent);
    });

    it('makes links of confirmation addresses in the mailbox, on this site', async () => {
      expect((await get('/mailbox')).text).toContain('href="/confirm?token=abc-123"');
    });
  });

  it('states the promise, what it rests on and how to check it, and what is not promised', async () => {
    const { text } = await get('/transparency');
    for (const promise of ['Recorded as submitted', 'Counted as recorded', 'Only eligible people'])
      expect(text).toMatch(new RegExp(`<h3[^>]*>${promise}</h3>`));
    expect(text.match(/What it rests on/g)).toHaveLength(3);
    expect(text.match(/How you check it/g)).toHaveLength(3);
    expect(text).toContain('does not keep your vote fully secret from the operator');
    expect(text).toContain('Nobody is protected from pressure');
    expect(text).toContain('href="/transparency/officials"');
  });

  describe('errors', () => {
    it.each([
      '/nowhere',
      '/consultations/nowhere',
      '/consultations/..%2Fme',
      `/consultations/${ids.account}`,
      `/pages/${ids.account}`,
      '/questions/x',
    ])('%s is a page written for people', async (path) => {
      const { status, text } = await get(path).set('accept-language', 'ar');
      expect(status).toBe(404);
      expect(text).toContain('لا يوجد شيء في هذا العنوان');
    });

    it('takes no form beyond its size, and says where the words still are', async () => {
      const { status, text } = await post('/questions', { text: 'x'.repeat(5_000_000) });
      expect(status).toBe(413);
      expect(text).toContain('Go back with your browser: what you wrote is still there.');
      expect(api.lastWrite).toBeUndefined();
    });

    it('survives cookies and queries that make no sense', async () => {
      expect((await get('/?after=-1&page=x&lang=xx&lang=yy', 'isegoria_session=%E0%A4%A; isegoria_language=<b>')).status).toBe(200);
    });
  });

  it('serves its files for ever, by the name of their content', async () => {
    const address = (await get('/')).text.match(/\/assets\/site\.[\w-]+\.css/)![0];
    const { status, headers } = await get(address).set('accept-encoding', 'gzip');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'gzip',
      'content-type': 'text/css; charset=utf-8',
    });
    expect((await get('/assets/..%2f..%2fpackage.json')).status).toBe(404);
  });

  it('asks the API for a dashboard once, however many look', async () => {
    const path = `/consultations/${ids.decided}/results`;
    await Promise.all(Array.from({ length: 20 }, () => get(path)));
    expect(api.requests.filter((one) => one.path === path)).toHaveLength(1);
  });

  it('says that the API is out of reach, and is then not ready', async () => {
    await api.stop();
    const { status, text } = await get('/');
    expect(status).toBe(503);
    expect(text).toContain('Temporarily unavailable');
    expect((await get('/health/ready')).status).toBe(503);
    expect((await get('/health/live')).status).toBe(200);
  });
});
