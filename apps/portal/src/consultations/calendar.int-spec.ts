import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { portalOnFakeApi, session } from '../testing/portal.fixture';
import { consultations, ids, water } from '../testing/sample-data.fixture';

const eventsIn = (file: string) =>
  file
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((one) => Object.fromEntries(one.split('\r\n').map((line) => [line.split(/[:;]/)[0]!, line.slice(line.indexOf(':') + 1)])));

describe('the calendar', () => {
  const { api, get, start, stop } = portalOnFakeApi();
  beforeAll(async () => {
    process.env['PUBLIC_URL'] = 'https://portal.example';
    await start();
  });
  afterAll(async () => {
    delete process.env['PUBLIC_URL'];
    await stop();
  });

  it('lists what is to come before what has passed, and leads to every published consultation that has dates', async () => {
    const { text } = await get('/calendar');
    expect(text.indexOf('id="to-come"')).toBeLessThan(text.indexOf('id="past"'));
    for (const { id, status } of consultations)
      expect([id, text.includes(`href="/consultations/${id}"`)]).toEqual([id, status !== 'draft']);
    const times = [...text.split('id="past"')[0]!.matchAll(/<time dateTime="([^"]*)"/gi)].map(([, at]) => Date.parse(at!));
    expect(times.length).toBeGreaterThan(3);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times.every((at) => at > Date.now() - 60_000)).toBe(true);
    expect(text).toContain('https://portal.example/calendar.ics?lang=en');
  });

  it('is narrowed to a unit, with its file', async () => {
    const { text } = await get(`/calendar?unit=${water}`);
    const titles = new Set([...text.matchAll(/<li[^>]*>.*?href="\/consultations\/([0-9a-f-]{36})"/g)].map(([, id]) => id));
    expect([...titles]).toEqual(consultations.filter(({ unit }) => unit === water).map(({ id }) => id));
    expect(text).toContain(`href="/calendar.ics?unit=${water}&amp;lang=en"`);
    const events = eventsIn((await get(`/calendar.ics?unit=${water}&lang=en`)).text);
    expect(new Set(events.map(({ URL }) => URL))).toEqual(new Set([...titles].map((id) => `https://portal.example/consultations/${id}`)));
  });

  it('is narrowed to a topic or an area, with its file, and leads back to all dates', async () => {
    for (const [query, name] of [
      ['topic=topic.1f0c22aa', 'Water'],
      ['area=area.1f0c22aa', 'Lake country'],
    ]) {
      const { text } = await get(`/calendar?${query}`);
      expect(text).toContain(name);
      expect(text).toContain('href="/calendar">Show all dates');
      expect(text).toContain(`href="/calendar.ics?${query}&amp;lang=en"`);
      expect(eventsIn((await get(`/calendar.ics?${query}&lang=en`)).text).length).toBeGreaterThan(3);
      expect(eventsIn((await get(`/calendar.ics?${query!.slice(0, -1)}b&lang=en`)).text)).toEqual([]);
    }
    // What is no topic narrows nothing.
    expect((await get('/calendar?topic=area.1f0c22aa')).text).not.toContain('Show all dates');
  });

  it('has a page for each topic and area: what is open first, what is below it, and its dates', async () => {
    const { text } = await get('/areas/1f0c22aa');
    expect(text).toContain('href="/calendar?area=area.1f0c22aa"');
    expect(text).toContain('href="/areas/1f0c22aa.90b3d7e1"');
    expect(text.indexOf('id="status-open"')).toBeLessThan(text.indexOf('id="status-decided"'));
    expect(text).not.toContain('Draft of a consultation');
    // What is late is named before what is open.
    expect(text.indexOf('id="overdue"')).toBeLessThan(text.indexOf('id="status-open"'));
    expect(text).toContain('Was due by');
    for (const list of ['/consultations?', '/milestones?'])
      expect(api.requests.some(({ path }) => [list, 'overdue', 'area=area.1f0c22aa'].every((part) => path.includes(part)))).toBe(true);
    const asked = text.slice(text.indexOf('id="questions"'));
    expect(asked).toContain('Who will own the quay after it is rebuilt?');
    expect(asked).toContain(`href="/questions/${ids.openQuestion}"`);
    expect(asked).toContain('Waiting for an answer');
    // It is about no consultation.
    expect(asked).not.toContain('Can I take part if I live outside the city?');
    expect((await get('/topics')).text).toContain('6 consultations');
    const onlyNews = (await get('/topics/5a1e0bb0')).text;
    expect(onlyNews).toContain('id="pages"');
    expect(onlyNews).not.toContain('class="empty-state"');
    expect((await get('/areas/1f0c22aa')).text).not.toContain('class="empty-state"');
    for (const path of ['/topics/00000000', '/topics/90b3d7e1.1f0c22aa', '/areas/..%2Funits', '/topics/constructor'])
      expect((await get(path)).status).toBe(404);
    const list = (await get('/consultations?topic=topic.1f0c22aa&area=area.1f0c22aa&status=open')).text;
    expect(list).toMatch(/<option[^>]*value="topic.1f0c22aa"[^>]*selected[^>]*>Water \(6\)/);
    expect(list).toContain('Show all consultations');
    const counted = api.requests.findLast(({ path }) => path.startsWith('/consultation-counts'))!;
    expect(counted.path).toBe('/consultation-counts?status=open&topic=topic.1f0c22aa&area=area.1f0c22aa');
  });

  it('is a file that caches may keep, the same for whoever asks', async () => {
    const { text, headers } = await get('/calendar.ics?lang=fr', `__Host-${session}`);
    expect(headers).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'public, max-age=3600' });
    expect(headers['set-cookie']).toBeUndefined();
    expect(text).toContain('PRODID:-//Isegoria//Calendar//FR');
    const events = eventsIn(text);
    expect(new Set(events.map(({ UID }) => UID)).size).toBe(events.length);
    expect(text).not.toContain('Draft of a consultation');
    expect(api.requests.filter(({ path, headers: sent }) => path.startsWith('/consultations') && sent.authorization)).toEqual([]);
    // Without a language in the address, it depends on who asks.
    expect((await get('/calendar.ics')).headers['cache-control']).toBe('no-store');
  });

  it('reads the API once a minute at most, however often it is asked for', async () => {
    await get('/calendar.ics?lang=en');
    api.requests.length = 0;
    for (let time = 0; time < 5; time++) await get('/calendar.ics?lang=en');
    expect(api.requests).toEqual([]);
  });

  it('has a file of each consultation, which says how often its dates were changed, as anybody sees it', async () => {
    const path = `/consultations/${ids.deliberation}/calendar.ics`;
    expect((await get(`/consultations/${ids.deliberation}`)).text).toContain(`href="${path}?lang=en"`);
    api.requests.length = 0;
    const events = eventsIn((await get(`${path}?lang=en`, `__Host-${session}`)).text);
    const asked = api.requests.filter(({ path: one }) => one === `/consultations/${ids.deliberation}`);
    expect(asked.map(({ headers }) => headers.authorization)).toEqual([undefined]);
    const [phase] = consultations[0]!.phases;
    expect(events.map(({ UID, SEQUENCE, STATUS }) => [UID, SEQUENCE, STATUS])).toEqual(
      expect.arrayContaining([
        [`${phase!.id}-opens`, '1', 'CONFIRMED'],
        [`${phase!.id}-closes`, '1', 'CONFIRMED'],
      ]),
    );
    expect((await get('/consultations/..%2Faccounts/calendar.ics')).status).toBe(404);
    expect((await get('/consultations/00000000-0000-4000-8000-00000000dead/calendar.ics')).status).toBe(404);
  });

  it('tells calendars of what is cancelled', async () => {
    const [one] = consultations;
    const before = api.said;
    api.said = (field, value) => (field === 'status' && value === 'open' ? 'cancelled' : value);
    const events = eventsIn((await get(`/consultations/${one!.id}/calendar.ics?lang=en`)).text);
    api.said = before;
    const ofPhases = events.filter(({ UID }) => !UID!.endsWith('-answer'));
    expect(ofPhases.map(({ STATUS }) => STATUS)).toEqual(['CANCELLED', 'CANCELLED']);
  });

  it('names milestones and phases as the office translated them, on the page and in files', async () => {
    const of = ['The keys are cut', consultations.find(({ id }) => id === ids.phased)!.phases.find(({ title }) => title !== null)!.title!];
    const words = ['Les clés sont faites', 'La première phase'];
    const texts = of.map((one, index) => ({ of: one, text: words[index] }));
    const untranslated = [{ language: 'fr', title: null, summary: null, pictureAlt: null }];
    const before = api.said;
    api.said = (field, value) =>
      field === 'translations' ? (untranslated as never) : field === 'texts' ? (texts as never) : value;
    // What was read before is read again.
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 120_000);
    try {
      const page = (await get('/calendar?lang=fr', '')).text;
      const file = eventsIn((await get('/calendar.ics?lang=fr')).text);
      const ofOne = eventsIn((await get(`/consultations/${ids.decided}/calendar.ics?lang=fr`)).text);
      expect(ofOne.some(({ SUMMARY }) => SUMMARY!.includes(words[0]!))).toBe(true);
      for (const [index, one] of words.entries()) {
        expect(page).toMatch(new RegExp(`<bdi lang="fr"[^>]*>${one}`));
        expect(page).not.toContain(of[index]);
        expect(file.some(({ SUMMARY }) => SUMMARY!.includes(one))).toBe(true);
      }
      const asked = () => api.requests.filter(({ path }) => path.endsWith('/translations/fr')).length;
      const askedOnce = asked();
      await get('/calendar?lang=fr');
      expect([askedOnce > 0, asked()]).toEqual([true, askedOnce]);
      expect((await get('/calendar?lang=en')).text).toContain(of[0]);
    } finally {
      now.mockRestore();
      api.said = before;
    }
  });

  it('is linked from the start page and from the list, which keeps its unit', async () => {
    expect((await get('/')).text).toContain('href="/calendar"');
    expect((await get(`/consultations?unit=${water}`)).text).toContain(`href="/calendar?unit=${water}"`);
  });
});
