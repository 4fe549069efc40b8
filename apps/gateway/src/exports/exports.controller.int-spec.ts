import { randomUUID } from 'node:crypto';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { DataSource } from 'typeorm';
import { DOWNLOAD_LIMITS, Downloads, downloadLimits } from '@isegoria/consultations/api';
import { authenticateSession, consultationExports, type ExportContents, type HeldRole, type Role } from '@isegoria/contracts';
import { eventually } from '@isegoria/testing';
import { aPlace, accepted, deliberation, rejected, submitted, voted, type Place } from '../testing/events.fixture';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

let gateway: RunningGateway;
const place = aPlace();
const { consultationId: consultation } = place;
const [good, bad] = [randomUUID(), randomUUID()];
const hostile = ['=HYPERLINK("http://evil.example")', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '＝1', 'a","=cmd|calc!A0'];

beforeAll(async () => {
  gateway = await startGateway();
  const person = await gateway.rows.person();
  const words = async (text: string) => [submitted(place, randomUUID(), await person.seal(consultation, text))];
  await gateway.rows.record(
    ...deliberation(place),
    submitted(place, good, await person.seal(consultation, 'Two lines,\n"quoted"; أهلاً')),
    accepted(place, good),
    submitted(place, bad, await person.seal(consultation, 'bad words')),
    rejected(place, bad),
    voted(place, good, 'b'.repeat(32)),
    ...(await Promise.all(hostile.map(words))).flat(),
  );
});
afterAll(() => gateway.stop());
beforeEach(() => {
  gateway.services.received.length = 0;
  Object.assign(gateway.app.get<object>(DOWNLOAD_LIMITS), downloadLimits);
});

/** An export on record, as the consultations service would have it, and who made it. */
async function made(contents: ExportContents, role: Role | HeldRole = 'official', of: Place = place, ...more: Role[]) {
  const { token, actor } = gateway.services.signIn(role, ...more);
  const exportId = randomUUID();
  const isOfActivity = !(consultationExports as readonly string[]).includes(contents);
  const { consultationId, activityId } = { ...of, ...(isOfActivity ? {} : { activityId: null }) };
  await gateway.rows.record({
    type: 'ContributionsExported',
    data: { exportId, consultationId, activityId, contents, purpose: 'For the report', by: actor.accountId },
  });
  return { id: exportId, path: `/exports/${exportId}`, token, actor };
}
const get = (path: string, token?: string) => gateway.api.get(path).set(token ? { authorization: `Bearer ${token}` } : {});
const records = (text: string): Record<string, string>[] => parse(text, { columns: true });

