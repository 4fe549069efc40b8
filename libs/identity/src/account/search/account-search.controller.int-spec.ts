import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actor, actorIn } from '@isegoria/testing';
import { by, newPerson, startIdentity, type RunningIdentity } from '../../identity.fixture';
import { findAccount } from './account-search.contract';

describe('the search for an account', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  const find = (email: string, who = by(actor('administrator'))) => identity.send(findAccount.subject, { email }, who);

  it('finds who has an address, however it is written, and nobody by a part of it', async () => {
    const person = newPerson();
    const { account } = await identity.confirmed(person);
    expect(await find(person.email)).toEqual({ id: account.id });
    expect(await find(person.email.toUpperCase(), by(actorIn('root.aaaaaaaa', 'administrator')))).toEqual({ id: account.id });
    await expect(find(`x${person.email}`)).rejects.toMatchObject({ code: 'ACCOUNT_NOT_FOUND', details: { field: 'email' } });
  });

  it('finds nobody by an address that was only typed', async () => {
    const person = newPerson();
    await identity.register(person);
    await expect(find(person.email)).rejects.toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
  });

  it('is for administrators', async () => {
    const person = newPerson();
    await identity.confirmed(person);
    for (const who of [actor(), actor('official', 'moderator', 'analyst', 'auditor')])
      await expect(find(person.email, by(who))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
  });
});
