import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { official, portalOnFakeApi, session } from '../testing/portal.fixture';
import { ids, water } from '../testing/sample-data.fixture';
import { annotations, paper } from '../testing/sample-paper.fixture';
import { sentBlank } from '../testing/forms-of-the-portal.fixture';
import { asSentences } from '../testing/language-of-words.fixture';

const page = `/consultations/${ids.phased}`;
const sent = (activity: string, form: string) => `${page}/activities/${activity}/${form}`;

describe('a consultation of several phases and activities', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  it('lists its phases with their dates and status, the open one marked, each leading to its part of the page', async () => {
    const { text } = await get(page);
    const [list = ''] = /<ol class="phases">[\s\S]*?<\/ol>/.exec(text) ?? [];
    expect(list.match(/<li/g)).toHaveLength(2);
    expect(list).toMatch(/<li aria-current="step"><a class="ds-link" href="#phase-1"><bdi lang="en" dir="ltr">What matters to you\?<\/bdi>/);
    expect(list.match(/aria-current/g)).toHaveLength(1);
    expect(list).toMatch(/<time|\d{4} to \d+/);
    expect(list).toContain('Opens soon');
    expect(text).toMatch(/<h2[^>]*id="phase-2"[^>]*><bdi lang="en" dir="ltr">Say it in your words/);
    for (const title of ['Which hours?', 'Which hours in winter?']) expect(text).toContain(`<bdi lang="en" dir="ltr">${title}</bdi></h3>`);
    expect(text).toMatch(/<h3[^>]*>Deliberation<\/h3>/);
  });

  it('has no id twice, and every label, error and link within the page leads to what is there', async () => {
    for (const [path, cookie] of [[page, ''], [page, session], [`${page}/results`, '']] as const) {
      const { text } = await get(path, cookie);
      const all = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(all).size).toBe(all.length);
      for (const [, id] of text.matchAll(/ (?:for|aria-labelledby|aria-describedby)="([^" ]+)"/g)) expect(all).toContain(id);
      for (const [, id] of text.matchAll(/ href="#([^"]+)"/g)) expect(all).toContain(id);
    }
  });

  it('lists its activities above their results, each leading to its own', async () => {
    const { text } = await get(`${page}/results`);
    const [list = ''] = /<nav class="on-this-page"[\s\S]*?<\/nav>/.exec(text) ?? [];
    expect([...list.matchAll(/href="#(a\d)-title"/g)].map(([, part]) => part)).toEqual(['a1', 'a2', 'a3']);
    expect(list).toContain('Which hours in winter?');
  });

  it('takes part only in what is open', async () => {
    const { text } = await get(page, session);
    expect(text).toContain(`action="${sent(ids.firstPoll, 'ballot')}"`);
    expect(text).toContain(`action="${sent(ids.secondPoll, 'ballot')}"`);
    expect(text).not.toContain(`action="${sent(ids.laterStatements, 'statement')}"`);
  });

  it('sends a ballot to its own activity, and thanks for it on top', async () => {
    const { headers } = await post(sent(ids.secondPoll, 'ballot'), { options: 'b', key: 'key-1' });
    expect(api.lastWrite).toMatchObject({ method: 'PUT', path: `/activities/${ids.secondPoll}/ballot`, body: { options: ['b'] } });
    const thanked = async () => (await get(headers['location']!, `${session}; ${String(headers['set-cookie']).split(';')[0]!}`)).text;
    api.late = 0;
    const text = await thanked();
    api.late = 1;
    expect(text.match(/Thank you\. Your ballot is recorded\./g)).toHaveLength(1);
    expect(text.indexOf('Your ballot is recorded.')).toBeLessThan(text.indexOf('<h1'));
    // The receipt stays, to prove when it came.
    const late = await thanked();
    expect(late).toMatch(/It arrived after the closing and is not counted\.[\s\S]*Show the receipt/);
    expect(late).not.toContain('Thank you');
  });

  it('shows a ballot that was refused again as it was sent, in its own activity alone', async () => {
    api.refusal = { code: 'SINGLE_CHOICE_ONLY' };
    const { status, text } = await post(sent(ids.secondPoll, 'ballot'), { options: ['a', 'd'], key: 'key-1' });
    expect(status).toBe(422);
    expect(text.match(/Choose one option only\./g)).toHaveLength(2); // in the summary, and beside the field
    const [first = '', second = ''] = [...text.matchAll(/<form[^>]*id="a\d-ballot"[\s\S]*?<\/form>/g)].map(([form]) => form);
    expect(second).toContain('href="#a2-ballot-options"');
    expect(text).not.toContain('value="key-1"'); // each rendering has a key of its own
    const checked = (form: string) => [...form.matchAll(/value="(\w)"[^>]*checked/g)].map(([, value]) => value);
    expect([checked(first), checked(second)]).toEqual([['b'], ['a', 'd']]);
    expect(first).not.toContain('role="alert"');
    expect(text).toContain('<title>Error: The shores of the lake');
  });

  it('says which ballot is left out where each stands', async () => {
    expect((await get(page, session)).text.match(/A moderator has left your ballot out of the counts\./g)).toHaveLength(3);
  });

  it('says where something came too late', async () => {
    expect(
      (await get(page, session)).text.match(/1 of your contributions arrived after the closing and cannot be counted\./g),
    ).toHaveLength(3);
  });

  it('has no form but those of the method of the activity, and no activity but its own', async () => {
    for (const [path, status] of [
      [sent(ids.firstPoll, 'vote'), 404],
      [sent(ids.firstPoll, 'constructor'), 404],
      [sent(ids.statements, 'vote'), 404],
      [`/consultations/${ids.newer}/activities/${ids.unknown}/ballot`, 404],
    ] as const)
      expect((await post(path, { options: 'a' })).status).toBe(status);
    expect(api.lastWrite).toBeUndefined();
  });

  it('stands in its unit, to which the list can be narrowed', async () => {
    expect((await get(page)).text).toContain(`href="/consultations?unit=${water}" lang dir="auto">Directorate of Water</a>`);
    const { text } = await get(`/consultations?unit=${water}`);
    expect(text).toContain('The shores of the lake');
    expect(text).not.toContain('How should the old harbour be used?');
    expect(text).toContain(`<option value="${water}" selected lang dir="auto">Directorate of Water (1)</option>`);
    expect(text).not.toContain('Agency of Fairs');
    expect((await get(`/consultations/${ids.deliberation}`)).text).not.toContain('?unit=');
  });

  it('has its ballots by activity, and exports that name the activity', async () => {
    api.account = official;
    const ballots = `/office/consultations/${ids.phased}/activities/${ids.secondPoll}/ballots`;
    const { text } = await get(ballots, session);
    expect(text).toContain(`href="${ballots}" aria-current="page"`);
    expect(api.requests.some(({ path }) => path.startsWith(`/activities/${ids.secondPoll}/ballots`))).toBe(true);
    const manage = await get(`/office/consultations/${ids.phased}`, session);
    expect(asSentences(manage.text)).toContain('Votes, under pseudonyms of “Which hours in winter?”');
    await post(`/office/consultations/${ids.phased}/exports`, { contents: `votes ${ids.secondPoll}`, purpose: 'p' });
    expect(api.lastWrite?.body).toEqual({ contents: 'votes', activityId: ids.secondPoll, purpose: 'p' });
    await post(`/office/consultations/${ids.phased}/exports`, { contents: 'comments', purpose: 'p' });
    expect(api.lastWrite?.body).toEqual({ contents: 'comments', purpose: 'p' });
  });

  it('is managed by its own office only', async () => {
    const manage = `/office/consultations/${ids.phased}`;
    api.account = { ...official, roles: [{ role: 'official', unit: 'root.77aa01bc' }] };
    expect((await get(manage, session)).status).toBe(403);
    expect((await get(page, session)).text).not.toContain(`href="${manage}"`);
    api.account = { ...official, roles: [{ role: 'official', unit: water }] };
    expect((await get(manage, session)).text).toContain(`action="${manage}/closure"`);
    expect((await get(page, session)).text).toContain(`href="${manage}"`);
    expect((await get(`/office/consultations/${ids.deliberation}`, session)).status).toBe(403);
  });
});