describe('the file of an export', () => {
  it('is the same as JSON where that is asked for', async () => {
    const { path, token } = await made('statements', 'administrator');
    const [csv, json] = [await get(path, token).expect(200), await get(`${path}?format=json`, token).expect(200)];
    expect(json.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(json.headers['content-disposition']).toMatch(/^attachment; filename="statements-.*\.json"$/);
    const rows = JSON.parse(json.text) as Record<string, string | null>[];
    expect(rows.map(({ statement_id: id }) => id)).toEqual(records(csv.text).map(({ statement_id: id }) => id));
    expect(rows.some(({ text }) => text?.startsWith('='))).toBe(true);
    await get(`${path}?format=xml`, token).expect(400);
  });

  it('is CSV for download, kept by nobody, and says its log position', async () => {
    const { path, token } = await made('statements');
    const { text, headers } = await get(path, token).expect(200);
    const position = Number(headers['isegoria-position']);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(headers['content-disposition']).toBe(
      `attachment; filename="statements-${consultation.slice(0, 8)}-${place.activityId.slice(0, 8)}-${position}.csv"`,
    );
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-length']).toBeUndefined();
    expect(text).toMatch(/^"statement_id","status","status_words","rejection_reason",.*"text_status","text_status_words","text"\r\n/);
    const [first, second] = records(text);
    expect(first).toMatchObject({ statement_id: good, status: 'accepted', text_status: 'given', text: 'Two lines,\n"quoted"; أهلاً' });
    expect(second).toMatchObject({
      statement_id: bad,
      status: 'rejected',
      rejection_reason: 'Names a person',
      text_status: 'withheld',
      text: '',
    });
    expect(Number(first!['position'])).toBeLessThanOrEqual(position);
  });

  it('is as of the download, and not as of the export', async () => {
    const of = aPlace();
    await gateway.rows.record(...deliberation(of));
    const { path, token } = await made('votes', 'analyst', of);
    const words = ['choice', 'assurance', 'status'].flatMap((code) => [code, `${code}_words`]);
    const names = ['voter', 'statement_id', 'statement_words', ...words, 'excluded_reason'];
    const columns = `${names.map((name) => `"${name}"`).join(',')}\r\n`;
    expect((await get(path, token).expect(200)).text).toBe(columns);
    const voter = randomUUID().replaceAll('-', '');
    const after = await gateway.rows.record(voted(of, good, voter, 'pass'));
    const { text, headers } = await get(`${path}?after=${after}`, token).expect(200);
    const cells = [voter, good, '', 'pass', 'Pass', 'email', 'E-mail confirmed', 'counted', 'Counted', ''];
    expect(text).toBe(`${columns}${cells.map((cell) => `"${cell}"`).join(',')}\r\n`);
    const forSpreadsheet = await get(`${path}?after=${after}&bom=1`, token).set('accept-language', 'fr').expect(200);
    expect([forSpreadsheet.text.startsWith('\ufeff"voter"'), forSpreadsheet.text.includes('"pass","Pass"')]).toEqual([true, false]);
    expect(headers['isegoria-position']).toBe(String(after));
  });

  it('holds no formula that a spreadsheet would run', async () => {
    const { path, token } = await made('statements', 'administrator');
    const { text } = await get(path, token).expect(200);
    const texts = records(text).map((record) => record['text']!);
    for (const words of hostile.slice(0, -1)) expect(texts).toContain(words.replace(/^\n?/, "$&'").replace(/[\r\t]/, "$&'"));
    expect(texts).toContain(`a",'"=cmd|calc!A0`);
    for (const cell of parse(text, {}).flat() as string[]) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/m);
  });

  it('gives texts that are not public to moderators and administrators only', async () => {
    for (const [roles, words] of [
      [['official'], ''],
      [['analyst'], ''],
      [['administrator'], 'bad words'],
      [['official', 'moderator'], 'bad words'],
    ] as [[Role, ...Role[]], string][]) {
      const { path, token } = await made('statements', roles[0], place, ...roles.slice(1));
      const { text } = await get(path, token).expect(200);
      expect([roles, records(text).find((record) => record['statement_id'] === bad)?.['text']]).toEqual([roles, words]);
    }
  });

  it('has a big list whole', async () => {
    const of = aPlace();
    const person = await gateway.rows.person();
    const [author, text] = [await person.pseudonym(of.consultationId), await person.seal(of.consultationId, 'Again')];
    const many = Array.from({ length: 1_234 }, () => ({
      type: 'CommentSubmitted',
      data: { commentId: randomUUID(), consultationId: of.consultationId, author, assurance: 'email', text },
    }));
    await gateway.rows.record(...deliberation(of), ...many);
    const { path, token } = await made('comments', 'official', of);
    const { text: file, headers } = await get(path, token).expect(200);
    expect(headers['content-disposition']).toMatch(new RegExp(`"comments-${of.consultationId.slice(0, 8)}-\\d+\\.csv"`));
    const rows = records(file);
    expect(new Set(rows.map((row) => row['comment_id']))).toEqual(new Set(many.map(({ data }) => data.commentId)));
    expect(new Set(rows.map((row) => row['text']))).toEqual(new Set(['Again']));
  });
});

