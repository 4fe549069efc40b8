import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  Rejection,
  castStatementVote,
  languages,
  limits,
  publishPage,
  rejections,
  type Problem,
  type RejectionCode,
} from '@isegoria/contracts';
import { textsIn } from '@isegoria/texts';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

let gateway: RunningGateway;
let token: string;
const [consultation, activity] = [randomUUID(), randomUUID()];
const vote = `/activities/${activity}/statements/${randomUUID()}/vote`;
const statements = `/activities/${activity}/statements`;

beforeAll(async () => {
  gateway = await startGateway();
  token = gateway.services.signIn('official', 'moderator', 'administrator').token;
});
afterAll(() => gateway.stop());
beforeEach(() => void (gateway.services.received.length = 0));

/** Sends bytes as they are, as the signed-in person. */
const send = (method: 'put' | 'post', path: string, body: string | Buffer, language: string, type = 'application/json') =>
  gateway.api[method](path)
    .set({ authorization: `Bearer ${token}`, 'content-type': type, 'accept-language': language })
    .send(body);

/** The sentence that the catalogue has for a code, with anything in its gaps. */
const sentence = (language: (typeof languages)[number], code: RejectionCode) =>
  new RegExp(
    `^${textsIn(language)
      .t(`rejection.${code}`)
      .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replace(/\{\w+\}/g, '.+')}$`,
  );

function expectProblem(
  answer: { status: number; headers: Record<string, string>; body: Problem },
  language: (typeof languages)[number],
  code: RejectionCode,
  field?: string,
) {
  expect(answer.body).toMatchObject({
    code,
    status: rejections[code],
    type: `urn:isegoria:problem:${code.toLowerCase().replaceAll('_', '-')}`,
  });
  expect(answer.body.field).toBe(field);
  expect(answer.body.detail).toMatch(sentence(language, code));
  expect(answer.body.detail).not.toMatch(/[{}]/);
  expect(answer.status).toBe(rejections[code]);
  expect(answer.headers['content-type']).toMatch('application/problem+json');
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
}

