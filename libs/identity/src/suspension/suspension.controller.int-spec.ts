import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Session } from '../session/session.contract';
import { actor } from '@isegoria/testing';
import { SubjectKeys } from '@isegoria/privacy';
import { may } from '@isegoria/kernel';
import { by, newPerson, startIdentity, type NewPerson, type RunningIdentity } from '../identity.fixture';
import { liftSuspension, suspendAccount, suspendAuthor } from './suspension.contract';

describe('suspensions', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  const moderator = actor('moderator');
  const why = { days: 7, reason: 'Insults' };
  const suspend = (accountId: string, context = by(actor('administrator'))) =>
    identity.send(suspendAccount.subject, { accountId, ...why }, context);
  const somebody = async (): Promise<{ person: NewPerson } & Session> => {
    const person = newPerson();
    return { person, ...(await identity.confirmed(person)) };
  };
  const actorIn = async (token: string) => (await identity.authenticate(token)).actor;

  it('keep a person from contributing, not from reading, and end when somebody ends them', async () => {
    const { account, token, person } = await somebody();
    const { id: suspensionId, position } = await suspend(account.id);
    const lastOfAccount = async () => (await identity.store.readStream(`suspended-${account.id}`)).at(-1)!.position;
    expect(position).toBe(await lastOfAccount());
    const suspended = await actorIn(token);
    expect(suspended.suspension).toEqual({ id: suspensionId, until: expect.any(String) });
    expect([may(suspended, 'contribute'), may(suspended, 'participate')]).toEqual([false, true]);
    expect((await identity.mailTo(person.email)).map(({ subject }) => subject)).toContain('Your account is suspended for a time');

    const lift = { suspensionId, reason: 'A mistake' };
    await expect(identity.send(liftSuspension.subject, lift, by({ ...moderator, accountId: account.id }))).rejects.toMatchObject({
      code: 'NOT_YOURS',
    });
    expect(await identity.send(liftSuspension.subject, lift, by(moderator))).toMatchObject({ position: await lastOfAccount() });
    expect((await actorIn(token)).suspension).toBeUndefined();
    await expect(identity.send(liftSuspension.subject, lift, by(moderator))).rejects.toMatchObject({ code: 'ALREADY_DONE' });
  });

  it('reach the account behind a pseudonym, and no public event says which it is', async () => {
    const { account, token } = await somebody();
    const keys = identity.app().get(SubjectKeys);
    const context = randomUUID();
    await keys.seal(account.id, context, { event: randomUUID(), field: 'text' }, 'An insult');
    const author = await keys.pseudonym(account.id, context);
    const { id: suspensionId } = await identity.send(suspendAuthor.subject, { author, ...why }, by(moderator));
    expect((await actorIn(token)).suspension?.id).toBe(suspensionId);
    const recorded = await identity.store.readStream(`suspension-${suspensionId}`);
    expect(recorded.map(({ type }) => type)).toEqual(['SuspensionOrdered']);
    for (const secret of [account.id, author]) expect(JSON.stringify(recorded)).not.toContain(secret);
    expect(await identity.store.readStream(`account-${account.id}`)).not.toContainEqual(
      expect.objectContaining({ type: expect.stringMatching('Suspen') }),
    );
    const nobody = { author: 'f'.repeat(32), ...why };
    await expect(identity.send(suspendAuthor.subject, nobody, by(moderator))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are refused for oneself, for nobody, for too long, and to moderators of a part', async () => {
    const { account } = await somebody();
    const administrator = actor('administrator');
    await expect(suspend(administrator.accountId, by(administrator))).rejects.toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
    await expect(suspend(account.id, by({ ...administrator, accountId: account.id }))).rejects.toMatchObject({ code: 'NOT_YOURS' });
    const ofPart = { ...administrator, roles: [{ role: 'administrator' as const, unit: 'root.aaaaaaaa' }] };
    await expect(suspend(account.id, by(ofPart))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    for (const days of [0, 366, 1.5, '7', null]) {
      const command = { accountId: account.id, reason: 'Insults', days };
      await expect(identity.send(suspendAccount.subject, command, by(administrator))).rejects.toMatchObject({ details: { field: 'days' } });
    }
  });
});
