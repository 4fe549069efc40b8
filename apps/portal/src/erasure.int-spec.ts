import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { official, portalOnFakeApi, session, withRoles } from './testing/portal.fixture';
import { erasedAccount, hostile, ids, neighbour } from './testing/sample-data.fixture';
import { deliberationResults } from './testing/sample-results.fixture';

describe('the pages of an erasure', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  describe('erasing the own account', () => {
    const path = '/account/erasure';

    it('is reached from the account, and says in both languages what goes, what stays and that it is for good', async () => {
      expect((await get('/account', session)).text).toContain(`href="${path}"`);
      for (const [language, words] of [
        ['en', ['Everything you wrote', 'we can trace to nobody', 'older backups', 'can still be checked', 'cannot be undone']],
        ['ar', ['كل ما كتبته', 'لا نستطيع ردّها إلى أحد', 'النسخ الاحتياطية', 'التحقق من الإيصالات', 'لا يمكن التراجع']],
      ] as const) {
        const { text } = await get(path, session).set('accept-language', language);
        for (const part of words) expect(text).toContain(part);
        expect(text).toMatch(/<input[^>]*type="password"[^>]*autocomplete="current-password"/);
        expect(text).toMatch(/<button[^>]*data-color="danger"/);
        const levels = [...text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
        levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
      }
      expect(api.lastWrite).toBeUndefined();
    });

    it('sends the password on, and ends signed out on a page that says it is done', async () => {
      const { status, headers } = await post(path, { password: 'a long password', key: 'key-1' });
      expect(api.lastWrite).toMatchObject({ method: 'POST', path: '/accounts/current/erasure', body: { password: 'a long password' } });
      expect(api.lastWrite?.headers['idempotency-key']).toBe('key-1');
      expect([status, headers['location']]).toEqual([303, '/account/erased']);
      expect(String(headers['set-cookie'])).toMatch(/isegoria_session=;.*isegoria_receipt=;/s);
      expect((await get('/account/erased')).text).toContain('Your account is erased');
    });

    it('says at the password that it is wrong, shows it nowhere, and stays signed in', async () => {
      for (const [code, status] of [
        ['WRONG_CREDENTIALS', 401],
        ['TOO_MANY_REQUESTS', 429],
      ] as const) {
        api.refusal = { code };
        const answer = await post(path, { password: 'not my password' });
        expect(answer.status).toBe(status);
        expect(answer.text).toContain('href="#erasure-password"');
        expect(answer.text).toMatch(/id="erasure-password"[^>]*aria-invalid="true"/);
        expect(answer.text).not.toContain('not my password');
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
    });

    it('is not offered to administrators, who must be asked by another', async () => {
      api.account = official;
      const { text } = await get(path, session);
      expect(text).toContain('You have the role of administrator');
      expect(text).not.toContain('type="password"');
    });

    it('needs a session, and a form of this site', async () => {
      expect((await get(path)).headers['location']).toBe('/sign-in?return=%2Faccount%2Ferasure');
      expect((await post(path, { password: 'x' }, '')).status).toBe(401);
      expect((await post(path, { password: 'x' }).set('origin', 'https://evil.example')).status).toBe(403);
      expect(api.requests.some(({ headers }) => headers.authorization !== undefined && headers['content-type'] !== undefined)).toBe(false);
    });
  });

  describe('erasing an account on request', () => {
    const path = `/office/accounts/${neighbour.id}/erasure`;

    it('leads from the list over a page of its own, which names the account', async () => {
      api.account = official;
      const list = (await get('/office/accounts', session)).text;
      expect(list).toContain(`href="${path}"`);
      expect(list).not.toContain(`/office/accounts/${ids.account}/erasure`);
      const { text } = await get(path, session);
      expect(text).toContain('mona@example.org');
      expect(text).toContain(neighbour.id);
      expect(text).toContain('cannot be undone');
      expect(text).toContain('Do not name anybody or give personal details');
      expect(text).not.toContain('<script>alert');
      expect(api.lastWrite).toBeUndefined();
    });

    it('sends the reason on, and comes back to the list, which includes it', async () => {
      api.account = official;
      const { headers } = await post(path, { reason: 'Asked for by letter', key: 'key-1' });
      expect(api.lastWrite).toMatchObject({
        method: 'POST',
        path: `/accounts/${neighbour.id}/erasure`,
        body: { reason: 'Asked for by letter' },
      });
      expect(api.lastWrite?.headers['idempotency-key']).toBe('key-1');
      expect(headers['location']).toBe('/office/accounts?after=7');
    });

    it('keeps the reason that was refused', async () => {
      api.account = official;
      api.refusal = { code: 'VALIDATION_FAILED', field: 'reason' };
      const { status, text } = await post(path, { reason: `r ${hostile}` });
      expect(status).toBe(400);
      expect(text).toContain('href="#erase-reason"');
      expect(text).toContain('value="r &lt;script>');
    });

    it('is not done for officials who are no administrators, nor for ids that are none', async () => {
      api.account = withRoles('official', 'moderator');
      expect((await post(path, { reason: 'r' })).status).toBe(403);
      api.account = official;
      expect((await post('/office/accounts/..%2Fme/erasure', { reason: 'r' })).status).toBe(404);
      expect(api.lastWrite).toBeUndefined();
    });

    it('shows accounts that were erased as that, without roles to give', async () => {
      api.account = official;
      const { text } = await get('/office/accounts', session);
      expect(text).toContain('Erased account');
      expect(text).toContain(erasedAccount.id);
      expect(text).not.toContain(`/office/accounts/${erasedAccount.id}/`);
      expect((await get(`/office/accounts/${erasedAccount.id}/erasure`, session)).text).not.toContain(
        '<button class="ds-button" type="submit" data-variant="primary" data-color="danger"',
      );
    });
  });

  it('draws a dashboard again when a text is gone, though no figure of it moved', async () => {
    const path = `/consultations/${ids.deliberation}/results`;
    const [statement] = deliberationResults.activities[0]!.statements as unknown as [{ text: string | null }];
    const words = statement.text!;
    expect((await get(path)).text).toContain(words);
    statement.text = null;
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const { text } = await get(path);
    statement.text = words;
    expect(text).toContain('This text was erased.');
    expect(text).not.toContain(words);
  });
});
