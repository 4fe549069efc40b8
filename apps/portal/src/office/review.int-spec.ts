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

describe('what an office may change of a published consultation', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);
  beforeEach(() => {
    api.account = official;
  });

  const forms = {
    law: `/office/papers/${ids.paper}`,
    questions: `/office/consultations/${ids.surveyed}/activities/${ids.survey}/questions`,
    translation: `/office/consultations/${ids.surveyed}/translations/fr`,
    paper: `/office/consultations/${ids.surveyed}/activities/${ids.survey}/paper/new`,
    answer: `/office/consultations/${ids.surveyed}/official-answers/${ids.survey}/activity/${ids.survey}`,
  };
  const asked = { status: 'open', needsReview: false, opensAt: '2031-01-01T00:00:00.000Z', cancellation: null as object | null };
  const offered = async (given: Partial<typeof asked> = {}) => {
    const said: Readonly<Record<string, unknown>> = { ...asked, ...given };
    api.said = (field, value) => (field in said ? said[field] : value);
    const found = Object.entries(forms).map(async ([name, path]) => {
      const { status, text } = await get(path, session);
      expect([name, status]).toEqual([name, 200]);
      return { name, text, isOffered: new RegExp(`<form[^>]*action="${path}"`).test(text) };
    });
    return Promise.all(found);
  };
  const names = (pages: Awaited<ReturnType<typeof offered>>) => pages.filter(({ isOffered }) => isOffered).map(({ name }) => name);

  it('offers no form that would be refused at once: it says why, and what can be done instead', async () => {
    expect(names(await offered())).toEqual(['law', 'questions', 'translation', 'paper']);
    expect(names(await offered({ status: 'scheduled' }))).toEqual(['law', 'questions', 'translation']);
    const checked = await offered({ status: 'scheduled', needsReview: true });
    expect(names(checked)).toEqual([]);
    for (const { text } of checked.slice(0, 3)) expect(text).toContain('call the consultation off, copy it as a new draft');
    const over = await offered({ status: 'closed', needsReview: true });
    expect(names(over)).toEqual(['law', 'translation', 'answer']);
    expect(over[1]!.text).toContain('This is over, so it stays as people saw it');
    const cancelled = await offered({ status: 'scheduled', cancellation: { reason: 'No money', cancelledAt: '2026-03-01T10:00:00.000Z' } });
    expect(names(cancelled)).toEqual(['translation']);
    expect(cancelled[0]!.text).toContain('was cancelled on 1 March 2026');
  });

  it('shows what was typed and refused', async () => {
    api.said = (field, value) => (value === 'open' ? 'scheduled' : field === 'needsReview' ? true : value);
    api.refusal = { code: 'STAYS_AS_CHECKED' };
    const { text } = await post(forms.law, { version: '900', document: '# Act', reason: 'A slip' });
    expect(text).toContain('call the consultation off');
    expect(text).toMatch(/<form[^>]*office\/papers[\s\S]*value="A slip"/);
    api.refusal = undefined;
  });

  it('asks for other words alone in the last minute before a survey opens, when its questions are locked', async () => {
    const soon = new Date(Date.now() + 30_000).toISOString();
    const [early, late] = [await offered({ status: 'scheduled' }), await offered({ status: 'scheduled', opensAt: soon })];
    expect([early, late].map((pages) => pages[1]!.text.includes('name="change"'))).toEqual([true, false]);
  });
});
