import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { official, portalOnFakeApi, session } from '../testing/portal.fixture';
import { ids } from '../testing/sample-data.fixture';

describe('what cannot be taken back', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  beforeAll(async () => {
    process.env['TIME_ZONE'] = 'Europe/Berlin';
    await start();
  });
  afterAll(async () => {
    await stop();
    delete process.env['TIME_ZONE'];
  });
  beforeEach(() => void (api.account = official));

  const page = `/office/consultations/${ids.draft}`;
  const inAYear = new Date().getUTCFullYear() + 1;
  const dates = { 'phases[0].opensAt': `${inAYear}-07-01T00:00`, 'phases[0].closesAt': `${inAYear}-08-01T08:30` };
  const asked = (fields: Record<string, string>) => `${page}/publication?${new URLSearchParams(fields).toString()}`;

  it('is published only after a page that says what will happen, and nothing happens before', async () => {
    expect((await get(page, session)).text).toMatch(/<form method="get" action="[^"]*\/publication"/);
    const { status, text } = await get(asked(dates), session);
    expect(status).toBe(200);
    for (const words of [
      'Publish this consultation?',
      `1 July ${inAYear} at 00:00 CEST`,
      'Central European Time (Europe/Berlin)',
      'Who can take part',
      'Nobody is written to now.',
      'This cannot be undone.',
      'Still empty',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/name="phases\[0\]\.opensAt" value="\d{4}-07-01T00:00"/);
    expect(api.lastWrite).toBeUndefined();
    expect((await post(`${page}/publication`, { ...dates, version: '4' })).headers['location']).toBe(`${page}?after=7`);
    expect(api.lastWrite).toMatchObject({
      headers: { 'if-match': '"4"' },
      body: { phases: [{ opensAt: `${inAYear}-06-30T22:00:00Z`, closesAt: `${inAYear}-08-01T06:30:00Z` }] },
    });
  });

  it('is not even asked about while the dates are wrong, and going back keeps them', async () => {
    const wrong = { ...dates, 'phases[0].closesAt': `${inAYear}-06-01T00:00` };
    const { status, text } = await get(asked(wrong), session);
    expect(status).toBe(422);
    expect(text).toContain('href="#publication-phases[0].closesAt"');
    expect(text).toContain(`value="${inAYear}-06-01T00:00"`);
    expect((await get(asked({}), session)).status).toBe(400);
    const back = await get(asked({ ...dates, change: 'yes' }), session);
    expect([back.status, back.text.includes(`value="${inAYear}-07-01T00:00"`)]).toEqual([200, true]);
  });

  it('asks which moment is meant by a time that clocks skip or show twice, and confirms only what was said', async () => {
    const odd = { 'phases[0].opensAt': '2027-03-28T02:30', 'phases[0].closesAt': '2027-10-31T02:30' };
    const refused = await get(asked(odd), session);
    expect(refused.status).toBe(422);
    const nearest = ['28 March 2027 at 01:59 CET', '28 March 2027 at 03:00 CEST'];
    for (const words of [...nearest, '31 October 2027 at 02:30 CEST', '31 October 2027 at 02:30 CET'])
      expect(refused.text).toContain(words);
    expect(refused.text).toMatch(/type="radio" name="phases\[0\]\.closesAtWhich" value="later"/);
    const said = { 'phases[0].opensAt': '2027-03-28T03:00', 'phases[0].closesAt': '2027-10-31T02:30', 'phases[0].closesAtWhich': 'later' };
    const { status, text } = await get(asked(said), session);
    expect([status, text.includes('31 October 2027 at 02:30 CET')]).toEqual([200, true]);
    await post(`${page}/publication`, { ...said, version: '4' });
    const phases = [{ opensAt: '2027-03-28T01:00:00Z', closesAt: '2027-10-31T01:30:00Z' }];
    expect(api.lastWrite).toMatchObject({ body: { phases } });
  });

  it('means the times of the zone that its page named, whatever zone the site has by then, and says in which they were told', async () => {
    const { text } = await get(asked(dates), session);
    for (const name of ['phases[0].opensAtReadIn', 'phases[0].closesAtReadIn', 'shownIn'])
      expect(text).toContain(`name="${name}" value="Europe/Berlin"`);
    const inNewYork = { ...dates, 'phases[0].opensAtReadIn': 'America/New_York', 'phases[0].closesAtReadIn': 'America/New_York' };
    expect((await get(asked(inNewYork), session)).text).toContain(`1 July ${inAYear} at 06:00 CEST`);
    api.refusal = { code: 'ZONE_CHANGED' };
    const refused = await post(`${page}/publication`, { ...inNewYork, shownIn: 'America/New_York', version: '4' });
    const phases = [{ opensAt: `${inAYear}-07-01T04:00:00Z`, closesAt: `${inAYear}-08-01T12:30:00Z` }];
    expect(api.lastWrite).toMatchObject({ body: { phases, shownIn: 'America/New_York' } });
    expect(refused.status).toBe(409);
    for (const words of ['The time zone of this site has been changed', '(America/New_York)', `value="${inAYear}-07-01T00:00"`])
      expect(refused.text).toContain(words);
  });

  it('lasts until the end of a day, where that is said', async () => {
    const { text } = await get(asked({ ...dates, 'phases[0].closesAtAllDay': 'yes' }), session);
    expect(text).toContain(`1 August ${inAYear} at the end of the day (CEST)`);
    expect(text).not.toContain(`2 August ${inAYear}`);
  });

  it('is confirmed anew where another official was first, who is named', async () => {
    api.refusal = { code: 'VERSION_CHANGED', changed: { at: `${inAYear}-01-05T09:00:00Z`, official: '1a2b3c4d' } };
    const { status, text } = await post(`${page}/publication`, { ...dates, version: '4' });
    expect(status).toBe(412);
    expect(text).toContain('This has been changed since you opened it.');
    expect(text).toContain(`The official with the number 1a2b3c4d saved the change on 5 January ${inAYear} at 10:00 CET.`);
    expect(text).toContain('Publish this consultation?');
    expect(text).not.toContain('name="version" value="4"');
  });

  it('is deleted only after a page that says what is lost', async () => {
    expect((await get(page, session)).text).toContain(`href="${page}/discarding"`);
    const { text } = await get(`${page}/discarding`, session);
    expect(text).toMatch(/Delete this draft\?[\s\S]*This cannot be undone\./);
    expect(api.lastWrite).toBeUndefined();
    expect((await post(`${page}/discarding`, { version: '4' })).headers['location']).toBe('/office?after=7');
    expect(api.lastWrite).toMatchObject({ method: 'DELETE', headers: { 'if-match': '"4"' } });
  });

  it('is nothing to confirm where it cannot be done, or by whoever may not', async () => {
    const open = `/office/consultations/${ids.deliberation}`;
    for (const path of [`${open}/discarding`, `${open}/nothing`, `${open}/closure`]) expect((await get(path, session)).status).toBe(404);
    expect((await get(`${page}/discarding`)).headers['location']).toMatch(/^\/sign-in\?return=/);
  });
});
