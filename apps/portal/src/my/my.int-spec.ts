import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { portalOnFakeApi, session } from '../testing/portal.fixture';
import { consultations, hostile, id, ids, statements, translationOf } from '../testing/sample-data.fixture';

describe('the page of a person', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);
  beforeEach(() => {
    [api.hasWritten, api.hasClosed, api.refusal] = [true, false, undefined];
  });

  const own = (path: string) => get(path).set('cookie', session);

  it('lists what the person has said and voted on, with what became of it and the way to change it', async () => {
    const { status, text } = await own('/my');
    expect(status).toBe(200);
    for (const said of [
      'Cast by a machine.',
      `/my/votes/${ids.statements}`,
      `/my/comments/${ids.comment}`,
      `/my/statements/${ids.statement}`,
    ])
      expect(text).toContain(said);
    expect(text).toContain('/my/data.json');
    expect(text).not.toContain(hostile);
  });

  it('has what the person supports', async () => {
    const { text } = await own('/my');
    expect(/id="supportedComments"[\s\S]*?<\/section>/.exec(text)![0]).toContain(`/consultations/${ids.deliberation}/comments`);
    expect(/id="supportedQuestions"[\s\S]*?<\/section>/.exec(text)![0]).toContain(`/questions/${ids.openQuestion}`);
  });

  it('says what became of each report, with the public reason', async () => {
    const { text } = await own('/my');
    const reports = /id="reports"[\s\S]*?<\/section>/.exec(text)![0];
    expect(reports).toMatch(/Being checked[\s\S]*You reported a contribution:[\s\S]*It is about my neighbour/);
    expect(reports).toMatch(/What you reported is hidden[\s\S]*Names a neighbour[\s\S]*href="\/rules#respect"/);
    expect(reports).toMatch(/What you reported stays[\s\S]*Names a neighbour/);
    expect(text).not.toContain(hostile);
  });

  it('is promised to whoever reports something while signed in, and to nobody else', async () => {
    const received = `/report/comment/${ids.comment}/received`;
    expect((await own(received)).text).toMatch(/a notification tells you when it is decided[\s\S]*href="\/my#reports"/);
    const { text } = await get(received);
    expect(text).toContain('because you were not signed in');
    expect(text).not.toContain('/my#reports');
  });

  it('is for people who have signed in', async () => {
    for (const path of ['/my', '/my/data.json', `/my/votes/${ids.statements}`, `/my/comments/${ids.comment}`]) {
      const { status, headers } = await get(path);
      expect([status, headers['location']]).toEqual([303, expect.stringContaining('/sign-in')]);
    }
  });

  it('has the answer to a statement, or else to the paragraph that it was written to', async () => {
    const before = api.said;
    const given = (stance: string) => ({ aboutId: ids.statement, stance, theme: null });
    const answered = async (itself: object | null) => {
      api.said = (field, value) => (field === 'answer' ? itself : field === 'answerToParagraph' ? given('partly') : value);
      const { text } = await own('/my');
      api.said = before;
      return text.includes('Official answer to the paragraph that it was written to:');
    };
    expect([await answered(null), await answered(given('accepted'))]).toEqual([true, false]);
  });

  it('has the votes in words, each with its receipt, and says which were replaced', async () => {
    const { text } = await own(`/my/votes/${ids.statements}`);
    expect(text).toContain(`Your vote on “`);
    expect(text).toContain('Your vote on a statement whose text is no longer shown: Pass');
    expect(text.match(/Replaced by a later vote of yours/g)).toHaveLength(1);
    expect(text.match(/receipts\/check\?receipt=/g)).toHaveLength(3);
    expect(text).toContain(statements[0]!.text!.slice(0, 20));
  });

  it('names the consultation as the office translated it', async () => {
    const before = api.said;
    api.said = (field, value) => (field === 'translations' ? [{ language: 'fr', title: null, summary: null, pictureAlt: null }] : value);
    const { text } = await own(`/my/votes/${ids.statements}?lang=fr`);
    api.said = before;
    const { title } = consultations.find(({ id }) => id === ids.deliberation)!;
    const [translated] = translationOf(consultations[0]!, 'fr');
    expect(text).toMatch(new RegExp(`lang="fr"[^>]*>${translated!.text}`));
    expect(text).not.toContain(title);
  });

  it('says where a response is kept and not counted, once the survey is closed', async () => {
    const kept = 'Your response is kept, and not counted: the quota was full.';
    for (const path of ['/my', `/my/votes/${ids.survey}`]) expect((await own(path)).text).not.toContain(kept);
    api.hasClosed = true;
    for (const path of ['/my', `/my/votes/${ids.survey}`]) expect((await own(path)).text).toContain(kept);
    expect((await own(`/my/votes/${ids.statements}`)).text).not.toContain(kept);
  });

  it('gives everything as one file', async () => {
    api.hasClosed = true;
    const { headers, body } = await own('/my/data.json');
    expect(headers['content-disposition']).toBe('attachment; filename="my-data.json"');
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toMatchObject({
      format: 'isegoria-my-data',
      account: { email: 'sami@example.org' },
      statements: [{ id: ids.statement }],
      reports: [{ upheld: null }, { upheld: true }, { upheld: false }],
      consultations: [{ consultationId: ids.deliberation }, { activities: [{ id: ids.survey, standing: 'beyondQuota' }] }],
      votes: { [ids.statements]: [{ choice: 'agree' }, { choice: 'pass' }, { choice: 'disagree', replaced: true }] },
    });
    expect(body.comments.length).toBeGreaterThan(0);
    const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
    expect(idsOf(body.supportedComments)).toEqual(idsOf(body.comments));
    expect(idsOf(body.supportedQuestions)).toEqual(idsOf(body.questions));
    expect(body.notifications.length).toBeGreaterThan(0);
    expect(body).toMatchObject({ appeals: expect.any(Array), notificationsTurnedOff: ['mail.answers'] });
  });

  it.each([
    ['comments', 'comment'],
    ['questions', 'openQuestion'],
    ['statements', 'statement'],
  ] as const)('sends other words and the withdrawal of %s on, and says what happened', async (kind, name) => {
    const path = `/my/${kind}/${ids[name]}`;
    api.said = (field, value) => (field === 'text' ? 'Trams' : value);
    const changed = await post(`${path}/text`, { text: 'Trams', version: '41' }, session);
    api.said = (_, value) => value;
    expect([changed.status, changed.headers['location']]).toEqual([303, `${path}?done=changed&after=7`]);
    expect(api.lastWrite).toMatchObject({ method: 'PUT', path: `/${kind}/${ids[name]}/text`, body: { text: 'Trams' }, headers: { 'if-match': '"41"' } });
    expect((await own(`${path}?done=changed`)).text).toContain('Your new text is recorded');
    const gone = await post(`${path}/withdrawal`, { key: 'another' }, session);
    expect([gone.status, gone.headers['location']]).toEqual([303, `${path}?done=withdrawn&after=7`]);
    expect(api.lastWrite).toMatchObject({ method: 'POST', path: `/${kind}/${ids[name]}/withdrawal` });
  });

  it('says so where a statement was voted on in the moment before its new words were recorded', async () => {
    const path = `/my/statements/${ids.statement}`;
    const { headers } = await post(`${path}/text`, { text: 'Trams', version: '41' }, session);
    expect(headers['location']).toBe(`${path}?done=late&after=7`);
    const { text } = await own(`${path}?done=late`);
    expect(text).toMatch(/role="status"[^>]*>\s*Your change came too late/);
    expect(text).not.toContain('Your new text is recorded');
  });

  it('keeps what was typed where it comes too late, and says so', async () => {
    api.refusal = { code: 'EDIT_TIME_OVER' };
    const { status, text } = await post(`/my/comments/${ids.comment}/text`, { text: 'Trams by night', version: '41' }, session);
    expect(status).toBe(409);
    expect(text).toContain('Trams by night');
    expect(text).toContain('This can no longer be changed');
  });

  it.each([
    ['/my/comments', 'comment', { text: 'Trams by night' }],
    ['/my/questions', 'openQuestion', { text: 'Trams by night' }],
    ['/my/statements', 'statement', { text: 'Trams by night' }],
    ['/account/profile', undefined, { name: 'Trams by night', language: 'en', timeZone: '' }],
  ] as const)('puts both beside each other where somebody changed it in another window: %s', async (path, name, fields) => {
    const page = name ? `${path}/${ids[name]}` : path;
    const shown = (await own(page)).text;
    const version = /name="version" value="(\d+)"/.exec(shown)![1]!;
    api.refusal = { code: 'VERSION_CHANGED' };
    const { status, text } = await post(name ? `${page}/text` : page, { ...fields, version: '1' }, session);
    expect(status).toBe(412);
    expect(api.lastWrite!.headers['if-match']).toBe('"1"');
    expect(text).toMatch(/class="compared"[\s\S]*Saved version[\s\S]*Yours, not saved yet[\s\S]*<mark>/);
    expect(text.match(/name="version" value="(\d+)"/g)).toEqual([`name="version" value="${version}"`]);
    expect(text).toMatch(name ? /<textarea[^>]*>Trams by night</ : /<input[^>]*value="Trams by night"/);
  });

  it('says at its own form why something could not be withdrawn, and leaves the words in the other', async () => {
    api.refusal = { code: 'TOO_MANY_REQUESTS' };
    const { text } = await post(`/my/comments/${ids.comment}/withdrawal`, {}, session);
    const [change, withdrawal] = [text.indexOf('id="text"'), text.indexOf('id="withdrawal"')];
    expect(text.indexOf('role="alert"')).toBeGreaterThan(withdrawal);
    expect(text.slice(change, withdrawal)).toMatch(/<textarea[^>]*>\s*\S/);
  });

  it('is nobody else’s', async () => {
    api.hasWritten = false;
    expect((await own(`/my/comments/${id(31)}`)).status).toBe(403);
  });
});
