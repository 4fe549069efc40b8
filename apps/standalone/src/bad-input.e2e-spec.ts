import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '@isegoria/api-client';
import {
  castPollBallot,
  checkReceipt,
  closeConsultation,
  constraintTexts,
  importAccounts,
  languages,
  limits,
  listStatements,
  showResults,
  type Problem,
  type RejectionCode,
} from '@isegoria/contracts';
import { textsIn } from '@isegoria/texts';
import { eventually, startPlatform, type TestPlatform } from '@isegoria/testing';
import { password, published, registered, type OneActivity, type Person } from './taking-part.fixture';

const secretWords = 'words-that-belong-in-no-log';

describe('bad input', () => {
  let platform: TestPlatform;
  let visitor: ApiClient;
  let office: ApiClient;
  let citizen: Person;
  let open: OneActivity;
  let statement: string;
  let poll: OneActivity;
  let scheduled: OneActivity;
  let closed: OneActivity;
  let receipt: string;
  const unknownId = '00000000-0000-4000-8000-000000000000';

  beforeAll(async () => {
    platform = await startPlatform();
    visitor = new ApiClient(platform.origin);
    office = await visitor.signIn(platform.operator.email, platform.operator.password);
    citizen = await registered(visitor);

    open = await published(office, { method: 'deliberation', statements: ['One', 'Two'] });
    statement = (await visitor.ask(listStatements, { activityId: open.activityId })).items[0]!.id;
    poll = await published(office, { method: 'poll', options: ['Red', 'Green'] });
    scheduled = await published(office, { method: 'poll', options: ['Red', 'Green'] }, 3_600_000);
    closed = await published(office, { method: 'poll', options: ['Red', 'Green'] });
    receipt = (await citizen.api.do(castPollBallot, { activityId: closed.activityId, options: ['1'] })).receipt!;
    await office.do(closeConsultation, { consultationId: closed.consultationId, reason: 'Over.' });
  }, 120_000);
  afterAll(() => platform.stop());

  interface Bad {
    readonly method?: string;
    readonly path: () => string;
    readonly body?: string;
    readonly type?: string;
    readonly as?: () => string | undefined;
    readonly headers?: () => Record<string, string>;
    readonly status: number;
    readonly code: RejectionCode;
    readonly field?: string;
  }
  const comments = () => `/consultations/${open.consultationId}/comments`;
  const vote = () => `/activities/${open.activityId}/statements/${statement}/vote`;
  const json = JSON.stringify;

  const cases: Record<string, Bad> = {
    'malformed JSON': { path: comments, body: `{"text": "${secretWords}`, status: 400, code: 'MALFORMED_JSON' },
    'a list instead of an object': { path: comments, body: '[]', status: 400, code: 'VALIDATION_FAILED' },
    'a wrong type': { path: comments, body: json({ text: { words: secretWords } }), status: 400, code: 'VALIDATION_FAILED', field: 'text' },
    'an unknown field': {
      path: comments,
      body: json({ text: 'x', words: secretWords }),
      status: 400,
      code: 'UNKNOWN_FIELD',
      field: 'words',
    },
    'a missing field': { path: comments, body: '{}', status: 400, code: 'VALIDATION_FAILED', field: 'text' },
    'a body of 2 MB': { path: comments, body: json({ text: 'x'.repeat(2_000_000) }), status: 413, code: 'BODY_TOO_LARGE' },
    'text with NUL': {
      path: comments,
      body: json({ text: `${secretWords}\u0000` }),
      status: 400,
      code: 'VALIDATION_FAILED',
      field: 'text',
    },
    'a lone surrogate': { path: comments, body: `{"text":"${secretWords}\\ud800"}`, status: 400, code: 'VALIDATION_FAILED', field: 'text' },
    'text over its length': {
      path: comments,
      body: json({ text: 'x'.repeat(5_001) }),
      status: 400,
      code: 'VALIDATION_FAILED',
      field: 'text',
    },
    'another content type': {
      path: comments,
      body: 'text=x',
      type: 'application/x-www-form-urlencoded',
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
    },
    'no session': { path: comments, body: json({ text: secretWords }), as: () => undefined, status: 401, code: 'SIGN_IN_REQUIRED' },
    'an unknown session': {
      path: comments,
      body: json({ text: secretWords }),
      as: () => 'x'.repeat(43),
      status: 401,
      code: 'SESSION_EXPIRED',
    },
    'an unknown statement': {
      method: 'PUT',
      path: () => `/activities/${open.activityId}/statements/${unknownId}/vote`,
      body: json({ choice: 'agree' }),
      status: 404,
      code: 'STATEMENT_NOT_FOUND',
    },
    'an unknown consultation': {
      path: () => `/consultations/${unknownId}/comments`,
      body: json({ text: 'x' }),
      status: 404,
      code: 'CONSULTATION_NOT_FOUND',
    },
    'a consultation that is no id': {
      path: () => '/consultations/first/comments',
      body: json({ text: 'x' }),
      status: 404,
      code: 'CONSULTATION_NOT_FOUND',
    },
    'an unknown activity': {
      method: 'PUT',
      path: () => `/activities/${unknownId}/ballot`,
      body: json({ options: ['1'] }),
      status: 404,
      code: 'ACTIVITY_NOT_FOUND',
    },
    'an activity that is no id': {
      method: 'PUT',
      path: () => '/activities/first/ballot',
      body: json({ options: ['1'] }),
      status: 404,
      code: 'ACTIVITY_NOT_FOUND',
    },
    'a consultation named where an activity is asked for': {
      method: 'PUT',
      path: () => `/activities/${poll.consultationId}/ballot`,
      body: json({ options: ['1'] }),
      status: 404,
      code: 'ACTIVITY_NOT_FOUND',
    },
    'a question to no unit': {
      path: () => '/questions',
      body: json({ unit: 'root.00000000', text: 'x' }),
      status: 404,
      code: 'UNIT_NOT_FOUND',
    },
    'a unit that is no name': {
      path: () => '/questions',
      body: json({ unit: 'water', text: 'x' }),
      status: 400,
      code: 'VALIDATION_FAILED',
      field: 'unit',
    },
    'a choice that is none': {
      method: 'PUT',
      path: vote,
      body: json({ choice: 'maybe' }),
      status: 400,
      code: 'VALIDATION_FAILED',
      field: 'choice',
    },
    'an unknown option': {
      method: 'PUT',
      path: () => `/activities/${poll.activityId}/ballot`,
      body: json({ options: ['9'] }),
      status: 404,
      code: 'OPTION_NOT_FOUND',
    },
    'two options where one is asked': {
      method: 'PUT',
      path: () => `/activities/${poll.activityId}/ballot`,
      body: json({ options: ['1', '2'] }),
      status: 422,
      code: 'SINGLE_CHOICE_ONLY',
    },
    'a ballot in an activity by another method': {
      method: 'PUT',
      path: () => `/activities/${open.activityId}/ballot`,
      body: json({ options: ['1'] }),
      status: 409,
      code: 'WRONG_METHOD',
    },
    'a phase not yet open': {
      method: 'PUT',
      path: () => `/activities/${scheduled.activityId}/ballot`,
      body: json({ options: ['1'] }),
      status: 409,
      code: 'CONSULTATION_NOT_OPEN',
    },
    'a closed consultation': {
      method: 'PUT',
      path: () => `/activities/${closed.activityId}/ballot`,
      body: json({ options: ['2'] }),
      status: 409,
      code: 'CONSULTATION_CLOSED',
    },
    "another person's ballot": {
      method: 'PUT',
      path: () => `/activities/${poll.activityId}/ballot`,
      body: json({ options: ['1'] }),
      headers: () => ({ 'isegoria-on-behalf-of': unknownId, 'isegoria-original-time': '2020-01-01T00:00:00Z' }),
      status: 403,
      code: 'FORBIDDEN_ROLE',
    },
    'a wrong role': {
      path: () => `/consultations/${poll.consultationId}/closure`,
      body: json({ reason: secretWords }),
      status: 403,
      code: 'FORBIDDEN_ROLE',
    },
    'a role given to oneself': {
      method: 'PUT',
      path: () => `/accounts/${unknownId}/roles/root/administrator`,
      body: '{}',
      status: 403,
      code: 'FORBIDDEN_ROLE',
    },
    'a wrong password': {
      path: () => '/sessions',
      body: json({ email: 'nobody@example.org', password: secretWords }),
      as: () => undefined,
      status: 401,
      code: 'WRONG_CREDENTIALS',
    },
    'a forged receipt': {
      path: () => '/receipts/checks',
      body: json({ receipt: `isegoria-receipt.2.e30.${'A'.repeat(86)}` }),
      status: 422,
      code: 'RECEIPT_INVALID',
    },
    'a used or invented confirmation': {
      path: () => '/accounts/confirmations',
      body: json({ token: 'x.y', password }),
      status: 410,
      code: 'CONFIRMATION_INVALID',
    },
    'an address of nothing': { path: () => '/nothing', body: '{}', status: 404, code: 'NOT_FOUND' },
  };

  const send = ({ method = 'POST', path, body, type, as, headers }: Bad, language: string) => {
    const session = as ? as() : citizen.token;
    return fetch(`${platform.origin}/api/v1${path()}`, {
      method,
      headers: {
        'content-type': type ?? 'application/json',
        'accept-language': language,
        ...(session ? { authorization: `Bearer ${session}` } : {}),
        ...headers?.(),
      },
      ...(body === undefined ? {} : { body }),
    });
  };

  const constraints = Object.keys(constraintTexts) as (keyof typeof constraintTexts)[];
  /** What a sentence about a paragraph names, and one about a choice; all others name the limit alone. */
  const named = { number: 1, words: '', length: 1, paragraphs: 1, headings: 1, values: 'agree, disagree, pass' };

  it.each(Object.entries(cases))('%s gets the right answer, in the language asked for', async (_, bad) => {
    for (const language of languages) {
      const { t } = textsIn(language);
      const answer = await send(bad, language);
      const problem = (await answer.json()) as Problem;
      expect([answer.status, problem.code, problem.field]).toEqual([bad.status, bad.code, bad.field ?? problem.field]);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(problem.detail).toMatch(patternOf(t(`rejection.${bad.code}`)));
      if (bad.code === 'VALIDATION_FAILED')
        expect(constraints.some((key) => problem.detail.includes(t(key, { ...named, limit: limits.commentLength })))).toBe(true);
      expect(JSON.stringify(problem)).not.toContain(secretWords);
    }
  });

  it('an altered receipt is refused, the genuine one is not', async () => {
    const [scheme, version, promise, signature] = receipt.split('.') as [string, string, string, string];
    const claim = JSON.parse(Buffer.from(promise, 'base64url').toString());
    const altered = Buffer.from(JSON.stringify({ ...claim, data: 'f'.repeat(64) })).toString('base64url');
    await expect(visitor.do(checkReceipt, { receipt: [scheme, version, altered, signature].join('.') })).rejects.toMatchObject({
      problem: { code: 'RECEIPT_INVALID' },
    });
    await eventually(async () => expect(await visitor.do(checkReceipt, { receipt })).toMatchObject({ valid: true }), 20_000);
  });

  it('a second ballot replaces the first: one person, one ballot', async () => {
    const { api } = citizen;
    await api.do(castPollBallot, { activityId: poll.activityId, options: ['1'] });
    const { position } = await api.do(castPollBallot, { activityId: poll.activityId, options: ['2'] });
    const results = await api.as({ after: position }).ask(showResults, { consultationId: poll.consultationId });
    // Nobody in this test confirmed an address.
    const votes = (count: number) => ({ byAssurance: { anonymous: count } });
    expect(results.activities).toMatchObject([{ participantsByAssurance: { anonymous: 1 }, options: [votes(0), votes(1)] }]);
  });

  it("an office cannot speak for a person who registered, nor for another office's words", async () => {
    const ballot = { activityId: poll.activityId, options: ['1'] };
    const onBehalfOf = { accountId: citizen.id, originalTime: '2020-01-01T00:00:00Z' };
    await expect(office.do(castPollBallot, ballot, { onBehalfOf })).rejects.toMatchObject({ problem: { code: 'NOT_YOURS' } });
    const { accounts } = await office.do(importAccounts, { source: 'bad input', externalIds: ['1'] });
    const wrongTime = { accountId: accounts[0]!.accountId, originalTime: 'yesterday' };
    await expect(office.do(castPollBallot, ballot, { onBehalfOf: wrongTime })).rejects.toMatchObject({
      problem: { code: 'VALIDATION_FAILED' },
    });
  });

  it('appends nothing and logs nothing personal', async () => {
    const size = async () => Number((await (await fetch(`${platform.origin}/log/checkpoint`)).text()).split('\n')[1]);
    const settled = async () => {
      let last = -1;
      await eventually(async () => {
        const before = last;
        last = await size();
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        expect(last).toBe(before);
      }, 30_000);
      return last;
    };
    const before = await settled();
    for (const bad of Object.values(cases)) await (await send(bad, 'en')).arrayBuffer();
    expect(await settled()).toBe(before);
    for (const file of readdirSync(join(platform.folder, 'logs'))) {
      const written = readFileSync(join(platform.folder, 'logs', file), 'utf8');
      expect([file, ...[secretWords, '@example.org', citizen.token].filter((secret) => written.includes(secret))]).toEqual([file]);
    }
  });
});

/** A message of the catalogue with its placeholders left open. */
function patternOf(message: string): RegExp {
  const escaped = message.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('[\\s\\S]*')}$`);
}
