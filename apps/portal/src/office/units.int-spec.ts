import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { rootUnit } from '@isegoria/contracts';
import { languages } from '@isegoria/ui';
import { sentBlank } from '../testing/forms-of-the-portal.fixture';
import { portalOnFakeApi, session, withRoles } from '../testing/portal.fixture';
import { hostile, ids, neighbour, water } from '../testing/sample-data.fixture';

const fairs = 'root.77aa01bc';
const page = `/office/units/${water}`;
/** No other name in any language of the site. */
const unnamed = Object.fromEntries(languages.map((language) => [`names.${language}`, '']));

describe('units in the office', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);
  beforeEach(() => void (api.account = withRoles('administrator')));
  const administratorOf = (unit: string) => void (api.account = { ...api.account, roles: [{ role: 'administrator', unit }] });

  it('are a tree, each a way to what can be done with it', async () => {
    const { text } = await get('/office/units', session);
    expect(text).toMatch(
      /Ministry of Public Participation[\s\S]*<ul class="tree">[\s\S]*Directorate of Water[\s\S]*<ul class="tree">[\s\S]*Shores/,
    );
    expect(text).toMatch(/Agency of Fairs<\/bdi><\/a><span class="ds-tag"[^>]*>Closed/);
    expect(text).toContain(`href="${page}"`);
    expect(text).not.toContain('<script>alert');
    expect((await get('/office', session)).text).toContain('href="/office/units"');
  });

  it('are made below another one', async () => {
    const { status, headers } = await post(`${page}/units`, { name: 'Harbours', ...unnamed, key: 'key-1' });
    expect([status, headers['location']]).toEqual([303, `${page}?after=7`]);
    expect(api.lastWrite).toMatchObject({ method: 'POST', path: '/units', body: { above: water, name: 'Harbours' } });
    expect(api.lastWrite?.headers['idempotency-key']).toBe('key-1');
    await get(headers['location']!, session);
    expect(api.requests.at(-1)!.path).toContain('after=7');
  });

  it('are given another name, from the one they have', async () => {
    expect((await get(page, session)).text).toMatch(/<input[^>]*value="Directorate of Water"[^>]*id="rename-name"/);
    await post(`${page}/name`, { name: 'Directorate of Water and Shores', ...unnamed, version: '1' });
    expect(api.lastWrite).toMatchObject({ method: 'PUT', path: `/units/${water}/name`, body: { name: 'Directorate of Water and Shores' } });
  });

  it('are closed over a page of its own, which names what is closed with it', async () => {
    expect((await get(page, session)).text).toContain(`href="${page}/closure"`);
    const { text } = await get(`${page}/closure`, session);
    expect(text).toContain('It cannot be reopened.');
    expect(text).toContain('One unit below it is closed with it:');
    expect(text).toContain('Shores &lt;script>');
    expect(api.lastWrite).toBeUndefined();
    expect((await post(`${page}/closure`, { reason: 'Merged' })).headers['location']).toBe(`${page}?after=7`);
    expect(api.lastWrite).toMatchObject({ method: 'POST', path: `/units/${water}/closure`, body: { reason: 'Merged' } });
  });

  it('keep what was typed and say what was wrong at the field, when refused', async () => {
    api.refusal = { code: 'VALIDATION_FAILED', field: 'name' };
    const long = 'x'.repeat(130);
    for (const [path, form] of [
      ['units', 'make'],
      ['name', 'rename'],
    ] as const) {
      const { status, text } = await post(`${page}/${path}`, { name: long, ...unnamed, key: 'key-1', version: '1' });
      expect(status).toBe(400);
      expect(text).toContain('<title>Error: ');
      expect(text).toContain(`href="#${form}-name"`);
      expect(text).toMatch(
        new RegExp(
          `value="${long}"[^>]*id="${form}-name"[^>]*aria-invalid="true"[^>]*aria-describedby="${form}-name-hint ${form}-name-error ${form}-name-most"`,
        ),
      );
      expect(text).not.toContain('value="key-1"'); // each rendering has a key of its own
    }
    api.refusal = { code: 'VALIDATION_FAILED', field: 'reason' };
    const { text } = await post(`${page}/closure`, { reason: `r ${hostile}` });
    expect(text).toContain('href="#closure-reason"');
    expect(text).toContain('value="r &lt;script>');
    api.refusal = { code: 'UNIT_CLOSED' };
    expect((await post(`${page}/units`, { name: 'Harbours', ...unnamed })).text).toContain('This unit is closed. Choose another one.');
  });

  it('that are closed take nothing new below them, and the root is not closed', async () => {
    const closed = (await get(`/office/units/${fairs}`, session)).text;
    expect(closed).toContain('nothing new can be started in it');
    expect(closed).not.toContain('id="make"');
    expect(closed).not.toContain('/closure');
    expect((await get(`/office/units/${rootUnit}`, session)).text).not.toContain('/closure');
    expect((await get(`/office/units/${rootUnit}/closure`, session)).status).toBe(404);
  });

  it('are changed by their own administrators only, and what is none is not found', async () => {
    administratorOf(water);
    const { text } = await get('/office/units', session);
    expect(text).toContain(`href="${page}"`);
    expect(text).not.toContain(`href="/office/units/${fairs}"`);
    expect((await get(`/office/units/${fairs}`, session)).status).toBe(403);
    expect((await get(page, session)).status).toBe(200);
    for (const path of ['/office/units/..%2Fme', '/office/units/root.zz', '/office/units/root.00000000']) {
      administratorOf(rootUnit);
      expect((await get(path, session)).status).toBe(404);
    }
    expect((await post('/office/units/root.zz/units', { name: 'x' })).status).toBe(404);
    api.account = withRoles('official', 'moderator');
    for (const path of ['/office/units', page, `${page}/closure`]) expect((await get(path, session)).status).toBe(403);
  });

  it('read from the right in Arabic, with names that keep their own direction', async () => {
    const { text } = await get(page, session).set('accept-language', 'ar');
    expect(text).toContain('<html lang="ar" dir="rtl"');
    expect(text).toMatch(/<bdi lang dir="auto">Shores/);
  });

  it('narrow the desk of people who work for one of them', async () => {
    api.account = { ...api.account, roles: [{ role: 'official', unit: water }] };
    const { text } = await get('/office', session);
    expect(text).toContain(`href="/office/consultations/${ids.phased}"`);
    expect(text).not.toContain(`/consultations/${ids.deliberation}`);
    api.account = withRoles('official');
    expect((await get('/office', session)).text).toContain(`href="/office/consultations/${ids.deliberation}"`);
  });

  describe('roles in them', () => {
    it('are granted and revoked in the unit that was chosen', async () => {
      const list = `/office/accounts?unit=${water}`;
      const { text } = await get(list, session);
      expect(text).toContain(`<option value="${water}" selected lang dir="auto">`);
      expect(text).toContain(`href="/office/accounts/${neighbour.id}/roles/${water}/moderator"`);
      expect(text).toContain('Roles in other units:');
      expect(text).toContain('Administrator, Ministry of Public Participation');
      const { headers } = await post(`/office/accounts/${ids.account}/roles/${water}/moderator`, { change: 'grant', until: '', version: '4' });
      expect(headers['location']).toBe(`${list}&after=7`);
      expect(api.lastWrite).toMatchObject({ method: 'PUT', path: `/accounts/${ids.account}/roles/${water}/moderator` });
    });

    it('are the root’s where nothing else was chosen, and an administrator’s own where that is all there is', async () => {
      expect((await get('/office/accounts', session)).text).toContain(`/roles/${rootUnit}/moderator`);
      administratorOf(fairs);
      const { text } = await get(`/office/accounts?unit=${water}`, session);
      expect(text).toContain(`/roles/${fairs}/moderator`);
      expect(text).not.toContain(`/roles/${water}/`);
    });

    it('look as simple as ever where there is no unit but the root', async () => {
      const { units } = api;
      api.units = units.slice(0, 1);
      const { text } = await get('/office/accounts', session);
      const draft = await get('/office/consultations/new', session);
      api.units = units;
      expect(text).not.toContain('<select');
      expect(draft.text).not.toContain('<select');
      expect(draft.text).toContain('<input type="hidden" name="unit" value="root"');
    });

    it('stand on the account with their unit', async () => {
      administratorOf(water);
      expect((await get('/account', session)).text).toContain('Administrator, Directorate of Water');
    });
  });

  it('say within how many days their consultations are answered, and nothing again', async () => {
    administratorOf(water);
    const path = `/office/units/${water}/answer-term`;
    expect((await post(path, { days: ' 45 ', version: '6' })).headers['location']).toBe(`/office/units/${water}?after=7`);
    expect(api.lastWrite).toMatchObject({ method: 'PUT', path: `/units/${water}/answer-term`, body: { days: 45 } });
    await post(path, { days: '', version: '6' });
    expect(api.lastWrite).toMatchObject({ body: { days: null } });
    api.refusal = { code: 'VALIDATION_FAILED', field: 'days' };
    const refused = await post(path, { days: 'soon', version: '6' });
    expect(refused.text).toMatch(/href="#term-days"[\s\S]*value="soon"/);
  });

  it('whose settings somebody else changed meanwhile show what holds beside what was typed, each by a version of its own', async () => {
    administratorOf(water);
    const { units } = api;
    const drawn = (await get(page, session)).text;
    const versions = /units\/[^"]*\/(?:review|answer-term|smallest-group)"[\s\S]*?name="version" value="(\d+)"/g;
    expect([...drawn.matchAll(versions)].map(([, version]) => version)).toEqual(['4', '6', '5']);
    const now = { setsAnswerTerm: true, answerWithinDays: 30, answerTermVersion: 16, smallestGroup: 40, smallestGroupVersion: 15 };
    const reviewed = { setsReview: true, needsReview: true, reviewVersion: 14 };
    api.units = units.map((unit) => (unit.unit === water ? { ...unit, ...now, ...reviewed } : unit));
    api.refusal = { code: 'VERSION_CHANGED' };
    const term = await post(`${page}/answer-term`, { days: '45', version: '6' });
    expect([term.status, api.lastWrite!.headers['if-match']]).toEqual([412, '"6"']);
    expect(term.text).toMatch(/class="compared"[\s\S]*>30<[\s\S]*value="45"[^>]*name="days"/);
    expect(term.text).toContain('name="version" value="16"');
    const group = await post(`${page}/smallest-group`, { people: '20', version: '5' });
    expect(group.text).toMatch(/class="compared"[\s\S]*>40<[\s\S]*value="20"[^>]*name="people"/);
    const review = await post(`${page}/review`, { required: 'yes', version: '4' });
    api.units = units;
    expect([review.status, api.lastWrite!.headers['if-match']]).toEqual([412, '"4"']);
    expect(review.text).toContain('This has been changed since you opened it.');
    expect(review.text).toMatch(/name="version" value="14"[\s\S]*name="required" value="no"/);
  });

  it('begin their consultations with their own term, whichever unit is chosen on the form', async () => {
    const { units } = api;
    api.units = units.map((unit) => (unit.unit === water ? { ...unit, answerWithinDays: 30, setsAnswerTerm: true } : unit));
    api.account = withRoles('official');
    const promised = async (fields: object) => {
      const { text } = await get('/office/consultations/new', session);
      expect(text).toMatch(/value="60"[^>]*name="answerWithinDays"/);
      const suggested = /name="suggested" value="([^"]*)"/.exec(text)![1]!;
      const sent = { ...sentBlank('/office/consultations', text), title: 'T', description: 'D', suggested, answerWithinDays: '60' };
      await post('/office/consultations', { ...sent, ...fields });
      return (api.lastWrite?.body as { answerWithinDays: unknown }).answerWithinDays;
    };
    expect(await promised({ unit: water })).toBe(30);
    expect(await promised({ unit: 'root' })).toBe(60);
    expect(await promised({ unit: water, answerWithinDays: '75' })).toBe(75);
    expect(await promised({ unit: water, answerWithinDays: '' })).toBeNull();
    expect((await get('/office/consultations/new?unit=' + water, session)).text).toMatch(/value="30"[^>]*name="answerWithinDays"/);
    expect((await get(`/units/${water}`)).text).toContain('Answers within 30 days of closing');
    api.units = units;
    expect((await get(`/units/${water}`)).text).toContain('Answers within 60 days of closing');
  });

  it('can be chosen where something is begun: those that are open, and in which the person may', async () => {
    api.account = { ...api.account, roles: [{ role: 'official', unit: water }] };
    const { text } = await get('/office/consultations/new', session);
    const values = [...text.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value);
    expect(values).toEqual([water, `${water}.90b3d7e1`]);
    api.refusal = { code: 'UNIT_CLOSED' };
    const refused = await post('/office/consultations', { ...sentBlank('/office/consultations', text), unit: `${water}.90b3d7e1` });
    expect(refused.text).toContain('href="#draft-unit"');
    expect(refused.text).toContain(`<option value="${water}.90b3d7e1" selected lang dir="auto">`);
  });
});
