import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@isegoria/kernel';
import { SubjectKeys } from '@isegoria/privacy';
import { actor, actorIn } from '@isegoria/testing';
import type { AccountEvent } from '../contract';
import { by, newPerson, startIdentity, type RunningIdentity } from '../identity.fixture';
import { importAccounts, speakFor, type ImportedAccounts } from './people-import.contract';

describe('importing people', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  const official = actor('official');
  const importing = (source: unknown, externalIds: unknown, context = by(official), assurance?: unknown) =>
    identity.send<ImportedAccounts>(importAccounts.subject, { source, externalIds, assurance } as object, context);
  const speaking = (accountId: unknown, who: Actor | undefined = official) =>
    identity.send<Actor>(speakFor.subject, { accountId } as object, by(who));
  const historyOf = (accountId: string) => identity.store.readStream<AccountEvent>(`account-${accountId}`);
  const source = () => `town-${randomUUID()}`;

  it('begins an account each, with a key, anonymous if nothing else is said', async () => {
    const from = source();
    const { accounts, position } = await importing(from, ['7', '8']);
    expect(accounts.map(({ externalId, isNew }) => [externalId, isNew])).toEqual([
      ['7', true],
      ['8', true],
    ]);
    const [seven, eight] = accounts.map(({ accountId }) => accountId) as [string, string];
    expect(await historyOf(seven)).toMatchObject([
      { type: 'AccountImported', data: { accountId: seven, by: official.accountId, source: from, externalId: '7' } },
    ]);
    expect((await historyOf(eight))[0]!.position).toBeLessThanOrEqual(position);
    expect(await identity.app().get(SubjectKeys).pseudonym(seven, 'any')).toMatch(/^[0-9a-f]{32}$/);
    expect(await speaking(seven)).toEqual({ accountId: seven, roles: [], assurance: 'anonymous' });
  });

  it('says at which level the source knows people, once', async () => {
    const from = source();
    const { accounts } = await importing(from, ['7'], undefined, 'register');
    const { accountId } = accounts[0]!;
    expect((await historyOf(accountId)).map(({ type }) => type)).toEqual(['AccountImported', 'AccountVouchedFor']);
    expect(await speaking(accountId)).toMatchObject({ assurance: 'register' });
    await importing(from, ['7'], undefined, 'eid');
    expect(await speaking(accountId)).toMatchObject({ assurance: 'register' });
    for (const level of ['email', 'sure', 3])
      await expect(importing(from, ['8'], undefined, level)).rejects.toMatchObject({ details: { field: 'assurance' } });
  });

  it('finds the same accounts the second time, in the order of the request, after a restart too', async () => {
    const from = source();
    const first = await importing(from, ['1', '2']);
    await identity.restart();
    const second = await importing(from, ['3', '2', '1', '2'], by(actor('administrator')));
    expect(second.accounts.map(({ externalId, isNew }) => [externalId, isNew])).toEqual([
      ['3', true],
      ['2', false],
      ['1', false],
      ['2', false],
    ]);
    expect(second.accounts[2]!.accountId).toBe(first.accounts[0]!.accountId);
    expect(await historyOf(first.accounts[0]!.accountId)).toHaveLength(1);
  });

  it('gives the same reply to the same command, also when it is delivered twice at once', async () => {
    const [from, context] = [source(), by(official)];
    const ids = Array.from({ length: 100 }, (_, index) => `${index}`);
    const [one, other] = await Promise.all([importing(from, ids, context), importing(from, ids, context)]);
    expect(other.accounts).toEqual(one.accounts);
    expect((await importing(from, ids, context)).accounts).toEqual(one.accounts);
    for (const { accountId } of one.accounts) expect(await historyOf(accountId)).toHaveLength(1);
  });

  it('refuses other people under the key of a command', async () => {
    const [from, context] = [source(), { ...by(official), request: 'one' }];
    const first = await importing(from, ['1'], context);
    expect(await importing(from, ['1'], context)).toEqual(first);
    await expect(importing(from, ['2'], { ...context, request: 'other' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('tells people of different sources apart, however they are spelt', async () => {
    const from = source();
    const ids = await Promise.all([importing(`${from}/a`, ['b/c']), importing(`${from}/a/b`, ['c'])]);
    expect(ids[0].accounts[0]!.accountId).not.toBe(ids[1].accounts[0]!.accountId);
  });

  it('takes 500 people in one command', async () => {
    const ids = Array.from({ length: 500 }, (_, index) => `${index}`);
    const { accounts } = await importing(source(), ids);
    expect(accounts.filter(({ isNew }) => isNew)).toHaveLength(500);
    expect(new Set(accounts.map(({ accountId }) => accountId))).toHaveProperty('size', 500);
  });

  it('is for officials and administrators of the root, and so is speaking for people', async () => {
    const from = source();
    const { accounts } = await importing(from, ['1']);
    for (const [who, code] of [
      [undefined, 'SIGN_IN_REQUIRED'],
      [actor('moderator', 'analyst', 'auditor'), 'FORBIDDEN_ROLE'],
      [actorIn('root.aaaaaaaa', 'official', 'administrator'), 'FORBIDDEN_ROLE'],
    ] as const) {
      await expect(importing(from, ['2'], by(who))).rejects.toMatchObject({ code });
      await expect(identity.send(speakFor.subject, { accountId: accounts[0]!.accountId }, by(who))).rejects.toMatchObject({ code });
    }
  });

  it('lets nobody speak for a person who can sign in, or for nobody', async () => {
    const person = newPerson();
    const { account } = await identity.register(person);
    await expect(speaking(account.id)).rejects.toMatchObject({ code: 'NOT_YOURS' });
    await expect(speaking(randomUUID())).rejects.toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
    await expect(speaking('everybody')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it.each([
    ['nobody', 'town', [], 'externalIds'],
    ['more than 500', 'town', Array.from({ length: 501 }, (_, index) => `${index}`), 'externalIds'],
    ['a NUL in an id', 'town', ['1\u0000'], 'externalIds[0]'],
    ['half a surrogate pair in an id', 'town', ['\ud800'], 'externalIds[0]'],
    ['ids of the wrong kind', 'town', [1, {}], 'externalIds[0]'],
    ['one id instead of a list', 'town', '1', 'externalIds'],
    ['a blank source', ' ', ['1'], 'source'],
    ['a NUL in the source', 'a\u0000b', ['1'], 'source'],
  ])('refuses %s', async (_, from, ids, field) => {
    await expect(importing(from, ids)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field } });
  });
});
