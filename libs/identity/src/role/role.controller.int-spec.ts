import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { connect } from 'nats';
import { rootUnit, type Actor } from '@isegoria/kernel';
import { log } from '@isegoria/service-host';
import { actor } from '@isegoria/testing';
import type { AccountEvent } from '../contract';
import { eraseAccount } from '../erasure/erasure.contract';
import { by, newPerson, startIdentity, type RunningIdentity } from '../identity.fixture';
import { makeUnit } from '../unit/unit.contract';
import { grantRole, revokeRole } from './role.contract';

describe('roles', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  const administrator = actor('administrator');
  const grant = (accountId: unknown, role: unknown, context = by(administrator), unit: unknown = rootUnit) =>
    identity.send(grantRole.subject, { accountId, role, unit } as object, context);
  const revoke = (accountId: unknown, role: unknown, context = by(administrator), unit: unknown = rootUnit) =>
    identity.send(revokeRole.subject, { accountId, role, unit } as object, context);
  const atTheRoot = (...roles: string[]) => roles.map((role) => ({ role, unit: rootUnit }));
  const signedIn = async () => {
    const person = newPerson();
    return identity.confirmed(person);
  };
  const rolesIn = async (token: string) => (await identity.authenticate(token)).actor.roles;
  const historyOf = (accountId: string) => identity.store.readStream<AccountEvent>(`account-${accountId}`);

  it('are in the security log when they change, by the entry that says whose, and so is a command that nobody signed', async () => {
    const { account } = await signedIn();
    const logged = jest.spyOn(log, 'warn').mockImplementation(() => undefined);
    const granted = await grant(account.id, 'analyst');
    const revoked = await revoke(account.id, 'analyst', by(await identity.anAdministrator()));
    const stranger = await connect({ servers: identity.broker.url });
    const forged = { pattern: grantRole.subject, id: '1', data: { accountId: account.id, role: 'administrator', unit: rootUnit } };
    await stranger.request(grantRole.subject, JSON.stringify(forged));
    await stranger.close();
    const told = logged.mock.calls.map(([facts]) => facts as object);
    logged.mockRestore();
    expect(told).toContainEqual({ security: 'role-granted', role: 'analyst', position: granted.position });
    expect(told).toContainEqual({ security: 'role-revoked', role: 'analyst', position: revoked.position });
    expect(told).toContainEqual({ security: 'sender-refused', code: 'UNTRUSTED_SENDER', subject: grantRole.subject });
    expect(JSON.stringify(told)).not.toContain(account.id);
  });

  it('show at once in a session that is open, granted or revoked', async () => {
    const { token, account } = await signedIn();
    const granted = await grant(account.id, 'moderator');
    expect(await rolesIn(token)).toEqual(atTheRoot('moderator'));
    await grant(account.id.toUpperCase(), 'official');
    expect(await rolesIn(token)).toEqual(atTheRoot('official', 'moderator'));
    await revoke(account.id, 'moderator');
    expect(await rolesIn(token)).toEqual(atTheRoot('official'));

    const [recorded] = (await historyOf(account.id)).filter(({ type }) => type === 'RoleGranted');
    expect(recorded).toMatchObject({
      data: { accountId: account.id, role: 'moderator', unit: rootUnit, by: administrator.accountId },
      position: granted.position,
    });
  });

  it('are recorded once, for a command delivered twice and for a role that is there', async () => {
    const { account } = await signedIn();
    const context = by(administrator);
    const accepted = await grant(account.id, 'analyst', context);
    expect(await grant(account.id, 'analyst', context)).toEqual(accepted);
    expect(await grant(account.id, 'analyst')).toEqual({ ...accepted, unchanged: true });
    expect((await historyOf(account.id)).filter(({ type }) => type === 'RoleGranted')).toHaveLength(1);
  });

  it('that were taken away do not come back with the late retry of a command that had changed nothing', async () => {
    const { token, account } = await signedIn();
    await grant(account.id, 'moderator');
    const again = { ...by(administrator), request: 'again' };
    const first = await grant(account.id, 'moderator', again);
    await revoke(account.id, 'moderator');
    expect(await grant(account.id, 'moderator', again)).toEqual(first);
    expect(await rolesIn(token)).toEqual([]);
  });

  it('are given by administrators only, to nobody by themselves', async () => {
    const { token, account } = await signedIn();
    const myself: Actor = { accountId: account.id, roles: [], assurance: 'email' };
    const asOthers: [Actor | undefined, string][] = [
      [undefined, 'SIGN_IN_REQUIRED'],
      [myself, 'FORBIDDEN_ROLE'],
      [actor('official', 'moderator', 'analyst', 'auditor'), 'FORBIDDEN_ROLE'],
    ];
    for (const [who, code] of asOthers) {
      await expect(grant(account.id, 'administrator', by(who))).rejects.toMatchObject({ code });
      await expect(revoke(account.id, 'official', by(who))).rejects.toMatchObject({ code });
    }
    expect(await rolesIn(token)).toEqual([]);
  });

  it('count in their unit and below, are given there by its administrators, and need a unit that is there', async () => {
    const make = async (above: string) => (await identity.send(makeUnit.subject, { above, name: 'Water' }, by(administrator))).id;
    const water = await make(rootUnit);
    const [shores, lakes] = [await make(water), await make(water)];
    const { token, account } = await signedIn();
    await grant(account.id, 'administrator', by(administrator), shores);
    const { actor: ofShores } = await identity.authenticate(token);
    expect(ofShores.roles).toEqual([{ role: 'administrator', unit: shores }]);
    const other = (await signedIn()).account.id;
    await grant(other, 'moderator', by(ofShores), shores);
    for (const unit of [rootUnit, water, lakes])
      await expect(grant(other, 'moderator', by(ofShores), unit)).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    const unknown = `${shores}.00000000`;
    await expect(grant(other, 'moderator', by(ofShores), unknown)).rejects.toMatchObject({ code: 'UNIT_NOT_FOUND' });
    await expect(revoke(account.id, 'administrator', by(ofShores), shores)).rejects.toMatchObject({ code: 'OWN_ADMINISTRATOR_ROLE' });
    await revoke(other, 'moderator', by(ofShores), shores);
    expect((await historyOf(other)).map(({ type }) => type).slice(-2)).toEqual(['RoleGranted', 'RoleRevoked']);
  });

  it('are left to one of two administrators who act against each other at the same moment, at whatever instance', async () => {
    await identity.another();
    const erase = (accountId: string, context: ReturnType<typeof by>) =>
      identity.send(eraseAccount.subject, { accountId, reason: 'A quarrel' }, context);
    const revokeFrom = (accountId: string, context: ReturnType<typeof by>) => revoke(accountId, 'administrator', context);
    const ways = [
      [revokeFrom, revokeFrom],
      [revokeFrom, revokeFrom],
      [revokeFrom, revokeFrom],
      [revokeFrom, erase],
      [erase, revokeFrom],
    ] as const;
    for (const [first, second] of ways) {
      const [one, two] = await Promise.all([identity.anAdministrator(), identity.anAdministrator()]);
      const outcomes = await Promise.allSettled([first(two.accountId, by(one)), second(one.accountId, by(two))]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'FORBIDDEN_ROLE' } });
    }
  });

  it('need an account, a role of the list and nothing else', async () => {
    const { account } = await signedIn();
    await expect(grant(randomUUID(), 'official')).rejects.toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
    for (const change of [grant, revoke])
      await expect(change(account.id, 'citizen')).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'role' } });
    for (const role of ['king', '', undefined, ['official'], { role: 'official' }, 'official\u0000']) {
      await expect(grant(account.id, role)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'role' } });
    }
    for (const unit of ['', 'ministry', 'root.', 'root.XYZ', `root.${'1f0c22aa.'.repeat(7)}1f0c22aa`, null, ['root']])
      await expect(grant(account.id, 'official', by(administrator), unit)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    for (const accountId of ['', '*', `${account.id}\u0000`, '../email-1', [account.id], null]) {
      await expect(grant(accountId, 'official')).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'accountId' } });
    }
    const forged = { accountId: account.id, role: 'official', unit: rootUnit, by: randomUUID() };
    await expect(identity.send(grantRole.subject, forged, by(administrator))).rejects.toMatchObject({ code: 'UNKNOWN_FIELD' });
    expect((await historyOf(account.id)).map(({ type }) => type)).not.toContain('RoleGranted');
  });
});