describe('an export', () => {
  it('is the same for a retry under the same Idempotency-Key', async () => {
    const { token } = gateway.services.signIn('official');
    const post = (purpose: string, key = 'k') =>
      gateway.api
        .post(`/consultations/${consultation}/exports`)
        .set({ authorization: `Bearer ${token}`, 'idempotency-key': key })
        .send({ contents: 'votes', activityId: place.activityId, purpose })
        .expect(201);
    const [first, second, other] = [await post('For the report'), await post('For the report'), await post('For the report', 'l')];
    expect(second.body).toEqual(first.body);
    expect(other.body.id).not.toBe(first.body.id);
  });

  it('tells its maker what it is, as JSON', async () => {
    const { id, path, token } = await made('comments');
    const { body } = await get(path, token).set('accept', 'application/json').expect(200);
    expect(body).toEqual({
      id,
      consultationId: consultation,
      activityId: null,
      contents: 'comments',
      purpose: 'For the report',
      exportedAt: expect.any(String),
      expiresAt: expect.any(String),
    });
    expect(Date.parse(body.expiresAt) - Date.parse(body.exportedAt)).toBe(24 * 3_600_000);
  });

  it.each(['text/csv', 'application/json'])('is for nobody else: %s', async (type) => {
    const { path, token, actor } = await made('statements');
    const refused = async (as: string | undefined, status: number, code: string) => {
      const { body, text } = await get(path, as).set('accept', type).expect(status);
      expect(body.code).toBe(code);
      expect(text).not.toContain(good);
    };
    await refused(undefined, 401, 'SIGN_IN_REQUIRED');
    await refused(gateway.services.signIn().token, 403, 'FORBIDDEN_ROLE');
    await refused(gateway.services.signIn('moderator', 'auditor').token, 403, 'FORBIDDEN_ROLE');
    await refused(gateway.services.signIn('official', 'administrator').token, 403, 'NOT_YOURS');
    expect((await get(path, token).expect(200)).text).toContain(good);
    expect(actor.roles).toContainEqual({ role: 'official', unit: 'root' });
  });

  it('is closed to its maker once the role is gone', async () => {
    const { path, token, actor } = await made('statements');
    gateway.services.answer(authenticateSession.subject, () => ({
      actor: { ...actor, roles: [] },
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
    }));
    expect((await get(path, token).expect(403)).body.code).toBe('FORBIDDEN_ROLE');
    gateway.services.forgetAnswers();
  });

  it('is for a role that is held in the unit of the consultation or above it, and so are the texts that are not public', async () => {
    const [above, unit, beside] = ['root.aaaaaaaa', 'root.aaaaaaaa.11111111', 'root.bbbbbbbb'];
    const there = aPlace();
    const waiting = submitted(there, randomUUID(), await (await gateway.rows.person()).seal(there.consultationId, 'waiting words'));
    await gateway.rows.record(...deliberation(there, { unit }), waiting);
    for (const [held, status, isGiven] of [
      [[{ role: 'official', unit: above }], 200, false],
      [
        [
          { role: 'official', unit },
          { role: 'moderator', unit: beside },
        ],
        200,
        false,
      ],
      [
        [
          { role: 'official', unit },
          { role: 'moderator', unit },
        ],
        200,
        true,
      ],
      [
        [
          { role: 'official', unit: beside },
          { role: 'moderator', unit: 'root' },
        ],
        403,
        false,
      ],
    ] as [HeldRole[], number, boolean][]) {
      const { path, token, actor } = await made('statements', held[0], there);
      gateway.services.answer(authenticateSession.subject, () => ({
        actor: { ...actor, roles: held },
        expiresAt: new Date(Date.now() + 60_000).toISOString(),
      }));
      const { text } = await get(path, token).expect(status);
      expect(text.includes('waiting words')).toBe(isGiven);
      gateway.services.forgetAnswers();
    }
  });

  it('gives its file for a day', async () => {
    const { id, path, token } = await made('statements');
    await gateway.app.get(DataSource).query(`UPDATE export SET exported_at = now() - interval '24 hours' WHERE id = $1`, [id]);
    const { body, text } = await get(path, token).expect(410);
    expect([body.code, text.includes(good)]).toEqual(['EXPORT_EXPIRED', false]);
    await get(path, token).set('accept', 'application/json').expect(200);
  });

  it('is not found under an id that is none', async () => {
    const { token } = gateway.services.signIn('official');
    for (const id of [randomUUID(), 'x', '..%2Fme', good])
      expect((await get(`/exports/${id}`, token).expect(404)).body.code).toBe('NOT_FOUND');
  });
});

describe('files on their way', () => {
  /** A reader who asks for the file and then takes nothing of it. */
  async function idleReader(path: string, token: string): Promise<IncomingMessage> {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      httpGet(`${gateway.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } }, resolve).on('error', reject);
    });
    return answer.pause().on('error', () => undefined);
  }
  /** More than the buffers on the way take. */
  async function bigExport() {
    const of = aPlace();
    const person = await gateway.rows.person();
    const [author, text] = [await person.pseudonym(of.consultationId), await person.seal(of.consultationId, 'x'.repeat(5_000))];
    const many = Array.from({ length: 4_000 }, () => ({
      type: 'CommentSubmitted',
      data: { commentId: randomUUID(), consultationId: of.consultationId, author, assurance: 'email', text },
    }));
    await gateway.rows.record(...deliberation(of), ...many);
    return made('comments', 'official', of);
  }
  const running = () => gateway.app.get(Downloads).running;

  it('are few at once, and one whose reader left makes room', async () => {
    const { path, token } = await bigExport();
    Object.assign(gateway.app.get<object>(DOWNLOAD_LIMITS), { atOnce: 1 });
    const idle = await idleReader(path, token);
    expect((await get(path, token).expect(503)).body.code).toBe('UNAVAILABLE');
    idle.destroy();
    await eventually(async () => expect(running()).toBe(0));
    await get(path, token).expect(200);
  });

  it('are given up when the reader takes too long, and then do not look whole', async () => {
    const { path, token } = await bigExport();
    Object.assign(gateway.app.get<object>(DOWNLOAD_LIMITS), { longest: 300 });
    const idle = await idleReader(path, token);
    await eventually(async () => expect(running()).toBe(0));
    await expect(idle.toArray()).rejects.toThrow('aborted');
    expect(idle.complete).toBe(false);
  });

  it('break off when the gateway ends, which waits for no reader', async () => {
    const { path, token } = await bigExport();
    const idle = await idleReader(path, token);
    gateway.app.get(Downloads).onModuleDestroy();
    await eventually(async () => expect(running()).toBe(0));
    await expect(idle.toArray()).rejects.toThrow('aborted');
  });
});
