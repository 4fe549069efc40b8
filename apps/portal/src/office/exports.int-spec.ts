import { RequestMethod } from '@nestjs/common';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Role } from '@isegoria/contracts';
import { exported, hostile, ids, questions } from '../testing/sample-data.fixture';
import { routesOf } from '../testing/forms-of-the-portal.fixture';
import { portalOnFakeApi, session, withRoles } from '../testing/portal.fixture';

/** Everything that is said in an answer; a cell of a table has the parts of a list in lines. */
function wordsIn(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  const parts = json && typeof json === 'object' ? Object.values(json).flatMap(wordsIn) : [];
  return Array.isArray(json) ? [parts.join('\n'), ...parts] : parts;
}
/** With an apostrophe before what a spreadsheet would calculate. */
const asRead = (words: string) => words.replace(/(?<=^|[,;\t])(?=[^\S\r\n]*[=+\-@])/gm, "'");

describe('exports in the office', () => {
  const portal = portalOnFakeApi();
  beforeAll(portal.start);
  afterAll(portal.stop);
  beforeEach(() => {
    portal.api.file = [];
    as('official');
  });
  const as = (...roles: Role[]) => void (portal.api.account = withRoles(...roles));
  const manage = `/office/consultations/${ids.deliberation}`;
  const votes = `votes ${ids.statements}`;
  const file = `/office/exports/${ids.export}/file`;

  it('are asked for on the page of a consultation, with a purpose that is said to be public', async () => {
    const { text } = await portal.get(manage, session);
    const [form = ''] = /<form[^>]*id="export"[\s\S]*?<\/form>/.exec(text) ?? [];
    expect(form).toContain(`action="${manage}/exports"`);
    expect([...form.matchAll(/name="contents" value="([^"]+)"/g)].map(([, contents]) => contents)).toEqual([
      `statements ${ids.statements}`,
      votes,
      'comments',
      'questions',
    ]);
    expect(form).toMatch(/aria-describedby="export-purpose-hint export-purpose-most"/);
    expect(form).toContain('The purpose is public and stays in the log.');
  });

  it('of official answers are for everybody, of every kind, and hold no formulas', async () => {
    const path = `/consultations/${ids.decided}/answers`;
    expect((await portal.get(`/office/consultations/${ids.decided}`, session)).text).toContain(`href="${path}.csv"`);
    expect((await portal.get(path)).text).toContain(`href="${path}.json"`);
    const answered = questions.find(({ id }) => id === ids.answeredQuestion)!;
    const stood = { ...answered };
    Object.assign(answered, { consultationId: ids.decided, answer: '=HYPERLINK("https://example.org")' });
    const { text, headers } = await portal.get(`${path}.csv`);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(text.startsWith('"about","about_id","activity_id"')).toBe(true);
    expect(text).toContain('HYPERLINK(""https://example.org"")');
    expect(text).not.toMatch(/(^|")[=+@]/m);
    const rows = JSON.parse((await portal.get(`${path}.json`)).text) as { about: string; answered_at: string; text: string }[];
    Object.assign(answered, stood);
    expect(rows[0]).toMatchObject({ about: 'consultation', about_id: ids.decided, verdict: null });
    expect(new Set(rows.map(({ about }) => about))).toEqual(new Set(['consultation', 'activity', 'question']));
    expect((await portal.get(`/consultations/${ids.page}/answers.csv`)).status).toBe(404);
  });

  it('and every other file with lines keep what was written, hold no formulas, and say the same as JSON', async () => {
    const evil = (words: string) => `=1+1 "${words}"\r\n@SUM(A1)\n  -2, مرحبا 👩🏽\u200d🌾`;
    // Whatever people or an office wrote, by its blanks; what has none is a code.
    portal.api.said = (_, value) => (typeof value === 'string' && /\S \S/.test(value) ? evil(value) : value);
    const { PortalModule } = await import('../portal.module');
    const routes = routesOf(PortalModule, RequestMethod.GET).filter((route) => route.endsWith('.csv'));
    const met = new Set<string>();
    const paths = routes.flatMap((route) => Object.values(ids).map((id) => [route.replace(':id', id), route] as const));
    for (const [path, route] of new Map(paths)) {
      const { status, text, headers } = await portal.get(path, session);
      if (status !== 200) continue;
      expect(headers['content-type']).toMatch(/^text\/csv; charset=utf-8/);
      const [head, ...lines] = parse(text, {}) as string[][];
      const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
      expect(text).toBe([head!, ...lines].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join(''));
      for (const cell of [head!, ...lines].flat())
        for (const line of cell.split(/\r\n|\r|\n/)) expect([path, line]).not.toEqual([path, expect.stringMatching(/^\s*[=+\-@]/)]);
      const written = lines.flatMap((cells) => cells.filter((cell) => cell.includes('مرحبا')));
      if (written.length > 0) met.add(route);
      const json = await portal.get(path.replace('.csv', '.json'), session);
      if (json.status === 200) for (const cell of written) expect(wordsIn(JSON.parse(json.text)).map(asRead)).toContain(cell);
    }
    portal.api.said = (_, value) => value;
    expect([...met].sort()).toEqual(routes.sort());
  });

  it('leave out what a consultation cannot have, and drafts have none', async () => {
    expect((await portal.get(`/office/consultations/${ids.poll}`, session)).text).not.toContain('value="statements ');
    expect((await portal.get(`/office/consultations/${ids.draft}`, session)).text).not.toContain('name="purpose"');
  });

  it('lead by a plain form to the page with the file', async () => {
    const { status, headers } = await portal.post(`${manage}/exports`, { contents: votes, purpose: 'For the report', key: 'key-1' });
    expect([status, headers['location']]).toEqual([303, `/office/exports/${ids.page}?after=7`]);
    expect(portal.api.lastWrite).toMatchObject({
      path: `/consultations/${ids.deliberation}/exports`,
      body: { contents: 'votes', activityId: ids.statements, purpose: 'For the report' },
    });
    expect(portal.api.lastWrite!.headers['idempotency-key']).toBe('key-1');
    const { text } = await portal.get(`/office/exports/${ids.export}?after=7`, session);
    expect(portal.api.requests.some(({ path }) => path === `/exports/${ids.export}?after=7`)).toBe(true);
    expect(text).toContain(`href="${file}"`);
    expect(text).toContain('Votes, under pseudonyms');
    expect(text).toContain('For the report &lt;script>');
    expect(text).not.toContain('<script>alert');
  });

  it.each([
    ['purpose', 'Say what it is needed for, in at most 1,000 characters.'],
    ['contents', 'Choose what you need.'],
  ])('keep what was typed when the %s is refused', async (field, message) => {
    portal.api.refusal = { code: 'VALIDATION_FAILED', field };
    const { status, text } = await portal.post(`${manage}/exports`, { contents: votes, purpose: `mine ${hostile}`, key: 'key-1' });
    expect(status).toBe(400);
    expect(text).toContain(`href="#export-${field}"`);
    expect(text).toContain(message);
    expect(text).toMatch(/value="mine &lt;script[^"]*"[^>]*name="purpose"/);
    expect(text).toMatch(new RegExp(`value="${votes}"[^>]*checked`));
    expect(text).not.toContain('value="key-1"');
  });

  it('have a file that comes as the API gives it', async () => {
    const parts = ['voter,choice\r\n', 'ab,agree\r\n', "'=1,pass\r\n"];
    portal.api.file = parts;
    const { status, headers, text } = await portal.get(file, session);
    expect([status, text]).toEqual([200, parts.join('')]);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="votes.csv"',
      'isegoria-position': '48231',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['set-cookie']).toBeUndefined();
    expect(portal.api.requests.at(-1)).toMatchObject({ path: `/exports/${ids.export}`, headers: { authorization: 'Bearer good-token' } });
  });

  it('have a file that does not look whole when it broke off', async () => {
    portal.api.file = ['voter,choice\r\n', 'x'.repeat(100_000), undefined];
    await expect(portal.get(file, session)).rejects.toThrow(/aborted|socket hang up/);
  });

  it.each([
    ['NOT_YOURS', 403],
    ['EXPORT_EXPIRED', 410],
    ['UNAVAILABLE', 503],
  ] as const)('say on a page for people why there is no file: %s', async (code, status) => {
    portal.api.refusal = { code };
    const answer = await portal.get(file, session);
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
  });

  it('offer no file that can be fetched no longer', async () => {
    const { expiresAt } = exported;
    Object.assign(exported, { expiresAt: new Date(Date.now() - 1).toISOString() });
    const { text } = await portal.get(`/office/exports/${ids.export}`, session);
    Object.assign(exported, { expiresAt });
    expect(text).not.toContain(`href="${file}"`);
    expect(text).toContain('Make another export.');
  });

  it('are open to an analyst, who finds nothing else to do there', async () => {
    as('analyst');
    const desk = await portal.get('/office', session);
    expect(desk.text).toContain(`href="${manage}"`);
    const { status, text } = await portal.get(manage, session);
    expect([status, [...text.matchAll(/<form[^>]*action="([^"]*office[^"]*)"/g)].map(([, action]) => action)]).toEqual([
      200,
      [`${manage}/exports`],
    ]);
    expect((await portal.get(`/office/consultations/${ids.decided}`, session)).text).not.toContain('name="weDid"');
    for (const path of [`/office/exports/${ids.export}`, file]) expect((await portal.get(path, session)).status).toBe(200);
  });

  it('are open to an administrator beside all that officials do', async () => {
    as('administrator');
    expect((await portal.get(manage, session)).text).toContain(`action="${manage}/closure"`);
    for (const path of [manage, `/office/exports/${ids.export}`, file]) expect((await portal.get(path, session)).status).toBe(200);
  });

  it('are closed to everybody else', async () => {
    for (const path of [manage, `/office/exports/${ids.export}`, file]) {
      as('moderator', 'auditor');
      expect((await portal.get(path, session)).status).toBe(403);
      expect((await portal.get(path)).headers['location']).toMatch(/^\/sign-in\?return=/);
    }
    expect((await portal.post(`${manage}/exports`, { contents: 'votes', purpose: 'p' })).status).toBe(403);
    expect(portal.api.lastWrite).toBeUndefined();
  });

  it('keep the purpose when the session has ended meanwhile', async () => {
    const { status, text } = await portal.post(
      `${manage}/exports`,
      { contents: 'votes', purpose: 'a long purpose' },
      'isegoria_session=old',
    );
    expect(status).toBe(401);
    expect(text).toContain('>a long purpose</textarea>');
    expect(text).toContain('<input type="hidden" name="contents" value="votes"');
  });
});
