import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { StatementView } from '@isegoria/contracts';
import { account, consultations, ids, statements } from '../testing/sample-data.fixture';
import { official, portalOnFakeApi, session } from '../testing/portal.fixture';

describe('a new draft from another consultation', () => {
  const { api, get, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);
  beforeEach(() => void (api.account = official));

  const from = (id: string) => get(`/office/consultations/new?from=${id}`, session);

  it('begins with all that it says, its phases and activities, and saves a new one', async () => {
    const before = consultations.find(({ id }) => id === ids.phased)!;
    expect((await get(`/office/consultations/${ids.phased}`, session)).text).toContain(`/office/consultations/new?from=${ids.phased}`);
    const { status, text } = await from(ids.phased);
    expect(status).toBe(200);
    expect(text).toContain('action="/office/consultations"');
    for (const { title } of [before, ...before.phases, ...before.activities]) if (title) expect(text).toContain(`value="${title}"`);
    expect(text).not.toMatch(/name="version"|datetime-local/);
    // What is taken over and what is not.
    expect(text).toContain('Not taken over: dates, translations');
    expect((await get('/office/consultations/new', session)).text).not.toContain('taken over');
  });

  it('has the statements of the office, and none of what people said', async () => {
    const [own, someones] = statements.filter(({ text }) => text !== null && !/[&<>"]/.test(text)) as [StatementView, StatementView];
    Object.assign(someones, { author: 'p-9' });
    const { text } = await from(ids.deliberation);
    Object.assign(someones, { author: null });
    const [, field] = /<textarea[^>]*name="phases\[0\]\.activities\[0\]\.statements"[^>]*>([\s\S]*?)<\/textarea>/.exec(text)!;
    expect(field).toContain(own.text);
    expect(field).not.toContain(someones.text);
  });

  it('is for those who may draft, and of what they may see', async () => {
    expect((await from(ids.unknown)).status).toBe(404);
    expect((await from('../x')).status).toBe(404);
    api.account = account;
    expect((await from(ids.phased)).status).toBe(403);
  });
});
