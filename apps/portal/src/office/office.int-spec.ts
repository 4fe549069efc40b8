import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as contracts from '@isegoria/contracts';
import { duties, type QueryContract } from '@isegoria/contracts';
import { formsOn, unescaped } from '../testing/forms-of-the-portal.fixture';
import { official, portalOnFakeApi, session, withRoles } from '../testing/portal.fixture';
import { hostile, ids, neighbour, water } from '../testing/sample-data.fixture';
import { deliberationResults } from '../testing/sample-results.fixture';

const consultation = `/consultations/${ids.deliberation}`;

describe('the office', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();

  beforeAll(start);
  afterAll(stop);

  const office = [
    '/office',
    '/office/pages/new',
    `/office/pages/${ids.page}`,
    '/office/consultations/new',
    `/office/consultations/${ids.deliberation}`,
    `/office/consultations/${ids.draft}`,
    `/office/consultations/${ids.decided}`,
    `/office/exports/${ids.export}`,
    '/office/moderation',
    `/office/moderation/comments/${ids.comment}?consultation=${ids.deliberation}`,
    '/office/accounts',
    '/office/invitations',
    '/office/settings',
    '/office/site-pages',
    '/office/site-pages/privacy',
    '/office/units',
    `/office/units/${water}`,
    `/office/units/${water}/closure`,
    `/office/accounts/${ids.account}/erasure`,
    `/office/consultations/${ids.deliberation}/activities/${ids.statements}/ballots`,
  ];
  it.each(office)('%s is for those with the role', async (path) => {
    expect((await get(path)).headers['location']).toMatch(/^\/sign-in\?return=/);
    expect((await get(path, session)).status).toBe(403);
    api.account = official;
    expect((await get(path, session)).status).toBe(200);
  });

  it('says what waits, how much of it, and leads to where it is done', async () => {
    api.account = official;
    const { text } = await get('/office', session);
    for (const [words, target] of [
      ['1 question without an answer', '/office\\?kind=questions#work'],
      ['1 draft of a consultation', '/office\\?kind=draft#work'],
    ])
      expect(text).toMatch(new RegExp(`<a [^>]*href="${target}"[^>]*>${words}</a>`));
    expect(text).toContain(`href="/questions/${ids.openQuestion}#answer"`);
    expect(text).toMatch(new RegExp(`id="work"[\\s\\S]*href="/office/consultations/${ids.draft}"[^>]*>Finish the draft`));
    expect(text).toMatch(/1 thing is overdue[\s\S]*By deadline[\s\S]*Milestone[\s\S]*Overdue[\s\S]*The keys are cut[\s\S]*Responsible:/);
    // On a phone the rest is a line each, with how much there is, and open where it is read page by page.
    expect(text).toMatch(/id="waits"[\s\S]*<details [^>]*folded[^>]*id="consultations"><summary>\d+ consultations</);
    expect(text).toMatch(/<details [^>]*folded[^>]*id="ways"><summary>\d+ more parts of the office<[\s\S]*href="\/office\/templates"/);
    expect((await get('/office?consultations=7', session)).text).toMatch(/<details [^>]*folded[^>]*id="consultations" open>/);
    const one = await get('/office?kind=milestone', session);
    expect(one.text).toMatch(/href="\/office\?kind=milestone#work" aria-current="true"[^>]*>2 milestones to keep/);
    expect(one.text).not.toContain('Finish the draft');
  });

  it('leaves nothing out that waits: each duty of an office, and all that moderators decide', async () => {
    api.account = withRoles('official', 'moderator');
    const before = api.requests.length;
    const { text } = await get('/office', session);
    const asked = api.requests.slice(before).map(({ path }) => path);
    const lists = Object.values(contracts as object).filter((one: Partial<QueryContract>): one is QueryContract => one.isPage === true);
    const waiting = lists.filter(({ route }) => /waiting|pending|drafts/.test(route.path)).map(({ route }) => route.path);
    expect(waiting.length).toBeGreaterThan(5);
    const ofDuties = duties.map((duty) => `/consultations/waiting?duty=${duty}`);
    const decided = ['/reports?decided=no', '/desk?kind=appeal', '/suspensions?state=appealed'];
    const all = [...waiting.filter((path) => path !== '/consultations/waiting'), ...ofDuties, ...decided];
    expect(asked.filter((path) => /waiting|drafts|pending|reports|desk|suspensions/.test(path)).toSorted()).toEqual(all.toSorted());
    expect(text).toMatch(/href="\/office\/suspensions\?state=appealed"[^>]*>1 appeal against a suspension</);
  });

  it('says what is late to everybody, by name, and which share was answered in time', async () => {
    const { text } = await get('/answers');
    expect(text).toMatch(/What is late[\s\S]*The keys are cut/);
    expect(text).toMatch(/71%/);
    expect(text).toMatch(/Of these, late<\/th>\s*<th[^>]*>Late milestones/);
    expect((await get('/answers.csv')).text).toMatch(/late","Late milestones",[^\n]*\n[^\n]*,"7","2","4","0\.71"/);
  });

  it('shows what a unit owes on a page of its own, to which people are led', async () => {
    expect((await get('/answers')).text).toContain(`href="/units/${water}"`);
    const { text } = await get('/units/root');
    expect(text).toMatch(/<h1[^>]*><bdi[^>]*>Ministry of Public[\s\S]*What is late[\s\S]*The keys are cut[\s\S]*Directorate of Water/);
    expect(api.requests.map(({ path }) => path)).toContain('/consultations?unit=root&answer=overdue');
    const below = await get(`/units/${water}`);
    expect(below.text).toMatch(/href="\/units\/root"[\s\S]*<h1[^>]*><bdi[^>]*>Directorate of Water/);
    for (const unit of ['root.00000000', 'root.x', '%2e%2e'] as const) expect((await get(`/units/${unit}`)).status).toBe(404);
    for (const path of ['/', '/consultations', `/consultations/${ids.deliberation}`]) expect((await get(path)).text).toContain('href="/answers"');
    expect((await get('/')).text).toMatch(/\d promised answers? (?:or|and) milestones? (?:is|are) overdue/);
    expect((await get(`/consultations/${ids.deliberation}`)).text).toContain('href="/units/root"');
  });

  it('says on each page of a consultation that a milestone is late', async () => {
    for (const page of ['', '/results', '/outcome', '/questions'])
      expect((await get(`/consultations/${ids.decided}${page}`)).text).toContain('1 milestone is overdue.');
  });

  it('says what a milestone followed before it was changed, and leads officials to one that follows the same', async () => {
    const outcome = `/consultations/${ids.decided}/outcome`;
    expect((await get(outcome)).text).toMatch(/Changed once: how it stood before[\s\S]*?It follows:[\s\S]*?the results of/);
    expect((await get(outcome)).text).not.toContain('Add a milestone');
    api.account = official;
    const { text } = await get(outcome, session);
    const form = /href="([^"]*)"[^>]*>Add a milestone that follows this</.exec(text)![1]!.replaceAll('&amp;', '&');
    expect(form).toMatch(/\/milestones\/new\?activity=/);
    expect((await get(form, session)).text).toMatch(/<option value="[^"]+" selected/);
  });

  it('asks for no list that is not the work of the visitor', async () => {
    api.account = withRoles('moderator');
    const before = api.requests.length;
    const { text } = await get('/office', session);
    const asked = api.requests.slice(before).map(({ path }) => path);
    // What waits for moderators themselves is theirs.
    expect(asked.filter((path) => /waiting(?!-texts)|drafts/.test(path))).toEqual([]);
    expect(text).toMatch(/<a [^>]*href="\/office\/moderation"[^>]*>\d+ contributions? waiting for a decision/);
  });

  it('drafts a consultation of one phase with one activity, with what its method needs', async () => {
    api.account = official;
    const form = {
      title: 'T',
      summary: ' In short ',
      ...{ contact: '', decidedBy: '', decidedWhen: '', pictureAlt: '' },
      description: 'D',
      language: 'en',
      countsFrom: 'anonymous',
      answerWithinDays: ' 45 ',
      'phases[0].title': '',
      'phases[0].activities[0].method': 'poll',
      'phases[0].activities[0].title': '',
      'phases[0].activities[0].options': 'one\r\n\r\n two ',
      'phases[0].activities[0].multiple': 'yes',
    };
    expect((await post('/office/consultations', form)).headers['location']).toBe(`/office/consultations/${ids.page}?after=7`);
    const words = {
      unit: 'root',
      title: 'T',
      summary: 'In short',
      description: 'D',
      language: 'en',
      countsFrom: 'anonymous',
      answerWithinDays: 45,
    };
    expect(api.lastWrite?.body).toEqual({
      ...words,
      categories: [],
      documents: [],
      phases: [{ activities: [{ method: 'poll', options: ['one', 'two'], multiple: true }] }],
    });
    await post('/office/consultations', {
      ...form,
      unit: water,
      'phases[1].title': 'Then',
      'phases[1].activities[0].method': 'deliberation',
      'phases[1].activities[0].title': 'What else?',
      'phases[1].activities[0].moderation': 'after',
      'phases[1].activities[0].statements': 'One',
    });
    const [first] = (api.lastWrite?.body as { phases: object[] }).phases;
    const second = {
      title: 'Then',
      activities: [{ method: 'deliberation', title: 'What else?', moderation: 'after', statements: ['One'] }],
    };
    expect(api.lastWrite?.body).toEqual({ ...words, unit: water, categories: [], documents: [], phases: [first, second] });
  });

  it('publishes with dates in UTC, and keeps them when they are wrong', async () => {
    const dates = { 'phases[0].opensAt': '2026-12-01T08:00', 'phases[0].closesAt': '2026-11-01T08:00', version: '1' };
    api.account = official;
    api.refusal = { code: 'DATES_IN_WRONG_ORDER' };
    const { status, text } = await post(`/office/consultations/${ids.draft}/publication`, dates);
    expect(api.lastWrite?.body).toEqual({ phases: [{ opensAt: '2026-12-01T08:00:00Z', closesAt: '2026-11-01T08:00:00Z' }] });
    expect(status).toBe(422);
    expect(text).toContain('value="2026-12-01T08:00"');
    expect(text).toContain('href="#publication-phases[0].closesAt"');
  });

  it('undoes a decision, and does not take the opposite one; narrows the desk to a consultation found by its title', async () => {
    api.account = withRoles('moderator');
    const chosen = `statement ${ids.statement} statement ${ids.statement} 20`;
    for (const act of ['hide', 'keep'] as const) {
      const { headers } = await post('/office/moderation?kind=statement', { act, chosen, rule: 'respect', reason: '' });
      const next = headers['location']!;
      expect(next).toContain(`done=${act}.1&undo=statement.${ids.statement}`);
      const [form] = formsOn(next, (await get(next, session)).text).filter(({ action }) => action.startsWith('/office/moderation/undo'));
      const undone = await post(form!.action, form!.given);
      expect(api.lastWrite).toMatchObject({ path: `/statements/${ids.statement}/undoing` });
      expect(undone.headers['location']).toMatch(/^\/office\/moderation\?kind=statement&done=undo\.1($|&)/);
      expect(undone.headers['location']).not.toContain('undo=');
      expect((await get(undone.headers['location']!, session)).text).toContain('1 decision was undone.');
    }
    const again = await post('/office/moderation?state=hidden', { act: 'keep', chosen, rule: '', reason: '' });
    expect(again.headers['location']).not.toContain('undo=');
    api.refusal = { code: 'VOTED_ON_SINCE' };
    const { status, text: refused } = await post('/office/moderation/undo', { chosen });
    expect(status).toBe(409);
    expect(refused).toContain('People have voted on this statement since it was accepted');
    expect(refused).toMatch(new RegExp(`value="statement ${ids.statement} [^"]*"[^>]* checked`));
    api.refusal = undefined;
    const { text } = await get('/office/moderation?state=hidden&title=bus', session);
    expect(unescaped(text)).toMatch(/href="\/office\/moderation\?state=hidden&consultationId=[0-9a-f-]{36}"/);
    const narrowed = await get(`/office/moderation?consultationId=${ids.deliberation}`, session);
    expect(narrowed.text).toContain('All consultations');
    const inUnit = await get(`/office/moderation?unit=${water}`, session);
    expect(inUnit.text).toMatch(new RegExp(`name="unit"[\\s\\S]*<option value="${water}" selected`));
    expect(api.requests.at(-1) && api.requests.some(({ path }) => path === `/desk?unit=${water}`)).toBe(true);
  });

  it('keeps what was not done on the desk listed and chosen, also where somebody else was first, and says so of each', async () => {
    api.account = withRoles('moderator');
    api.refusal = { code: 'VERSION_CHANGED' };
    const chosen = [`statement ${ids.statement} statement ${ids.statement} 19`, `comment ${ids.comment} comment ${ids.comment} 19`];
    const { status, text } = await post('/office/moderation', { act: 'hide', chosen, rule: 'respect', reason: 'Twice' });
    expect(status).toBe(409);
    expect(text).toContain('0 done, 2 not done.');
    for (const now of [`statement ${ids.statement} statement ${ids.statement} 20`, `comment ${ids.comment} comment ${ids.comment} 21`])
      expect(text).toMatch(new RegExp(`value="${now}"[^>]* checked`));
    expect(text.match(/Your decision on it was not recorded/g)).toHaveLength(2);
    expect(text).not.toContain('Nothing of yours was saved');
    expect(text).toContain('value="Twice"');
  });

  it('finds an account by its address, which stands in no address of a page, and suspends it for some days', async () => {
    api.account = withRoles('administrator');
    api.refusal = { code: 'ACCOUNT_NOT_FOUND', field: 'email' };
    const { status, text } = await post('/office/accounts/search', { email: ' nobody@example.org ' });
    expect(api.lastWrite).toMatchObject({ path: '/accounts/search', body: { email: 'nobody@example.org' } });
    expect(status).toBe(404);
    expect(text).toContain('href="#find-email"');
    expect(text).toMatch(/value=" ?nobody@example\.org ?"/);
    api.refusal = undefined;
    const account = `/office/accounts/${neighbour.id}`;
    const shown = (await get(account, session)).text;
    expect(shown).toContain(`action="${account}/suspension"`);
    const { headers } = await post(`${account}/suspension`, { days: '7', rule: '', reason: 'Insults' });
    expect(headers['location']).toBe(`${account}?after=7`);
    expect(api.lastWrite).toMatchObject({ path: `/accounts/${neighbour.id}/suspension`, body: { days: 7, reason: 'Insults' } });
    api.refusal = { code: 'VALIDATION_FAILED', field: 'days' };
    const refused = await post(`${account}/suspension`, { days: 'a week', rule: '', reason: 'Insults' });
    expect(refused.text).toContain('Enter a whole number of days from 1 to 365.');
    expect(refused.text).toMatch(/name="reason"[^>]*value="Insults"|value="Insults"[^>]*name="reason"/);
    api.refusal = undefined;
    api.account = withRoles('official', 'moderator', 'analyst', 'auditor');
    expect((await get(account, session)).status).toBe(403);
    expect((await post('/office/accounts/search', { email: 'a@example.org' })).status).toBe(403);
  });

  it('leads moderators back to the page that they may read', async () => {
    for (const [id, below] of [
      [ids.deliberation, `activities/${ids.statements}/ballots`],
      [ids.surveyed, `activities/${ids.survey}/texts`],
    ]) {
      const trailFor = async (...roles: Parameters<typeof withRoles>) => {
        api.account = withRoles(...roles);
        const { status, text } = await get(`/office/consultations/${id}/${below}`, session);
        expect(status).toBe(200);
        return /<nav[^>]*ds-breadcrumbs.*?<\/nav>|<ds-breadcrumbs.*?<\/ds-breadcrumbs>/s.exec(text)![0];
      };
      expect(await trailFor('moderator')).toContain(`href="/consultations/${id}"`);
      expect(await trailFor('moderator', 'official')).toContain(`href="/office/consultations/${id}"`);
    }
  });

  it('leaves ballots out and puts them back, keeps what was typed, and tells whose ballot it is', async () => {
    api.account = official;
    const path = `/office/consultations/${ids.deliberation}/activities/${ids.statements}/ballots`;
    const voter = '0f'.repeat(16);
    expect((await get(`${path}?voter=${voter}`, session)).text).toContain(`value="${voter}"`);
    expect((await post(`${path}/exclusion`, { voter: ` ${voter} `, reason: 'A program' })).headers['location']).toBe(`${path}?after=7`);
    expect(api.lastWrite).toMatchObject({ path: `/activities/${ids.statements}/exclusions`, body: { voter, reason: 'A program' } });
    const several = await post(`${path}/exclusions?order=pace`, { chosen: voter, reason: 'A program' });
    expect(several.headers['location']).toBe(`${path}?order=pace&after=7`);
    expect(api.lastWrite).toMatchObject({ path: `/activities/${ids.statements}/exclusions`, body: { voter, reason: 'A program' } });
    const both = await post(`${path}/exclusions`, { chosen: [voter, 'a1'.repeat(16)], reason: 'A program' });
    const told = /isegoria_accepted=[^;]*/.exec(String(both.headers['set-cookie']))![0];
    expect((await get(path, `${session}; ${told}`)).text).toContain('2 ballots are left out of the counts.');
    const { text: list } = await get(path, session);
    expect(list).toContain('12 answers, the same as in 211 other ballots');
    expect(list).toContain('one ballot in 400,000 would give these answers');
    expect(list).toContain('Cast from the same class of networks and kind of device as 212 other ballots');
    await post(`${path}/${'a1'.repeat(16)}/reinstatement`, { reason: 'A person' });
    expect(api.lastWrite).toMatchObject({
      path: `/activities/${ids.statements}/reinstatements`,
      body: { voter: 'a1'.repeat(16), reason: 'A person' },
    });
    api.refusal = { code: 'BALLOT_NOT_FOUND', field: 'voter' };
    const { status, text } = await post(`${path}/exclusion`, { voter: hostile, reason: 'A long reason' });
    expect(status).toBe(404);
    expect(text).toContain('value="A long reason"');
    expect(text).toContain('href="#exclusion-voter"');
    expect(text).not.toContain(hostile);
    const nobody = await post(`${path}/exclusions`, { reason: 'A long reason' });
    expect([nobody.status, nobody.text]).toEqual([422, expect.stringContaining('Choose at least one ballot.')]);
    expect(nobody.text).toContain('value="A long reason"');
    const refused = await post(`${path}/exclusions`, { chosen: voter, reason: 'A program' });
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('No ballot was left out, 1 was not.')]);
    expect(refused.text).toMatch(new RegExp(`value="${voter}"[^>]*checked`));
    expect((await get(consultation, session)).text).toContain('A moderator has left your ballot out of the counts.');
    expect((await get(consultation)).text).not.toContain('A moderator has left your ballot');
    const { text: results } = await get(`${consultation}/results`);
    expect(results).toContain('2 ballots are left out of every count here');
    expect(results).toContain('3 contributions arrived after the closing.');
  });

  it('leads to an answer only where everybody reads the words, or where one stands', async () => {
    api.account = official;
    const [answered, waits, read] = deliberationResults.activities[0]!.statements!;
    const kept = [{ ...answered! }, { ...waits! }] as const;
    Object.assign(answered!, { status: 'rejected', text: null });
    Object.assign(waits!, { status: 'pending', text: null });
    const { text } = await get(`/consultations/${ids.deliberation}/activities/${ids.statements}/statements`, session);
    const leads = [answered, waits, read].map((one) => one!.id).map((id) => text.includes(`/statement/${id}"`));
    Object.assign(answered!, kept[0]);
    Object.assign(waits!, kept[1]);
    expect(leads).toEqual([true, false, true]);
  });

  it('moderates, answers, and changes roles', async () => {
    api.account = official;
    const chosen = `statement ${ids.statement} statement ${ids.statement} 20`;
    const { status, text } = await post('/office/moderation', { chosen, act: 'hide', reason: '', rule: '' });
    expect(status).toBe(422);
    expect(text).toContain('Choose a rule or give a reason.');
    await post('/office/moderation', { chosen, act: 'hide', reason: '', rule: 'respect' });
    expect(api.lastWrite?.body).toEqual({ rule: 'respect', reason: 'It insults, threatens or degrades somebody.' });
    await post(`/office/moderation/statements/${ids.statement}`, { act: 'hide', rule: '', reason: 'Off topic', version: '1' });
    expect(api.lastWrite).toMatchObject({ path: `/statements/${ids.statement}/rejection`, body: { reason: 'Off topic' } });
    await post(`/questions/${ids.openQuestion}/answers`, { text: 'Yes', pictureAlt: '', version: '1' });
    expect(api.lastWrite).toMatchObject({ path: `/questions/${ids.openQuestion}/answers`, body: { text: 'Yes' } });
    await post(`/office/accounts/${ids.account}/roles/${water}/moderator`, { change: 'grant', until: '', version: '1' });
    expect(api.lastWrite).toMatchObject({ method: 'PUT', path: `/accounts/${ids.account}/roles/${water}/moderator` });
    await post(`/office/accounts/${ids.account}/roles/${water}/moderator`, { change: 'revoke', version: '1' });
    expect(api.lastWrite).toMatchObject({ method: 'DELETE', path: `/accounts/${ids.account}/roles/${water}/moderator` });
  });
});
