import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actor } from '@isegoria/testing';
import type { AccountEvent } from '../contract';
import { eraseAccount } from '../erasure/erasure.contract';
import { by, newPerson, startIdentity, type RunningIdentity } from '../identity.fixture';

const inOfficeAtTheRoot = [
  { role: 'official', unit: 'root' },
  { role: 'administrator', unit: 'root' },
];

describe('the first administrator', () => {
  const operator = newPerson();
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity({ BOOTSTRAP_ADMIN_EMAIL: operator.email, BOOTSTRAP_ADMIN_PASSWORD: operator.password });
  });
  afterAll(() => identity?.stop());

  it('can sign in as soon as the service is ready, confirmed, as administrator and official', async () => {
    const { account } = await identity.signIn(operator);
    expect(account).toMatchObject({ email: operator.email, roles: inOfficeAtTheRoot, assurance: 'email' });
    const history = await identity.store.readStream<AccountEvent>(`account-${account.id}`);
    expect(history.map(({ type }) => type)).toEqual(['AccountRegistered', 'EmailConfirmed', 'RoleGranted', 'RoleGranted']);
    expect(history[2]!.data).toMatchObject({ by: account.id });
    expect(await identity.mailTo(operator.email)).toEqual([]);
  });

  it('is made once; another password in the settings changes nothing', async () => {
    const { account } = await identity.signIn(operator);
    await identity.restart({ BOOTSTRAP_ADMIN_PASSWORD: 'another password' });
    expect((await identity.signIn(operator)).account.id).toBe(account.id);
    await expect(identity.signIn({ ...operator, password: 'another password' })).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await identity.store.readStream(`account-${account.id}`)).toHaveLength(4);
  });

  it('is nobody who registered with the address before', async () => {
    const citizen = newPerson();
    await identity.confirmed(citizen);
    await identity.restart({ BOOTSTRAP_ADMIN_EMAIL: citizen.email, BOOTSTRAP_ADMIN_PASSWORD: 'another password' });
    expect((await identity.signIn(citizen)).account.roles).toEqual([]);
    await expect(identity.signIn({ ...citizen, password: 'another password' })).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('is made again, as somebody else, once the one before was erased by another', async () => {
    const [first, other] = [newPerson(), newPerson()];
    await identity.restart({ BOOTSTRAP_ADMIN_EMAIL: first.email, BOOTSTRAP_ADMIN_PASSWORD: first.password });
    const { account } = await identity.signIn(first);
    const { id } = (await identity.confirmed(other)).account;
    const inOffice = (accountId: string) => ({ ...actor('administrator'), accountId });
    await identity.grant(id, 'administrator');
    await identity.send(eraseAccount.subject, { accountId: account.id, reason: 'Left the house' }, by(inOffice(id)));
    await expect(identity.signIn(first)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    await identity.restart();
    const again = (await identity.signIn(first)).account;
    expect([again.id === account.id, again.roles]).toEqual([false, inOfficeAtTheRoot]);
  });

  it('needs a usable address and password: the service says so and does not start', async () => {
    await expect(identity.restart({ BOOTSTRAP_ADMIN_PASSWORD: 'short' })).rejects.toThrow(
      /BOOTSTRAP_ADMIN_EMAIL must be .* BOOTSTRAP_ADMIN_PASSWORD/,
    );
  });
});
