import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { portalOnFakeApi, session, withRoles } from '../testing/portal.fixture';
import { ids, usedFiles } from '../testing/sample-data.fixture';
import { asSentences } from '../testing/language-of-words.fixture';

const [plan, gone] = usedFiles() as [ReturnType<typeof usedFiles>[number], ReturnType<typeof usedFiles>[number]];
const withdrawal = `/office/files/${plan.file}/withdrawal`;

describe('files in the office', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);
  beforeEach(() => {
    api.account = withRoles('official');
    api.refusal = undefined;
  });

  it('are listed with where each stands, and with the reason why one was withdrawn', async () => {
    expect((await get('/office', session)).text).toContain('href="/office/files"');
    const { text } = await get('/office/files', session);
    expect(text).toContain(`href="/office/pages/${ids.page}"`);
    expect(text).toContain(`href="/questions/${ids.answeredQuestion}"`);
    expect(text).toContain('2 drafts of other units');
    expect(asSentences(text)).toContain('Reason: It named a private person.');
    expect(text).not.toContain('<script>alert');
    expect(text).toContain(`href="${withdrawal}"`);
    expect(text).not.toContain(`/office/files/${gone.file}/withdrawal`);
  });

  it('are withdrawn over a page of its own that says what happens, with a reason', async () => {
    const { text } = await get(withdrawal, session);
    expect(text).toContain('Withdraw this file?');
    expect(text).toContain('the same file cannot be added again');
    expect((await post(withdrawal, { reason: 'It names a neighbour.' })).headers['location']).toBe('/office/files?after=7');
    expect(api.lastWrite).toMatchObject({
      method: 'POST',
      path: `/files/${plan.file}/withdrawal`,
      body: { reason: 'It names a neighbour.' },
    });
  });

  it('keep the reason that was typed when they are refused', async () => {
    api.refusal = { code: 'VALIDATION_FAILED', field: 'reason' };
    const { status, text } = await post(withdrawal, { reason: 'x'.repeat(3_000) });
    expect(status).toBe(400);
    expect(text).toContain('x'.repeat(3_000));
  });

  it('are nothing to citizens, and one that was withdrawn is withdrawn no more', async () => {
    expect((await get(`/office/files/${gone.file}/withdrawal`, session)).status).toBe(404);
    api.account = withRoles();
    for (const path of ['/office/files', withdrawal]) expect((await get(path, session)).status).toBe(403);
  });
});
