import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { official, portalOnFakeApi, session } from '../testing/portal.fixture';
import { consultations, hostile, ids } from '../testing/sample-data.fixture';

describe('the dates of a consultation', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();

  beforeAll(start);
  afterAll(stop);

  const page = `/office/consultations/${ids.deliberation}`;
  const { phases } = consultations.find(({ id }) => id === ids.deliberation)!;
  const phaseId = phases[0]!.id;
  const form = { phaseId, opensAt: '2026-03-01T08:00', closesAt: '2026-05-01T08:00', reason: 'The plan was laid out late.', version: '1' };

  it('are offered as they are, and only while there is something to change', async () => {
    api.account = official;
    expect((await get(page, session)).text).toContain(`value="${phases[0]!.closesAt!.slice(0, 16)}"`);
    expect((await get(`/office/consultations/${ids.decided}`, session)).text).not.toContain('Change the dates');
  });

  it('of several phases are asked for one of them, with what stands filled in; of one that has begun, only the end', async () => {
    api.account = official;
    const phased = consultations.find(({ id }) => id === ids.phased)!;
    const was = phased.phases.map((phase) => ({ ...phase }));
    const [first, second] = phased.phases as [(typeof phased.phases)[0], (typeof phased.phases)[0]];
    Object.assign(first, { status: 'open', opensAt: '2026-03-01T08:00:30.000Z', closesAt: '2031-05-01T08:00:00.000Z' });
    Object.assign(second, { status: 'scheduled', opensAt: '2031-05-02T08:00:00.000Z', closesAt: '2031-06-01T00:00:00.000Z' });
    const address = `/office/consultations/${ids.phased}`;
    const fields = async (query: string) => {
      const { text } = await get(`${address}${query}`, session);
      const [section] = /<form[^>]*id="dates"[\s\S]*?<\/form>/.exec(text)!;
      return [...section.matchAll(/<input[^>]*>/g)].flatMap(([input]) => {
        const [name, value] = [/name="([^"]*)"/.exec(input)?.[1], /value="([^"]*)"/.exec(input)?.[1]];
        return ['phaseId', 'opensAt', 'closesAt'].includes(name!) ? [`${name} ${value}`] : [];
      });
    };
    expect(await fields('')).toEqual([`phaseId ${first.id}`, 'closesAt 2031-05-01T08:00']);
    const ofSecond = [`phaseId ${second.id}`, 'opensAt 2031-05-02T08:00', 'closesAt 2031-05-31T23:59'];
    expect(await fields(`?phaseId=${second.id}`)).toEqual(ofSecond);
    const { opensAt: _notAsked, ...end } = form;
    await post(`${address}/dates`, { ...end, phaseId: first.id });
    expect(api.lastWrite!.body).toMatchObject({ opensAt: first.opensAt, closesAt: '2026-05-01T08:00:00Z' });
    phased.phases.forEach((phase, index) => Object.assign(phase, was[index]));
  });

  it('have their form folded away beside the facts, until somebody has begun with it', async () => {
    api.account = official;
    const of = async (address: string, wrong?: Record<string, string>) => {
      const { text } = wrong ? await post(`${address}/dates`, wrong) : await get(address, session);
      const [fold] = /<details[^>]*>(?=<summary aria-labelledby="change-dates-form change-dates">)/.exec(text)!;
      return { isOpen: /\bopen\b/.test(fold), facts: /id="glance"[\s\S]*<dl class="facts">/.test(text) };
    };
    expect(await of(page)).toEqual({ isOpen: false, facts: true });
    const second = consultations.find(({ id }) => id === ids.phased)!.phases[1]!.id;
    expect((await of(`/office/consultations/${ids.phased}?phaseId=${second}`)).isOpen).toBe(true);
    expect((await of(page, { ...form, reason: '' })).isOpen).toBe(true);
  });

  it('are changed with a reason, in UTC', async () => {
    api.account = official;
    expect((await post(`${page}/dates`, form)).headers['location']).toBe(`${page}?after=7`);
    expect(api.lastWrite).toMatchObject({
      path: `/consultations/${ids.deliberation}/phases/${phaseId}/dates`,
      body: { opensAt: '2026-03-01T08:00:00Z', closesAt: '2026-05-01T08:00:00Z', reason: form.reason },
    });
  });

  it('are published, which the page says', async () => {
    api.account = official;
    const { headers } = await post(`${page}/dates`, form);
    const given = [headers['set-cookie']].flat().map((one) => one!.split(';')[0]);
    const { text } = await get(headers['location']!, [session, ...given].join('; '));
    const sentences = ['The new dates are published', 'Nothing was changed'];
    expect(sentences.filter((one) => text.includes(one))).toEqual(sentences.slice(0, 1));
  });

  it('that stood so already are not said to be published, and the reason is kept', async () => {
    api.account = official;
    api.changesNothing = true;
    const { status, text } = await post(`${page}/dates`, form);
    api.changesNothing = false;
    const kept = ['Nothing was changed', form.reason];
    expect([status, ...kept.filter((one) => text.includes(one))]).toEqual([409, ...kept]);
  });

  it('that are left as they stand in the form stay exact, though a field shows minutes', async () => {
    api.account = official;
    const opensAt = phases[0]!.opensAt!;
    expect(new Date(opensAt).getSeconds() + new Date(opensAt).getMilliseconds()).toBeGreaterThan(0);
    await post(`${page}/dates`, { ...form, opensAt: opensAt.slice(0, 16) });
    expect(api.lastWrite!.body).toMatchObject({ opensAt, closesAt: '2026-05-01T08:00:00Z' });
  });

  it('that end with a day stand as that day with its tick, which sent again shifts nothing', async () => {
    api.account = official;
    const was = phases[0]!.closesAt;
    const closesAt = '2031-11-01T00:00:00.000Z';
    Object.assign(phases[0]!, { closesAt });
    const { text } = await get(page, session);
    expect(text).toContain('value="2031-10-31T23:59"');
    expect(/<input[^>]*name="closesAtAllDay"[^>]*>/.exec(text)![0]).toContain('checked');
    await post(`${page}/dates`, { ...form, closesAt: '2031-10-31T23:59', closesAtAllDay: 'yes' });
    expect(api.lastWrite!.body).toMatchObject({ closesAt: '2031-11-01T00:00:00Z' });
    Object.assign(phases[0]!, { closesAt: was });
  });

  it('that are refused come back as they were typed, with what is wrong at the field', async () => {
    api.account = official;
    api.refusal = { code: 'DATES_IN_WRONG_ORDER', field: 'closesAt' };
    const { status, text } = await post(`${page}/dates`, { ...form, reason: hostile });
    expect(status).toBe(422);
    expect(text).toContain('value="2026-05-01T08:00"');
    expect(text).toContain('href="#dates-closesAt"');
    expect(text).not.toContain(hostile);
  });

  it('of several phases stand beside what was typed, and those of every phase above it, where somebody else was first', async () => {
    api.account = official;
    api.refusal = { code: 'VERSION_CHANGED' };
    const phased = consultations.find(({ id }) => id === ids.phased)!;
    const meant = phased.phases.find(({ status }) => status === 'open' || status === 'scheduled')!;
    const { status, text } = await post(`/office/consultations/${ids.phased}/dates`, { ...form, phaseId: meant.id });
    expect(status).toBe(412);
    const stale = text.slice(text.indexOf('id="dates"'));
    const compared = [...stale.matchAll(/class="compared-words"[^>]*>([\s\S]*?)<\/p>/g)].map(([, words]) => words!.replace(/<[^>]*>/g, ''));
    expect(compared.join(' ')).toContain(meant.opensAt!.slice(0, 10));
    expect(compared.join(' ')).toContain('2026-05-01');
    const now = /The dates of all phases now[\s\S]*?<\/ul>/.exec(stale)![0];
    expect(now.match(/<li>/g)).toHaveLength(phased.phases.filter(({ opensAt }) => opensAt !== null).length);
    api.refusal = undefined;
  });

  it.each([
    ['of a year that nobody means', { closesAt: '9999-01-01T08:00' }, 'at most 10 years ahead'],
    ['of the past', { closesAt: '2020-01-01T08:00' }, 'href="#dates-closesAt"'],
  ])('are refused together with a reason that is missing: %s', async (_, dates, words) => {
    api.account = official;
    const before = api.lastWrite;
    const { status, text } = await post(`${page}/dates`, { ...form, ...dates, reason: '' });
    expect(status).toBe(400);
    expect(api.lastWrite).toBe(before);
    for (const each of [words, 'href="#dates-closesAt"', 'href="#dates-reason"', `value="${dates.closesAt}"`]) expect(text).toContain(each);
  });

  it('are shown to everybody with what they were, and why', async () => {
    const { text } = await get(`/consultations/${ids.deliberation}`);
    expect(text).toContain('The dates were changed on');
    expect(text).toContain('Late &lt;script>');
    expect((await get(`/consultations/${ids.poll}`)).text).not.toContain('The dates were changed');
  });
});