const json = JSON.stringify;
const draft = { title: 't', description: 'd', language: 'en' };
type Case = [
  what: string,
  method: 'put' | 'post',
  path: string,
  body: string | Buffer,
  code: RejectionCode,
  field?: string,
  type?: string,
];
const cases: Case[] = [
  ['malformed JSON', 'put', vote, '{"choice":', 'MALFORMED_JSON'],
  ['a member twice', 'put', vote, '{"choice":"agree","choice":"disagree"}', 'VALIDATION_FAILED', 'choice'],
  ['a member twice, written in two ways', 'post', statements, '{"text":"a","t\\u0065xt":"b"}', 'VALIDATION_FAILED', 'text'],
  ['a member of a list twice', 'post', '/consultations', '{"phases":[{},{"title":1,"title":1}]}', 'VALIDATION_FAILED', 'phases[1].title'],
  ['JSON that is no object', 'put', vote, '"agree"', 'MALFORMED_JSON'],
  ['a list in place of an object', 'put', vote, '["agree"]', 'VALIDATION_FAILED', 'body'],
  ['a body that is no JSON', 'put', vote, 'choice=agree', 'UNSUPPORTED_MEDIA_TYPE', undefined, 'application/x-www-form-urlencoded'],
  ['an unknown character set', 'put', vote, '{}', 'UNSUPPORTED_MEDIA_TYPE', undefined, 'application/json; charset=klingon'],
  ['a missing field', 'put', vote, '{}', 'VALIDATION_FAILED', 'choice'],
  ['a number for a choice', 'put', vote, '{"choice":1}', 'VALIDATION_FAILED', 'choice'],
  ['an object for a text', 'post', statements, '{"text":{"$gt":""}}', 'VALIDATION_FAILED', 'text'],
  ['a list for a text', 'post', statements, '{"text":["a"]}', 'VALIDATION_FAILED', 'text'],
  ['an unknown field', 'put', vote, '{"choice":"agree","weight":1000}', 'UNKNOWN_FIELD', 'weight'],
  ['a field that the path names', 'put', vote, json({ choice: 'agree', activityId: randomUUID() }), 'UNKNOWN_FIELD', 'activityId'],
  ["another person's ballot", 'put', vote, json({ choice: 'agree', voter: randomUUID() }), 'UNKNOWN_FIELD', 'voter'],
  ['a context smuggled in', 'post', statements, json({ text: 'a', context: { actor: {} } }), 'UNKNOWN_FIELD', 'context'],
  ['text with NUL', 'post', statements, '{"text":"a\\u0000b"}', 'VALIDATION_FAILED', 'text'],
  ['text with a lone surrogate', 'post', statements, '{"text":"a\\ud800b"}', 'VALIDATION_FAILED', 'text'],
  ['text of blanks', 'post', statements, '{"text":" \\n "}', 'VALIDATION_FAILED', 'text'],
  ['text that is too long', 'post', statements, json({ text: 'a'.repeat(limits.statementLength + 1) }), 'VALIDATION_FAILED', 'text'],
  ['a draft without a phase', 'post', '/consultations', json({ ...draft, phases: [] }), 'VALIDATION_FAILED', 'phases'],
  [
    'a phase without an activity',
    'post',
    '/consultations',
    json({ ...draft, phases: [{ activities: [] }] }),
    'VALIDATION_FAILED',
    'phases[0].activities',
  ],
  [
    'an activity by a method that is none',
    'post',
    '/consultations',
    json({ ...draft, phases: [{ activities: [{ method: 'lottery' }] }] }),
    'VALIDATION_FAILED',
    'phases[0].activities[0].method',
  ],
  ...[
    { what: 'a closing without a time', field: 'closesAt', at: '2028-02-29' },
    { what: 'an opening without a zone', field: 'opensAt', at: '2027-03-28T02:30' },
  ].map(({ what, field, at }): Case => {
    const dates = { opensAt: '2027-03-28T02:30Z', closesAt: '2028-02-29T00:00Z', [field]: at };
    const path = `/consultations/${consultation}/publication`;
    return [what, 'post', path, json({ phases: [dates] }), 'VALIDATION_FAILED', `phases[0].${field}`];
  }),
  ['dates of no phase', 'post', `/consultations/${consultation}/publication`, json({ phases: [] }), 'VALIDATION_FAILED', 'phases'],
  ['a body of 2 MB', 'post', statements, json({ text: 'a'.repeat(2 * 1024 * 1024) }), 'BODY_TOO_LARGE'],
  ['an activity that is no id', 'put', '/activities/1%20or%201=1/ballot', '{"options":["a"]}', 'ACTIVITY_NOT_FOUND'],
  ['a consultation that is no id', 'post', '/consultations/x/closure', '{"reason":"r"}', 'CONSULTATION_NOT_FOUND'],
  ['a unit that can be none', 'put', '/units/root.%27%20or%201=1/name', '{"name":"N"}', 'UNIT_NOT_FOUND'],
  ['a unit that is too deep', 'post', `/units/root${'.1f0c22aa'.repeat(7)}/closure`, '{"reason":"r"}', 'UNIT_NOT_FOUND'],
  ['a unit above that can be none', 'post', '/units', json({ above: 'root/..', name: 'N' }), 'VALIDATION_FAILED', 'above'],
  ['a role in a unit that can be none', 'put', `/accounts/${randomUUID()}/roles/everywhere/official`, '', 'UNIT_NOT_FOUND'],
  ['a statement that is no id', 'put', `/activities/${activity}/statements/x/vote`, '{"choice":"agree"}', 'STATEMENT_NOT_FOUND'],
  ['a page that is no id', 'post', '/pages/x/publication', '{}', 'PAGE_NOT_FOUND'],
  ['a question that is no id', 'post', '/questions/x/answers', '{"text":"a"}', 'QUESTION_NOT_FOUND'],
  ['an account that is no id', 'put', '/accounts/x/roles/root/official', '', 'ACCOUNT_NOT_FOUND'],
  [
    'contents that cannot be exported',
    'post',
    `/consultations/${consultation}/exports`,
    json({ contents: 'accounts', purpose: 'p' }),
    'VALIDATION_FAILED',
    'contents',
  ],
  [
    'an export without a purpose',
    'post',
    `/consultations/${consultation}/exports`,
    json({ contents: 'votes' }),
    'VALIDATION_FAILED',
    'purpose',
  ],
  [
    'an export for a blank purpose',
    'post',
    `/consultations/${consultation}/exports`,
    json({ contents: 'votes', purpose: ' ' }),
    'VALIDATION_FAILED',
    'purpose',
  ],
  [
    'an export for a purpose that is too long',
    'post',
    `/consultations/${consultation}/exports`,
    json({ contents: 'votes', purpose: 'a'.repeat(limits.reasonLength + 1) }),
    'VALIDATION_FAILED',
    'purpose',
  ],
  [
    'an export in the name of somebody else',
    'post',
    `/consultations/${consultation}/exports`,
    json({ contents: 'votes', purpose: 'p', by: randomUUID() }),
    'UNKNOWN_FIELD',
    'by',
  ],
  ['a role that is none', 'put', `/accounts/${randomUUID()}/roles/root/emperor`, '', 'VALIDATION_FAILED', 'role'],
  [
    'more fields than any command has',
    'post',
    statements,
    json(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`f${i}`, 1]))),
    'VALIDATION_FAILED',
    'body',
  ],
  [
    'more entries than any command takes',
    'put',
    `/activities/${activity}/ballot`,
    json({ options: Array.from({ length: 40_000 }, (_, i) => i.toString(36)) }),
    'VALIDATION_FAILED',
    'options',
  ],
  [
    'a text that is a hundred thousand lists deep',
    'post',
    statements,
    `{"text":${'['.repeat(1e5)}${']'.repeat(1e5)}}`,
    'VALIDATION_FAILED',
    'text',
  ],
  ['a forged prototype', 'put', vote, '{"__proto__":{"choice":"agree"}}', 'UNKNOWN_FIELD', '__proto__'],
  ['the same option twice', 'put', `/activities/${activity}/ballot`, '{"options":["a","a"]}', 'VALIDATION_FAILED', 'options[1]'],
  [
    'an e-mail address that is none',
    'post',
    '/accounts',
    json({ email: 'x', name: 'A', password: 'long enough 1', language: 'en' }),
    'VALIDATION_FAILED',
    'email',
  ],
  [
    'a short password',
    'post',
    '/accounts',
    json({ email: 'a@ministry.example', name: 'A', password: 'short', language: 'en' }),
    'VALIDATION_FAILED',
    'password',
  ],
];

