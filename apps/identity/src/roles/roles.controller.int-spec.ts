import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { grantRole, revokeRole, type AccountEvent, type Actor } from '@isegoria/contracts';
import { actor, by, newPerson, startIdentity, type RunningIdentity } from '../identity.fixture';

describe('roles', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  const administrator = actor('administrator');
  const grant = (accountId: unknown, role: unknown, context = by(administrator)) =>
    identity.send(grantRole.subject, { accountId, role } as object, context);
  const revoke = (accountId: unknown, role: unknown, context = by(administrator)) =>
    identity.send(revokeRole.subject, { accountId, role } as object, context);
  const signedIn = async () => {
    const person = newPerson();
    await identity.register(person);
    return identity.signIn(person);
  };
  const rolesIn = async (token: string) => (await identity.authenticate(token)).actor.roles;
  const historyOf = (accountId: string) => identity.store.readStream<AccountEvent>(`account-${accountId}`);

  it('show at once in a session that is open, granted or revoked', async () => {
    const { token, account } = await signedIn();
    const granted = await grant(account.id, 'moderator');
    expect(await rolesIn(token)).toEqual(['citizen', 'moderator']);
    await grant(account.id.toUpperCase(), 'official');
    expect(await rolesIn(token)).toEqual(['citizen', 'official', 'moderator']);
    await revoke(account.id, 'moderator');
    expect(await rolesIn(token)).toEqual(['citizen', 'official']);

    const [recorded] = (await historyOf(account.id)).filter(({ type }) => type === 'RoleGranted');
    expect(recorded).toMatchObject({ data: { accountId: account.id, role: 'moderator', by: administrator.accountId }, position: granted.position });
  });

  it('are recorded once, for a command delivered twice and for a role that is there', async () => {
    const { account } = await signedIn();
    const context = by(administrator);
    const accepted = await grant(account.id, 'analyst', context);
    expect(await grant(account.id, 'analyst', context)).toEqual(accepted);
    expect(await grant(account.id, 'analyst')).toEqual(accepted);
    expect((await historyOf(account.id)).filter(({ type }) => type === 'RoleGranted')).toHaveLength(1);
  });

  it('that were taken away do not come back with the late retry of a command that had changed nothing', async () => {
    const { token, account } = await signedIn();
    await grant(account.id, 'moderator');
    const again = by(administrator);
    const first = await grant(account.id, 'moderator', again);
    await revoke(account.id, 'moderator');
    expect(await grant(account.id, 'moderator', again)).toEqual(first);
    expect(await rolesIn(token)).toEqual(['citizen']);
  });

  it('are given by administrators only, to nobody by themselves', async () => {
    const { token, account } = await signedIn();
    const myself: Actor = { accountId: account.id, roles: ['citizen'], assurance: 'confirmed' };
    const asOthers: [Actor | undefined, string][] = [
      [undefined, 'SIGN_IN_REQUIRED'],
      [myself, 'FORBIDDEN_ROLE'],
      [actor('official', 'moderator', 'analyst', 'auditor'), 'FORBIDDEN_ROLE'],
    ];
    for (const [who, code] of asOthers) {
      await expect(grant(account.id, 'administrator', by(who))).rejects.toMatchObject({ code });
      await expect(revoke(account.id, 'citizen', by(who))).rejects.toMatchObject({ code });
    }
    expect(await rolesIn(token)).toEqual(['citizen']);
  });

  it('need an account, a role of the list and nothing else', async () => {
    const { account } = await signedIn();
    await expect(grant(randomUUID(), 'official')).rejects.toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
    await expect(revoke(account.id, 'citizen')).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'role' } });
    for (const role of ['king', '', undefined, ['official'], { role: 'official' }, 'official\u0000']) {
      await expect(grant(account.id, role)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'role' } });
    }
    for (const accountId of ['', '*', `${account.id}\u0000`, '../email-1', [account.id], null]) {
      await expect(grant(accountId, 'official')).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'accountId' } });
    }
    const forged = { accountId: account.id, role: 'official', by: randomUUID() };
    await expect(identity.send(grantRole.subject, forged, by(administrator))).rejects.toMatchObject({ code: 'UNKNOWN_FIELD' });
    expect(await historyOf(account.id)).toHaveLength(2);
  });
});
