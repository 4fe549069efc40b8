import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Session } from '../session/session.contract';
import { actor } from '@isegoria/testing';
import { SubjectKeys } from '@isegoria/privacy';
import { may } from '@isegoria/kernel';
import { by, newPerson, startIdentity, type NewPerson, type RunningIdentity } from '../identity.fixture';
import { appealSuspension, decideSuspensionAppeal } from './appeal/suspension-appeal.contract';
import { eraseOwnAccount } from '../erasure/erasure.contract';
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

  it('are one at a time for an account: a second order is refused with what stands, and so is one of two at the same moment', async () => {
    const { account, token, person } = await somebody();
    const { id: suspensionId } = await suspend(account.id);
    await identity.send(appealSuspension.subject, { suspensionId, text: 'Why?' }, by(await actorIn(token)));
    const before = await actorIn(token);
    const standing = { until: before.suspension?.until, orderedAs: 'administrator', reason: 'Insults', isAppealed: true };
    await expect(suspend(account.id)).rejects.toMatchObject({ code: 'ALREADY_SUSPENDED', details: { suspension: standing } });
    expect((await actorIn(token)).suspension).toEqual(before.suspension);
    await identity.send(decideSuspensionAppeal.subject, { suspensionId, granted: true, reason: 'It was a joke' }, by(moderator));
    expect((await actorIn(token)).suspension).toBeUndefined();

    const both = await Promise.allSettled([suspend(account.id), suspend(account.id)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const kept = both.find((one) => one.status === 'fulfilled')!;
    expect((await actorIn(token)).suspension?.id).toBe(kept.value.id);
    const ofAccount = await identity.query('SELECT id FROM identity.suspension WHERE account_id = $1', [account.id]);
    expect(ofAccount.map(({ id }: { id: string }) => id).toSorted()).toEqual([suspensionId, kept.value.id].toSorted());
    const told = (await identity.mailTo(person.email)).filter(({ subject }) => subject === 'Your account is suspended for a time');
    expect(told.map(({ body }) => body)).toEqual(told.map(() => expect.stringContaining('by an administrator')));
    expect(told).toHaveLength(2);
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
    expect(recorded).toEqual([expect.objectContaining({ type: 'SuspensionOrdered' })]);
    expect(recorded[0]!.data).toMatchObject({ role: 'moderator' });
    for (const secret of [account.id, author]) expect(JSON.stringify(recorded)).not.toContain(secret);
    expect(await identity.store.readStream(`account-${account.id}`)).not.toContainEqual(
      expect.objectContaining({ type: expect.stringMatching('Suspen') }),
    );
    const nobody = { author: 'f'.repeat(32), ...why };
    await expect(identity.send(suspendAuthor.subject, nobody, by(moderator))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are appealed against by their holder, decided on by another person, and no entry says whose account it is', async () => {
    const [{ account, token, person }, stranger] = [await somebody(), await somebody()];
    const orderer = actor('administrator');
    const { id: suspensionId } = await suspend(account.id, by(orderer));
    const appeal = { suspensionId, text: 'It was a joke between friends' };
    await expect(identity.send(appealSuspension.subject, appeal, by(await actorIn(stranger.token)))).rejects.toMatchObject({
      code: 'NOT_YOURS',
    });
    const decision = { suspensionId, granted: true, reason: 'It was a joke' };
    await expect(identity.send(decideSuspensionAppeal.subject, decision, by(moderator))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await identity.send(appealSuspension.subject, appeal, by(await actorIn(token)));
    await expect(identity.send(appealSuspension.subject, appeal, by(await actorIn(token)))).rejects.toMatchObject({ code: 'ALREADY_DONE' });

    for (const [who, code] of [
      [orderer, 'OWN_DECISION'],
      [{ ...moderator, accountId: account.id }, 'NOT_YOURS'],
      [actor('official'), 'FORBIDDEN_ROLE'],
    ] as const) {
      await expect(identity.send(decideSuspensionAppeal.subject, decision, by(who))).rejects.toMatchObject({ code });
    }
    await identity.send(decideSuspensionAppeal.subject, decision, by(moderator));
    expect((await actorIn(token)).suspension).toBeUndefined();
    expect((await identity.mailTo(person.email)).map(({ subject }) => subject)).toContain('Your appeal was decided');
    const [appealed, recorded] = [
      await identity.store.readStream(`appealed-${suspensionId}`),
      await identity.store.readStream(`suspension-${suspensionId}`),
    ];
    expect([...recorded, ...appealed].map(({ type }) => type)).toEqual([
      'SuspensionOrdered',
      'SuspensionAppealDecided',
      'SuspensionAppealed',
    ]);
    const [general, here] = await Promise.all(
      ['account', suspensionId].map((context) => identity.app().get(SubjectKeys).pseudonym(account.id, context)),
    );
    expect(JSON.stringify(appealed)).toContain(here);
    for (const secret of [account.id, general, 'joke between']) expect(JSON.stringify([appealed, recorded])).not.toContain(secret);
  });

  it('stay when an appeal is dismissed, are told at sign-in, and keep nobody from erasing the account', async () => {
    const { account, token, person } = await somebody();
    const { id: suspensionId } = await suspend(account.id);
    await identity.send(appealSuspension.subject, { suspensionId, text: 'Why?' }, by(await actorIn(token)));
    await identity.send(decideSuspensionAppeal.subject, { suspensionId, granted: false, reason: 'It was an insult' }, by(moderator));
    const { suspension } = await actorIn(token);
    expect(suspension?.id).toBe(suspensionId);
    const again = await identity.signIn(person);
    expect(again.suspendedUntil).toBe(suspension?.until);
    await identity.send(eraseOwnAccount.subject, { password: person.password }, by(await actorIn(again.token)));
    await expect(identity.signIn(person)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    // What is decided afterwards is on record, and there is nobody to tell.
    await identity.send(liftSuspension.subject, { suspensionId, reason: 'Gone' }, by(moderator));
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