describe.each(languages)('bad input, answered in %s', (language) => {
  it.each(cases.map((given) => ({ what: given[0], given })))('$what', async ({ given: [, method, path, body, code, field, type] }) => {
    expectProblem(await send(method, path, body, language, type), language, code, field);
    expect(gateway.services.commands).toEqual([]);
  });

  it.each<RejectionCode>([
    'STATEMENT_NOT_FOUND',
    'STATEMENT_NOT_ACCEPTED',
    'CONSULTATION_NOT_FOUND',
    'CONSULTATION_NOT_OPEN',
    'CONSULTATION_CLOSED',
    'WRONG_METHOD',
    'UNIT_CLOSED',
    'ALREADY_DONE',
    'NOT_YOURS',
    'FORBIDDEN_ROLE',
    'SIGN_IN_REQUIRED',
    'CONFLICT',
  ])('%s, as the service says it', async (code) => {
    gateway.services.answer(castStatementVote.subject, () => {
      throw new Rejection(code);
    });
    expectProblem(await send('put', vote, '{"choice":"agree"}', language), language, code);
    gateway.services.forgetAnswers();
  });

  it.each([
    ['that is no UTF-8', Buffer.from('{"text":"caf\xe9"}', 'latin1'), 'MALFORMED_REQUEST', ''],
    ['cut in the middle of a character', Buffer.from('{"text":"\xf0\x9f\x98"}', 'latin1'), 'MALFORMED_REQUEST', ''],
    ['in UTF-16', Buffer.from('{"text":"a"}', 'utf16le'), 'UNSUPPORTED_MEDIA_TYPE', '; charset=utf-16le'],
  ] as const)('text %s, which would be recorded as something else', async (_, body, code, charset) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': `application/json${charset}`, 'accept-language': language };
    const answer = await fetch(`${gateway.url}/api/v1${statements}`, { method: 'POST', headers, body });
    expectProblem(
      { status: answer.status, headers: Object.fromEntries(answer.headers), body: (await answer.json()) as Problem },
      language,
      code,
    );
    expect(gateway.services.commands).toEqual([]);
  });

  it('an unknown failure tells an id and nothing else', async () => {
    gateway.services.answer(castStatementVote.subject, () => {
      throw new Error('the secret inside');
    });
    const answer = await send('put', vote, '{"choice":"agree"}', language);
    expectProblem(answer, language, 'INTERNAL');
    expect(answer.body.instance).toMatch(/^urn:isegoria:incident:[0-9a-f-]{36}$/);
    expect(answer.text).not.toMatch('secret');
    gateway.services.forgetAnswers();
  });

  it.each(['Bearer no-such-token', 'Bearer', 'Basic dXNlcjpwYXNz', `Bearer ${'x'.repeat(5_000)}`, 'Bearer a b'])(
    'an expired or broken session: %.20s',
    async (authorization) => {
      const answer = await gateway.api.put(vote).set({ authorization, 'accept-language': language }).send({ choice: 'agree' });
      expectProblem(answer, language, 'SESSION_EXPIRED');
      expectProblem(
        await gateway.api.get('/consultations').set({ authorization, 'accept-language': language }),
        language,
        'SESSION_EXPIRED',
      );
      expect(gateway.services.commands).toEqual([]);
    },
  );

  it.each([
    ['Idempotency-Key', 'k'.repeat(201)],
    ['Idempotency-Key', 'caf\u00e9'],
    ['Isegoria-On-Behalf-Of', 'somebody'],
    ['Isegoria-Original-Time', '2020-01-01T00:00:00Z'],
  ])('a malformed or lonely header %s', async (header, value) => {
    const answer = await send('put', vote, '{"choice":"agree"}', language).set(header, value);
    expectProblem(answer, language, 'VALIDATION_FAILED', header.endsWith('Time') ? 'Isegoria-On-Behalf-Of' : header);
    expect(gateway.services.received).toEqual([]);
  });

  const toCome = new Date(Date.now() + 3_600_000).toISOString();
  it.each(['yesterday', '2020-01-01', '2020-02-30T00:00:00Z', '2020-01-01 00:00:00', '2020-01-01T00:00', toCome, ''])(
    'an original time that is none: %s',
    async (time) => {
      const headers = { 'Isegoria-On-Behalf-Of': randomUUID(), 'Isegoria-Original-Time': time };
      const answer = await send('put', vote, '{"choice":"agree"}', language).set(headers);
      expectProblem(answer, language, 'VALIDATION_FAILED', 'Isegoria-Original-Time');
      expect(gateway.services.received).toEqual([]);
    },
  );

  it.each([
    ['/consultations?status=past', 'status'],
    ['/consultations?unit=everywhere', 'unit'],
    ['/consultations?unit=root&unit=root', 'unit'],
    ['/consultations?status=open&status=closed', 'status'],
    ['/consultations?cursor=0x9', 'cursor'],
    ['/consultations?cursor=', 'cursor'],
    ['/consultations?after=soon', 'after'],
    ['/consultations?after=-1', 'after'],
    [`/activities/${activity}/statements?status=nice`, 'status'],
    ['/questions?consultationId=x', 'consultationId'],
    ['/pages?kind=poster', 'kind'],
  ])('a query that means nothing: %s', async (path, field) => {
    expectProblem(await gateway.api.get(path).set('accept-language', language), language, 'VALIDATION_FAILED', field);
  });
});

