import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { official, portalOnFakeApi, session } from '../testing/portal.fixture';
import { ids } from '../testing/sample-data.fixture';

describe('a draft that waits for a second official', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  const before = api.said;
  beforeAll(start);
  afterAll(stop);
  beforeEach(() => {
    [api.account, api.said] = [official, before];
  });

  const waitingFor = (...notBy: string[]) => {
    const review = { status: 'waiting', at: '2026-03-01T10:00:00.000Z', reason: null, notBy };
    api.said = (field, value) => (field === 'review' ? review : field === 'translationsVersion' ? 9 : value);
  };
  const page = `/office/consultations/${ids.draft}`;
  const forms = [`action="${page}/approval"`, `action="${page}/sending-back"`];

  it('is approved or sent back on its page, as it was read in all languages', async () => {
    waitingFor('a0000000-0000-4000-8000-00000000000f');
    const { text } = await get(page, session);
    for (const form of forms) expect(text).toContain(form);
    expect(text).not.toContain('cannot be the one who approves it');
    await post(`${page}/approval`, { version: '9' });
    expect(api.lastWrite).toMatchObject({ method: 'POST', path: `/consultations/${ids.draft}/review/approval` });
    expect(api.lastWrite!.headers['if-match']).toBe('"9"');
  });

  it('offers neither to whoever wrote it or asked for the check, and says why', async () => {
    waitingFor(official.id);
    const { text } = await get(page, session);
    for (const form of forms) expect(text).not.toContain(form);
    expect(text).toContain('cannot be the one who approves it');
  });
});
