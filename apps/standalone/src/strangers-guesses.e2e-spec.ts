import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '@isegoria/api-client';
import { assuranceLevels, importAccounts, signIn, submitComment, type ImportedAccounts, type LogEntry } from '@isegoria/contracts';
import { eventually, startPlatform, type TestPlatform } from '@isegoria/testing';
import { confirmed, password, published, type OneActivity } from './taking-part.fixture';

interface Leaf {
  readonly stream: string;
  readonly id: string;
  readonly data: string;
  readonly metadata: string;
}

const source = 'a public conversation';
const sha256 = (value: object) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** RFC 9562 section 5.5, written a second time: what a stranger has. */
function nameBased(namespace: string, name: string): string {
  const hex = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest('hex');
  const variant = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

describe('a stranger who knows the source code, all account ids and what everybody sends', () => {
  let platform: TestPlatform;
  let visitor: ApiClient;
  let entries: { leaf: Leaf; metadata: { correlationId: string } | null }[];
  let office: { id: string; api: ApiClient };
  const polls: OneActivity[] = [];
  const people: { id: string; api: ApiClient }[] = [];
  let imported: ImportedAccounts['accounts'];

  /** As a careless client sends it: the same headers each time. */
  const careless = (token: string, method: string, path: string, body: object) =>
    fetch(`${platform.origin}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': '1',
        'x-correlation-id': correlation,
      },
      body: JSON.stringify(body),
    }).then((answer) => expect([path, answer.ok]).toEqual([path, true]));
  const correlation = randomUUID();

  beforeAll(async () => {
    platform = await startPlatform();
    visitor = new ApiClient(platform.origin);
    const session = await visitor.do(signIn, { email: platform.operator.email, password: platform.operator.password });
    office = { id: session.account.id, api: visitor.as({ token: session.token }) };
    for (let n = 0; n < 2; n++) polls.push(await published(office.api, { method: 'poll', options: ['a', 'b'] }));
    for (let n = 0; n < 2; n++) {
      const person = await confirmed(visitor);
      people.push(person);
      for (const { consultationId, activityId } of polls) {
        await careless(person.token, 'PUT', `/activities/${activityId}/ballot`, { options: ['1'] });
        await careless(person.token, 'POST', `/consultations/${consultationId}/comments`, { text: 'Yes' });
      }
      await careless(person.token, 'POST', '/questions', { text: 'Why?' });
    }
    const fromSource = { source, externalIds: ['1', '2'] };
    ({ accounts: imported } = await office.api.do(importAccounts, fromSource, { idempotencyKey: '1' }));
    for (const { accountId } of imported) {
      const onBehalfOf = { accountId, originalTime: '2020-01-01T00:00:00Z' };
      await office.api.do(submitComment, { consultationId: polls[0]!.consultationId, text: 'Old' }, { idempotencyKey: '1', onBehalfOf });
    }
    const leaving = await confirmed(visitor);
    await careless(leaving.token, 'POST', '/accounts/current/erasure', { password });
    const back = await confirmed(visitor, leaving.email);
    people.push({ id: leaving.id, api: leaving.api }, back);
    entries = await eventually(async () => {
      const lines = (await (await fetch(`${platform.origin}/log/entries?from=0&limit=1000`)).text()).split('\n').filter(Boolean);
      const read = lines
        .map((line) => JSON.parse(line) as LogEntry)
        .map(({ leaf, metadata }) => ({
          leaf: JSON.parse(leaf) as Leaf,
          metadata: metadata === null ? null : JSON.parse(Buffer.from(metadata, 'base64').toString()),
        }));
      for (const { id } of people) expect(read.some(({ leaf }) => leaf.stream === `account-${id}`)).toBe(true);
      return read;
    }, 30_000);
  }, 180_000);
  afterAll(() => platform?.stop());

  const accountIds = () => entries.flatMap(({ leaf: { stream } }) => /^account-(.*)$/.exec(stream)?.[1] ?? []);
  const streamOf = (id: string) => entries.find(({ leaf }) => leaf.id === id)?.leaf.stream;

  it('finds no contribution by the account, the key and the body of its request', () => {
    const gatewaysNamespace = '0b6a3a5e-6f6a-4c6e-9d0e-5b0c6f1d2a77';
    const said: [string, object][] = polls.flatMap(({ consultationId, activityId }): [string, object][] => [
      ['consultations.cast-poll-ballot', { activityId, options: ['1'] }],
      ['feedback.submit-comment', { consultationId, text: 'Yes' }],
      ['feedback.submit-comment', { consultationId, text: 'Old' }],
    ]);
    said.push(['feedback.ask-question', { text: 'Why?' }]);
    const guesses = accountIds().flatMap((account) =>
      assuranceLevels.flatMap((assurance) =>
        said.map(([subject, command]) => JSON.stringify([account, assurance, '1', subject, Object.entries(command)])),
      ),
    );
    expect(guesses.filter((name) => streamOf(nameBased(gatewaysNamespace, name)))).toEqual([]);
  });

  it('finds no entry of another stream by an id and a word of the source code', () => {
    const known = [...new Set(entries.flatMap(({ leaf }) => [leaf.id, ...(/[0-9a-f]{8}-[0-9a-f-]{27}/.exec(leaf.stream) ?? [])]))];
    const inSource = ['claim', 'released', 'confirmation', 'renewal', 'address is known', 'StaffSignedIn', 'SignInsFailed'];
    const words = [...inSource, '1', '2', '3', ...known];
    const streamsThatKnow = (id: string) =>
      entries.filter(({ leaf }) => leaf.id === id || leaf.stream.includes(id)).map(({ leaf }) => leaf.stream);
    const ties = known.flatMap((id) =>
      words.flatMap((word) => {
        const stream = streamOf(nameBased(id, word));
        return stream === undefined || streamsThatKnow(id).includes(stream) ? [] : [`${id} and ${word} give an entry of ${stream}`];
      }),
    );
    expect(ties).toEqual([]);
  });

  it('finds no imported account by the number that the person has where the conversation comes from', () => {
    const guesses = imported.map(({ externalId }) => nameBased('6b1b5b0c-61f2-4f5e-9f0a-9d4f3a0a4c57', `${source}\0${externalId}`));
    expect(accountIds().filter((id) => guesses.includes(id))).toEqual([]);
    const by = office.id;
    const bodies = accountIds().flatMap((accountId) => imported.map(({ externalId }) => sha256({ accountId, by, source, externalId })));
    expect(entries.filter(({ leaf }) => bodies.includes(leaf.data))).toEqual([]);
  });

  it('finds no address of an account, nor that two accounts had the same one', () => {
    // Who has an address, and which account was erased, is not in the log at all.
    expect(entries.filter(({ leaf }) => /^(email|erased)-/.test(leaf.stream))).toEqual([]);
    const beside = new Map<string, Set<string>>();
    const isImported = (stream: string) => imported.some(({ accountId }) => stream === `account-${accountId}`);
    for (const { leaf } of entries.filter(({ leaf: { stream } }) => stream.startsWith('account-') && !isImported(stream)))
      beside.set(leaf.metadata, (beside.get(leaf.metadata) ?? new Set()).add(leaf.stream));
    expect([...beside.values()].filter((streams) => streams.size > 1)).toEqual([]);
  });

  it('finds no two contributions with one correlation id, though the client sent the same with each', () => {
    const contributions = entries.filter(({ leaf }) => /^(ballot|comment|question)-/.test(leaf.stream));
    expect(contributions).toHaveLength(2 * 5 + 2);
    const ids = contributions.map(({ metadata }) => metadata!.correlationId);
    expect(new Set([correlation, ...ids]).size).toBe(1 + contributions.length);
  });
});