describe('a body of 2 MB', () => {
  it.each([{ 'content-length': String(2 * 1024 * 1024) }, { 'transfer-encoding': 'chunked' }])(
    'is refused readably, and the connection lives on: %j',
    async (framing) => {
      const { hostname, port } = new URL(gateway.url);
      const answer = await new Promise<{ status?: number; text: string }>((resolve, reject) => {
        const request = httpRequest({
          hostname,
          port,
          method: 'POST',
          path: `/api/v1${statements}`,
          headers: { ...framing, 'content-type': 'application/json' },
        });
        request
          .on('error', reject)
          .on('response', async (response) =>
            resolve({ status: response.statusCode, text: Buffer.concat(await response.toArray()).toString() }),
          );
        request.end(Buffer.alloc(2 * 1024 * 1024, 'a'));
      });
      expect(answer.status).toBe(413);
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'BODY_TOO_LARGE' });
      expect(gateway.services.received).toEqual([]);
    },
  );
});

it('a list beyond every command is refused by its length alone, before its entries are compared with each other', async () => {
  const options = Array.from({ length: 40_000 }, (_, i) => i.toString(36));
  const { body } = await send('put', `/activities/${activity}/ballot`, json({ options }), 'en').expect(400);
  expect(body.detail).toContain(`at most ${limits.importBatch} entries`);
});

describe('input that only looks bad', () => {
  it('an absent body is an empty one where nothing is asked', async () => {
    const page = randomUUID();
    await gateway.api.post(`/pages/${page}/publication`).set('authorization', `Bearer ${token}`).expect(201);
    expect(gateway.services.commands).toMatchObject([{ subject: publishPage.subject, command: { pageId: page } }]);
  });

  it('an option with a broken character under a key is passed on, for the service to refuse', async () => {
    await send('put', `/activities/${activity}/ballot`, '{"options":["\\ud800"]}', 'en').set('Idempotency-Key', 'k').expect(200);
  });

  it('a language that nobody speaks here is answered in English', async () => {
    const { body } = await gateway.api
      .put(vote)
      .set({ 'accept-language': 'tlh', authorization: `Bearer ${token}` })
      .send({});
    expect(body.detail).toMatch(sentence('en', 'VALIDATION_FAILED'));
  });

  it('units are lower-case however they were typed', async () => {
    await send('put', '/units/ROOT.1F0C22AA/name', '{"name":"N"}', 'en').expect(200);
    expect(gateway.services.commands).toMatchObject([{ command: { unit: 'root.1f0c22aa' } }]);
  });

  it('ids are lower-case however they were typed', async () => {
    await send(
      'put',
      vote.toUpperCase().replace('ACTIVITIES', 'activities').replace('STATEMENTS', 'statements').replace('VOTE', 'vote'),
      '{"choice":"agree"}',
      'en',
    ).expect(200);
    expect(gateway.services.commands).toMatchObject([{ command: { activityId: activity } }]);
  });
});
