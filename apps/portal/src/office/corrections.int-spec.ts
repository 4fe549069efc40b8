import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { official, portalOnFakeApi, session } from '../testing/portal.fixture';
import { consultations, hostile, ids } from '../testing/sample-data.fixture';

describe('what was published', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);
  beforeEach(() => void (api.account = official));

  const page = `/office/consultations/${ids.deliberation}`;
  const form = {
    title: 'T',
    description: 'D',
    summary: '',
    contact: ' parks@city.example ',
    decidedBy: '',
    decidedWhen: '',
    note: 'A slip.',
  };

  it('is corrected with a note, based on the words that were read', async () => {
    const { text } = await get(page, session);
    expect(text).toMatch(/action="[^"]*\/correction"[\s\S]*name="version" value="7"/);
    expect((await post(`${page}/correction`, { ...form, version: '7' })).headers['location']).toBe(`${page}?after=7`);
    expect(api.lastWrite).toMatchObject({ path: `/consultations/${ids.deliberation}/corrections`, headers: { 'if-match': '"7"' } });
    expect(api.lastWrite!.body).toEqual({ title: 'T', description: 'D', contact: 'parks@city.example', note: 'A slip.' });
  });

  it('comes back with what was typed where the title may not change any more, or somebody else was first', async () => {
    api.refusal = { code: 'TITLE_STAYS', field: 'title' };
    const { status, text } = await post(`${page}/correction`, { ...form, title: `Another ${hostile}`, version: '7' });
    expect(status).toBe(409);
    expect(text).toMatch(/href="#correction-title">The consultation has begun/);
    api.refusal = { code: 'VERSION_CHANGED' };
    const stale = await post(`${page}/correction`, { ...form, version: '5' });
    expect(stale.status).toBe(412);
    expect(stale.text).toContain('class="compared"');
    expect(stale.text).toMatch(/<details[^>]*open/);
  });

  it('is told of a title that may not change and of a missing note at once', async () => {
    const { status, text } = await post(`${page}/correction`, { ...form, title: 'Another', note: '', version: '7' });
    expect(status).toBe(400);
    for (const field of ['title', 'note']) expect(text).toContain(`href="#correction-${field}"`);
  });

  it('leads everybody from its page to every earlier wording, with the differences', async () => {
    expect((await get(`/consultations/${ids.deliberation}`)).text).toContain(`href="/consultations/${ids.deliberation}/corrections"`);
    const { status, text } = await get(`/consultations/${ids.deliberation}/corrections`);
    expect(status).toBe(200);
    expect(text).toMatch(/A slip &lt;script>/);
    expect(text).toMatch(/Before[\s\S]*us &lt;script>[\s\S]*After[\s\S]*<mark>/);
    expect(text).not.toContain(hostile);
  });

  it('is cancelled with a reason only before it begins, and closed early only after', async () => {
    const offered = async () => {
      const { text } = await get(page, session);
      return ['cancellation', 'closure'].map((name) => text.includes(`id="${name}"`));
    };
    expect(await offered()).toEqual([false, true]);
    api.said = (field, value) => (field === 'status' ? 'scheduled' : value);
    expect(await offered()).toEqual([true, false]);
    await post(`${page}/cancellation`, { reason: 'Given up.', version: '7' });
    api.said = (_, value) => value;
    expect(api.lastWrite).toMatchObject({ path: `/consultations/${ids.deliberation}/cancellation`, body: { reason: 'Given up.' } });
  });

  it('says at a glance that it was cancelled, when and why, and none of the dates that it had', async () => {
    const cancellation = { reason: `The plan was given up. ${hostile}`, cancelledAt: '2026-02-14T09:30:00.000Z' };
    const dates = { opensAt: '2031-07-05T08:00:00.000Z', closesAt: '2031-08-06T08:00:00.000Z' };
    const changed: Record<string, unknown> = { status: 'cancelled', cancellation, ...dates, decidedWhen: 'In September 2031' };
    api.said = (field, value) => (field in changed ? changed[field] : value);
    const { status, text } = await get(`/consultations/${ids.deliberation}`);
    api.said = (_, value) => value;
    expect(status).toBe(200);
    const glance = /<dl class="facts">[\s\S]*?<\/dl>/.exec(text)![0];
    expect(glance).toMatch(/<dt>Cancelled<\/dt>[\s\S]*14 February 2026[\s\S]*<dt>Reason<\/dt>[\s\S]*The plan was given up\./);
    expect(text).not.toMatch(/July 2031|August 2031|September 2031/);
    expect(text).not.toContain(hostile);
  });

  describe('in another language', () => {
    const page = `/office/consultations/${ids.poll}/translations/fr`;
    const { title, activities } = consultations.find(({ id }) => id === ids.poll)!;
    const [fixed, open] = activities[0]!.settings.options!.map(({ text }) => text) as [string, string];
    const fieldOf = (text: string) => `${createHash('sha256').update(text).digest('hex').slice(0, 16)}.text`;
    /** Everything that the page has a field for. */
    const typed = async (said: Readonly<Record<string, string>>) => {
      const { text } = await get(page, session);
      const fields = [...text.matchAll(/<textarea[^>]*name="([^"]+)"/g)].map(([, name]) => [name!, '']);
      const own = Object.entries(said).map(([of, words]) => [fieldOf(of), words]);
      return { text, form: { ...Object.fromEntries(fields), ...Object.fromEntries(own), version: '7' } as Record<string, string> };
    };

    it('shows what people answer to as it stands, without a field, and sends it as it is', async () => {
      const { text, form } = await typed({ [title]: 'Un titre', [open]: 'Un autre' });
      expect(text).toMatch(/it stays in French as they read it:[\s\S]{0,200}lang="fr"[\s\S]{0,200}Un choix/);
      expect(Object.keys(form)).not.toContain(fieldOf(fixed));
      expect((await post(page, form)).status).toBe(303);
      const texts = [
        { of: title, text: 'Un titre' },
        { of: fixed, text: 'Un choix' },
        { of: open, text: 'Un autre' },
      ];
      expect(api.lastWrite!.body).toEqual({ texts });
    });

    it('has a field for why it is not as it was announced, and for the names of documents', async () => {
      const poll = consultations.find(({ id }) => id === ids.poll)!;
      const stood = { closedEarlyReason: poll.closedEarlyReason, dateChanges: poll.dateChanges };
      const dates = { before: { opensAt: null, closesAt: null }, after: { opensAt: null, closesAt: null } };
      const change = { phaseId: poll.phases[0]!.id, ...dates, reason: 'Too short.', changedAt: '2031-07-01T00:00:00.000Z' };
      Object.assign(poll, { closedEarlyReason: 'It rains in.', dateChanges: [change] });
      const { form } = await typed({});
      Object.assign(poll, stood);
      const shown = ['It rains in.', 'Too short.', ...poll.documents.map(({ name }) => name)];
      for (const said of shown) expect(form).toHaveProperty([fieldOf(said)]);
    });

    it('comes back with what was typed on a page that is older than the opening, each fault at its field', async () => {
      const { form } = await typed({ [title]: 'Un titre', [fixed]: `Autre ${hostile}`, [open]: 'Un autre' });
      const further = [{ field: 'texts[2].text', params: {}, code: 'TRANSLATION_ALIKE' as const }];
      api.refusal = { code: 'TRANSLATION_STANDS', field: 'texts[1].text', further };
      const { status, text } = await post(page, form);
      expect(status).toBe(409);
      const nameOf = (of: string) => `#translation-${fieldOf(of)}`;
      expect(text).toContain(`href="${nameOf(fixed)}">People can answer to this text`);
      expect(text).toContain(`href="${nameOf(open)}">In this language, this reads the same`);
      for (const words of ['Un titre', 'Un autre', 'Autre &lt;script>']) expect(text).toContain(words);
      api.refusal = { code: 'TRANSLATION_STANDS', field: 'texts' };
      const emptied = await post(page, { ...form, [fieldOf(fixed)]: '' });
      expect(emptied.text).toContain(`href="${nameOf(fixed)}">People can answer to this text`);
    });
  });
});