describe('an activity of a method that this site does not know', () => {
  const { api, get, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  it('is said to be one, in a sentence, on every page that would show it', async () => {
    for (const path of [`/consultations/${ids.newer}`, `/consultations/${ids.newer}/results`]) {
      const { status, text } = await get(path, session);
      expect([path, status]).toEqual([path, 200]);
      expect(text).toContain('This site cannot show this activity.');
      expect(text).not.toContain('lottery');
    }
    expect((await get('/consultations')).text).toContain('Drawn by lot');
    api.account = official;
    const manage = (await get(`/office/consultations/${ids.newer}`, session)).text;
    expect(manage).toContain('value="comments"');
    expect(manage).not.toContain('value="votes');
  });
});

describe('a page of a survey', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  const survey = `/consultations/${ids.surveyed}/activities/${ids.survey}/survey`;
  it('says what an answer keeps to before anybody errs, and lets an optional choice be taken back without scripts', async () => {
    const questions = [
      { id: 'some', kind: 'multiple', text: 'Which?', isRequired: true, options: ['a', 'b', 'c'].map((id) => ({ id, text: id })) },
      { id: 'one', kind: 'single', text: 'Which one?', isRequired: false, options: [{ id: 'a', text: 'a' }], hasOther: true },
      { id: 'many', kind: 'number', text: 'How many?', isRequired: true, atLeast: 2, atMost: 9, hint: 'Count them.' },
      { id: 'since', kind: 'date', text: 'Since when?', isRequired: true, earliest: '2026-02-01' },
    ].map((question) => ({ ...question, ...(question.id === 'some' && { atLeast: 2, atMost: 3 }) }));
    api.said = (field, value) => (field === 'settings' ? { questionnaire: { sections: [{ questions }] } } : value);
    const { text } = await get(`${survey}/1`, session);
    const said = text.replace(/<[^>]*>/g, '');
    for (const bounds of ['At least 2. At most 3.', 'Count them. At least 2. At most 9.', 'Not before 1 February 2026.'])
      expect(said).toContain(bounds);
    expect(text.match(/type="radio"[^>]*value="-"/g)).toHaveLength(1);
    const kept = async (words: string) => {
      await post(`${survey}/1`, { ...sentBlank(`${survey}/1`, text), 'answers.one': '-', 'own.one': words }, session);
      return (api.requests.findLast(({ method }) => method !== 'GET')!.body as { answers: object }).answers;
    };
    expect(await kept('')).toMatchObject({ one: null });
    // Whether words beside it are meant is asked before anything is sent; until then they are kept.
    expect(await kept('By boat')).toMatchObject({ one: { options: ['-'], other: 'By boat' } });
    api.said = (_, value) => value;
  });

  it('opens the form under one paragraph of a small page, and has it there with what was typed where that is wrong', async () => {
    const words = 'the air of a city is measured at each station and published '.repeat(4).slice(0, 190);
    const long = Array.from({ length: 500 }, (_, at) => ({ ...paper.blocks[1]!, id: `p${at + 1}`, text: words, annotations: 10 }));
    api.said = (field, value) => (field === 'blocks' ? long : value);
    const at = `/consultations/${ids.law}`;
    const { text } = await get(`${at}?write=p7`, session);
    expect(Buffer.byteLength(text)).toBeLessThan(200_000);
    expect(text).toContain('<a href="?write=p8#p8">');
    const underIts = (html: string) => /<p id="p7".*?<p id="p8"/s.exec(html)![0];
    const action = /<form[^>]* action="([^"]*annotation[^"]*)"/.exec(underIts(text))![1]!;
    expect(action).toMatch(/\/annotation\?write=p7#p7$/);
    const sent = sentBlank(action, text);
    const refused = await post(action.replace(/#.*/, ''), { ...sent, kind: 'leavesOut', text: '', words: 'a city', reason: '' }, session);
    expect(refused.status).toBe(422);
    expect(underIts(refused.text)).toMatch(/value="a city"[^]*name="which" value="11:a city"[^]*aria-invalid="true"/);
    const { status, headers } = await post(action.replace(/#.*/, ''), { ...sent, kind: 'comment', text: 'Which station?' }, session);
    expect([status, headers.location]).toEqual([303, expect.stringMatching(/\?at=p7.*#p7$/)]);
    const { body } = api.requests.findLast(({ method }) => method !== 'GET')!;
    expect(body).toMatchObject({ paragraph: 'p7', text: 'Which station?', version: 2 });
    const reloaded = await get(action.replace(/#.*/, ''), session);
    expect([reloaded.status, reloaded.headers.location]).toEqual([303, `${at}?write=p7`]);
    api.said = (_, value) => value;
    expect((await get(`${at}?write=p2`)).text).toContain(encodeURIComponent('?write=p2#p2'));
  });

  it('shows a long text in parts, in which each address of a paragraph is right or leads to where it is, without scripts', async () => {
    const words = 'الهواء '.repeat(28);
    const long = Array.from({ length: 500 }, (_, at) => ({ ...paper.blocks[1]!, id: `p${at + 1}`, text: words }));
    api.said = (field, value) => (field === 'blocks' ? long : value);
    const at = `/consultations/${ids.law}`;
    const [first, second, whole, one] = await Promise.all(
      [at, `${at}?at=p500`, `${at}?at=all`, `/papers/${ids.paper}/p500`].map(async (path) => (await get(path, session)).text),
    );
    api.said = (_, value) => value;
    for (const part of [first!, second!]) {
      expect(Buffer.byteLength(part)).toBeLessThan(200_000);
      const all = [...part.matchAll(/ id="(p\d+)"/g)].map(([, id]) => id);
      expect([all.length, new Set(all).size]).toEqual([500, 500]);
      for (const [, id] of part.matchAll(/ href="#([^"]+)"/g)) expect(part).toContain(`id="${id}"`);
    }
    expect(first).toContain('<a id="p500" href="?at=p500#p500">500</a>');
    expect(second).toContain('<p id="p500"><a href="?at=p500#p500">500</a>');
    expect(second).toContain('<a id="p1" href="?at=p1#p1">1</a>');
    expect(first).toMatch(/Part 1 of 2<[\s\S]*Paragraphs 1 to \d+<[\s\S]*Next part/);
    expect(whole!.match(/<p id="p\d+">/g)).toHaveLength(500);
    expect(one).toContain(`href="${at}?at=p500#p500"`);
  });

  it('leads from the translation of a long text to its original, whose parts keep to it, and back', async () => {
    const long = Array.from({ length: 500 }, (_, at) => ({ ...paper.blocks[1]!, id: `p${at + 1}`, text: 'الهواء '.repeat(28) }));
    const translations = [{ language: 'fr', title: 'Une loi sur la qualité de l’air', summary: null, pictureAlt: null }];
    api.said = (field, value) => ({ blocks: long, translations })[field] ?? value;
    const at = `/consultations/${ids.law}`;
    const [translated, original] = await Promise.all(
      [at, `${at}?original=1&at=p500`].map(async (path) => (await get(path, session).set('accept-language', 'fr')).text),
    );
    api.said = (_, value) => value;
    expect(translated).toContain(`href="${at}?original=1"`);
    expect(translated).not.toMatch(/href="\?original=1/);
    expect(original).toContain('href="?original=1&amp;at=p1#p1"');
    expect(original).not.toMatch(/href="\?at=/);
    expect(original).toMatch(new RegExp(`Vous lisez l’original, en anglais\\.[^]{0,200}<a [^>]*href="${at}"`));
  });

  it('has its links in the language of the reader, within a text in another one', async () => {
    const [own, foreign] = await Promise.all(['en', 'ar'].map((one) => get(`/consultations/${ids.law}`).set('accept-language', one)));
    expect(foreign!.text).toContain(`<a lang="ar" dir="rtl" href="/papers/${ids.paper}/p2">`);
    expect(own!.text).toContain(`<a href="/papers/${ids.paper}/p2">`);
  });

  it('says to whoever gives a reason for other words and proposes none what to do instead', async () => {
    const page = `/papers/${ids.paper}/p2`;
    const fields = sentBlank(`${page}/annotations`, (await get(page, session)).text);
    const send = (kind: string, text = '') => post(`${page}/annotations`, { ...fields, kind, text, reason: 'It is vague.' }, session);
    const before = api.requests.filter(({ method }) => method === 'POST').length;
    const [proposed, commented] = [await send('replaces', ' '), await send('comment')];
    expect(api.requests.filter(({ method }) => method === 'POST')).toHaveLength(before);
    for (const { status, text } of [proposed, commented]) {
      expect(status).toBe(422);
      expect(text).toMatch(/href="#annotation-text"[^>]*>[^<]*Comment here instead, or say which words to change/);
      expect(text).toMatch(/<textarea[^>]*name="reason"[^>]*>\s*It is vague\./);
    }
    expect(proposed.text).not.toContain('A reason belongs to a proposal');
    expect(commented.text).toContain('A reason belongs to a proposal');
  });

  it('takes a proposal to leave words out for what it is: by a choice and with a reason, and by no empty field', async () => {
    const page = `/papers/${ids.paper}/p2`;
    const fields = sentBlank(`${page}/annotations`, (await get(page, session)).text);
    const send = (typed: object) => post(`${page}/annotations`, { ...fields, kind: 'leavesOut', words: 'every city', ...typed }, session);
    const sent = () => api.requests.filter(({ method }) => method === 'POST');
    const before = sent().length;
    const [blank, both] = [await send({ text: '', reason: ' ' }), await send({ text: 'towns', reason: 'It is vague.' })];
    expect(sent()).toHaveLength(before);
    expect(blank.text).toMatch(/href="#annotation-reason"[^>]*>[^<]*Say why these words should be left out/);
    expect(blank.text).not.toContain('href="#annotation-text"');
    expect(both.text).toMatch(/href="#annotation-text"[^>]*>[^<]*Nothing stands in the place of words that are left out/);
    expect(both.text).toMatch(/<textarea[^>]*name="text"[^>]*>\s*towns/);
    expect((await send({ text: '', reason: 'It is vague.' })).status).toBe(303);
    expect(sent().at(-1)!.body).toMatchObject({ paragraph: 'p2', words: 'every city', leavesOut: true, text: 'It is vague.' });
    expect(sent().at(-1)!.body).not.toHaveProperty('reason');
  });

  it('asks which words are meant where they stand twice, and takes a place for the words alone for which it was chosen', async () => {
    const page = `/papers/${ids.paper}/p2`;
    const fields = { ...sentBlank(`${page}/annotations`, (await get(page, session)).text), kind: 'comment', text: 'It is vague.' };
    const send = (typed: object) => post(`${page}/annotations`, { ...fields, ...typed }, session);
    const near = () => (api.requests.filter(({ method }) => method === 'POST').at(-1)!.body as { near?: number }).near;
    const places = (text: string) => [...text.matchAll(/name="which" value="([^"]*)"/g)].map(([, value]) => value);
    api.refusal = { code: 'VALIDATION_FAILED', field: 'near' };
    const { status, text } = await send({ words: 'i' });
    api.refusal = undefined;
    expect([status, places(text)]).toEqual([400, ['5:i', '18:i', '22:i']]);
    expect(text).toMatch(/href="#annotation-which"[^>]*>[^<]*Choose which you mean/);
    expect(text).toMatch(/id="annotation-which"/);
    expect(text).toMatch(/Place 2 of 3:(?:(?!<mark>).)*…The air of every c<mark>i<\/mark>ty is clean\.…/s);
    // The paragraph was another when the words were chosen: no choice is on the page, and the error leads to the words.
    api.refusal = { code: 'VALIDATION_FAILED', field: 'near' };
    const [once, never] = [await send({ words: 'every city' }), await send({ words: 'a village' })];
    api.refusal = undefined;
    expect(once.text).toMatch(/href="#annotation-words"[^>]*>[^<]*These words stand in it once now/);
    expect(never.text).toMatch(/href="#annotation-words"[^>]*>[^<]*do not stand in the paragraph/);
    for (const again of [once, never]) expect(again.text).not.toContain('annotation-which');
    const typed = { near: '1:air', which: '18:i' };
    for (const [words, start] of [['i', 18], ['air', 1], ['every', undefined]] as const)
      expect([(await send({ ...typed, words })).status, near()]).toEqual([303, start]);
    const blank = await send({ ...typed, words: 'i', text: '', kind: 'leavesOut' });
    expect(blank.text).toMatch(/value="18:i"[^>]* checked/);
    expect(places((await send({ near: '18:i', words: 'i', text: '', kind: 'leavesOut' })).text)).toEqual([]);
  });

  it('leads to an annotation where it stands by now', async () => {
    const [annotation] = annotations;
    const { headers } = await get(`/papers/${ids.paper}/p4?annotation=${annotation!.id}`, session);
    expect(headers['location']).toBe(`/papers/${ids.paper}/p2?annotation=${annotation!.id}#annotation-${annotation!.id}`);
    expect((await get(headers['location'] as string, session)).status).toBe(200);
    expect((await get(`/papers/${ids.paper}/p4?annotation=x`, session)).status).toBe(200);
    expect((await get(`/papers/${ids.paper}/versions/2`, session)).text).toContain(`?annotation=${annotation!.id}#annotation-`);
    // On a later page of a long list it stands above the others.
    const answered = { ...annotation!, id: annotation!.id.replace(/.$/, 'f') };
    api.said = (field, value) => (field === 'items' && api.requests.at(-1)!.path.includes(answered.id) ? [answered] : value);
    const named = await get(`/papers/${ids.paper}/p2?annotation=${answered.id}`, session);
    api.said = (_, value) => value;
    expect([...named.text.matchAll(/id="annotation-([\da-f-]{36})"/g)].map(([, id]) => id)[0]).toBe(answered.id);
  });

  it('says of what was written to another paragraph that the answer to this one is not to it, or which answer is', async () => {
    const shown = async (...answered: string[]) => {
      api.said = (field, value) => {
        if (field === 'at' && value !== null) return { ...(value as object), paragraph: 'p9' };
        const { path } = api.requests.at(-1)!, named = answered.find((one) => path.includes(`named=${one}`));
        const given = named && field === 'items' ? [{ ...(value as object[])[0], about: 'paragraph', named, stance: 'partly' }] : [];
        return field === 'items' && path.includes('official-answers') ? given : value;
      };
      const { text } = await get(`/papers/${ids.paper}/p2`, session);
      api.said = (_, value) => value;
      return [/answer to this paragraph was not given to it/, /answer to the paragraph that it was written to:/].map((one) => one.test(text));
    };
    expect([await shown(), await shown('p2'), await shown('p2', 'p9')]).toEqual([[false, false], [true, false], [false, true]]);
  });

  it('shows which words are to be left out, in which there is nothing', async () => {
    api.said = (field, value) => (field === 'at' && value !== null ? { ...(value as object), replaces: true, leavesOut: true } : value);
    const { text } = await get(`/papers/${ids.paper}/p2`, session);
    api.said = (_, value) => value;
    expect(text).toContain('Proposes to leave words out');
    expect(text).toContain('Nothing: the words are left out');
    expect(text).toMatch(/<mark>(?:(?!<\/mark>).)*every /s);
  });
});

describe('a page of a survey that is refused with a question that nobody answered', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  const survey = `/consultations/${ids.surveyed}/activities/${ids.survey}/survey/1`;
  it.each([
    ['after the session ended', '', undefined, 401],
    ['after the closing', session, { code: 'CONSULTATION_CLOSED' }, 409],
  ] as const)('is shown again %s, with its form', async (_, cookie, refusal, status) => {
    const form = sentBlank(survey, (await get(survey, session)).text);
    api.refusal = refusal;
    const answer = await post(survey, form, cookie);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(`name="asked" value="${form['asked']}"`);
  });

  it('says on which page an answer is too long that leaves no room for more, and which of its own', async () => {
    const form = { ...sentBlank(survey, (await get(survey, session)).text), 'answers.mode': 'car', 'answers.why': 'By boat' };
    api.said = (field, value) => (field === 'answers' ? { mode: 'car', where: { text: 'x'.repeat(301) } } : value);
    const refused = async (field: string) => {
      api.refusal = { code: 'VALIDATION_FAILED', field, params: { constraint: 'maxLength', limit: 300 } };
      const { text } = await post(survey, form, session);
      return text;
    };
    const [elsewhere, here] = [await refused('answers.where'), await refused('answers.why')];
    api.refusal = undefined;
    api.said = (_, value) => value;
    expect(elsewhere).toMatch(/<li>On page 2: [^<]*300[^<]*Where is it loud/);
    expect(here).toMatch(/<a[^>]*href="#[^"]*why"[^>]*>[^<]*300/);
  });

  it('offers no form once the phase is over, whether or not the log says so, and shows what was typed too late', async () => {
    const form = sentBlank(survey, (await get(survey, session)).text);
    api.said = (field, value) => (field === 'status' && value === 'open' ? 'closed' : value);
    api.refusal = { code: 'CONSULTATION_CLOSED' };
    const pages = [survey, survey.replace(/1$/, 'review')];
    const shown = [...(await Promise.all(pages.map((page) => get(page, session)))), await get(survey)];
    const typed = { asked: 'mode why', 'answers.mode': 'car', 'answers.why': 'By boat, typed too late' };
    const late = await post(survey, { ...form, ...typed }, session);
    api.refusal = undefined;
    expect([...shown, late].map(({ status }) => status)).toEqual([200, 200, 200, 409]);
    for (const { text } of [...shown, late]) {
      expect(text).toMatch(/The survey is closed\. (What you sent|Answers) can no longer be/);
      expect(text).not.toMatch(/name="answers"|name="asked"|Save and continue|Send your/);
    }
    expect(late.text).toMatch(/Not sent, and not counted[\s\S]*By boat, typed too late/);
    api.said = (field, value) => (field === 'status' && value === 'open' ? 'scheduled' : value);
    expect((await get(survey, session)).headers['location']).toBe(`/consultations/${ids.surveyed}`);
    api.said = (_, value) => value;
  });

  it('keeps the answers where the session ended before they were sent, to be sent once somebody has signed in aside', async () => {
    api.refusal = undefined;
    const path = `/consultations/${ids.surveyed}/activities/${ids.survey}/response`;
    const answers = '{"mode":"car","why":"It is far"}';
    const { status, text } = await post(path, { answers, upon: 'none', key: ids.survey }, '');
    expect(status).toBe(401);
    expect(text).toContain(`name="answers" value="${answers.replaceAll('"', '&quot;')}"`);
    expect(text).toMatch(/name="upon" value="none"/);
    expect(text).toContain('target="_blank"');
    expect(text.match(/There is a problem/g)).toHaveLength(1);
  });

  it('says from which response the answers were begun, and asks where another one was sent meanwhile', async () => {
    const path = `/consultations/${ids.surveyed}/activities/${ids.survey}/response`;
    const review = survey.replace(/1$/, 'review');
    const sample = { mode: 'car', branch: 'a', content: 4 };
    api.said = (field, value) => (field === 'response' ? 'a'.repeat(64) : value);
    const { text } = await get(review, session);
    api.said = (_, value) => value;
    expect(text).toContain(`action="${path}"`);
    const [, upon = ''] = /name="upon" value="([^"]*)"/.exec(text) ?? [];
    api.refusal = { code: 'VERSION_CHANGED' };
    const late = await post(path, { answers: JSON.stringify(sample), upon, key: ids.survey }, session);
    api.refusal = undefined;
    expect(api.lastWrite).toMatchObject({ method: 'PUT', body: { answers: sample, upon: 'a'.repeat(64) } });
    expect([late.status, late.headers['location']]).toEqual([303, review]);
  });
});
