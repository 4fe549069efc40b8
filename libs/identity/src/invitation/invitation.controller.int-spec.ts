import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { rootUnit, type Actor, type Role } from '@isegoria/kernel';
import { log } from '@isegoria/service-host';
import { actor } from '@isegoria/testing';
import type { AccountEvent } from '../contract';
import { eraseAccount } from '../erasure/erasure.contract';
import { by, newPerson, startIdentity, type NewPerson, type RunningIdentity } from '../identity.fixture';
import { Expiry } from '../link/expiry/expiry.service';
import type { RoleGranted } from '../role/role.contract';
import type { Session } from '../session/session.contract';
import { newToken } from '../session/tokens';
import { makeUnit } from '../unit/unit.contract';
import {
  acceptInvitation,
  inviteStaff,
  listInvitations,
  resendInvitation,
  showInvitation,
  withdrawInvitation,
  type FollowedInvitation,
  type Invitations,
  type Invited,
} from './invitation.contract';

const day = 86_400_000;

describe('invitations of staff', () => {
  let identity: RunningIdentity;
  let administrator: Actor;
  beforeAll(async () => {
    identity = await startIdentity();
    administrator = await identity.anAdministrator();
  });
  afterAll(() => identity?.stop());

  const invite = (email: string, more: { role?: Role; unit?: string; until?: string } = {}, context = by(administrator)) =>
    identity.send<Invited>(inviteStaff.subject, { email, role: 'official', unit: rootUnit, language: 'en', ...more }, context);
  const show = (token: string) => identity.send<FollowedInvitation>(showInvitation.subject, { token });
  const accept = (token: string, { name, password }: Partial<NewPerson>, context = by()) =>
    identity.send<Session>(acceptInvitation.subject, { token, name, password }, context);
  const resend = (invitationId: string, who = administrator) => identity.send(resendInvitation.subject, { invitationId }, by(who));
  const withdraw = (invitationId: string, who = administrator) => identity.send(withdrawInvitation.subject, { invitationId }, by(who));
  const open = async (who = administrator) => (await identity.send<Invitations>(listInvitations.subject, {}, by(who))).items;
  const historyOf = (accountId: string) => identity.store.readStream<AccountEvent>(`account-${accountId}`);
  const grantsOf = async (accountId: string) => (await historyOf(accountId)).filter(({ type }) => type === 'RoleGranted');
  const invited = async (more: Parameters<typeof invite>[1] = {}, who = administrator) => {
    const person = newPerson();
    const { id } = await invite(person.email, more, by(who));
    return { person, id, token: await identity.tokenSentTo(person.email) };
  };
  const expire = (id: string) =>
    identity.query(`UPDATE identity.invitation SET expires_at = now() - interval '1 second' WHERE id = $1`, [id]);

  it('begin an account that holds the role, as an act of the administrator, with the address in no event', async () => {
    const until = new Date(Date.now() + 90 * day).toISOString();
    const { person, token } = await invited({ role: 'moderator', until });
    expect(await show(token)).toEqual({ state: 'open', email: person.email, unit: rootUnit, role: 'moderator', until, hasAccount: false });
    expect((await open()).find(({ email }) => email === person.email)).toMatchObject({ role: 'moderator', until, expired: false });
    const session = await accept(token, person);
    expect(session.account).toMatchObject({ name: person.name, email: person.email, assurance: 'email' });
    expect((await identity.authenticate(session.token)).actor.roles).toEqual([{ role: 'moderator', unit: rootUnit }]);
    const history = await historyOf(session.account.id);
    expect(history.map(({ type }) => type)).toEqual(expect.arrayContaining(['AccountRegistered', 'EmailConfirmed', 'RoleGranted']));
    const granted = history.find((event) => event.type === 'RoleGranted')!;
    expect(granted.data).toEqual({ accountId: session.account.id, role: 'moderator', unit: rootUnit, until, by: administrator.accountId });
    expect(granted.metadata.act).toMatchObject({ account: administrator.accountId });
    expect(JSON.stringify(history)).not.toContain(person.email);
    const [row] = await identity.query(`SELECT * FROM identity.invitation WHERE token_hash IS NOT NULL ORDER BY sent_at DESC LIMIT 1`);
    expect(JSON.stringify(row)).not.toContain(person.email);
    expect(JSON.stringify(row)).not.toContain(token);
    await identity.signIn(person);
  });

  it('give the role to the account that the address has, to whoever knows its password', async () => {
    const person = newPerson();
    const { account } = await identity.confirmed(person);
    await invite(person.email);
    const token = await identity.tokenSentTo(person.email);
    expect(await show(token)).toMatchObject({ state: 'open', hasAccount: true });
    await expect(accept(token, { password: 'not the password' })).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await grantsOf(account.id)).toEqual([]);
    const session = await accept(token, { password: person.password });
    expect(session.account.id).toBe(account.id);
    expect((await identity.authenticate(session.token)).actor.roles).toEqual([{ role: 'official', unit: rootUnit }]);
  });

  it('answer and write the same whether or not the address is known', async () => {
    const [known, unknown] = [newPerson(), newPerson()];
    await identity.confirmed(known);
    const answers = [await invite(known.email), await invite(unknown.email)];
    expect(answers.map((answer) => Object.keys(answer))).toEqual([['id'], ['id']]);
    const messages = await Promise.all([known, unknown].map(async ({ email }) => (await identity.mailTo(email))[0]!));
    const [first, second] = messages.map(({ subject, body }) => [subject, body.replace(/token=[\w-]+/, '')]);
    expect(first).toEqual(second);
    const rows = (await open()).filter(({ email }) => [known.email, unknown.email].includes(email));
    expect(rows.map((row) => Object.keys(row))).toEqual([Object.keys(rows[0]!), Object.keys(rows[0]!)]);
  });

  it('work once: a repeat gets the same answer, another is refused, and a role that was taken away does not come back', async () => {
    const { person, token } = await invited();
    const context = { ...by(), request: 'acceptance' };
    const { account } = await accept(token, person, context);
    expect((await accept(token, person, context)).account.id).toBe(account.id);
    expect(await grantsOf(account.id)).toHaveLength(1);
    await identity.revoke(account.id, 'official');
    await accept(token, person, context);
    expect(await show(token)).toEqual({ state: 'used' });
    await expect(accept(token, person)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    expect(await grantsOf(account.id)).toHaveLength(1);
    expect((await identity.signIn(person)).account.roles).toEqual([]);
  });

  it('to a role that is held already change nothing, and their repeat does not bring it back', async () => {
    const person = newPerson();
    const { account } = await identity.confirmed(person);
    await identity.grant(account.id, 'official');
    await invite(person.email);
    const context = { ...by(), request: 'acceptance' };
    const token = await identity.tokenSentTo(person.email);
    await accept(token, person, context);
    await identity.revoke(account.id, 'official');
    await accept(token, person, context);
    expect(await grantsOf(account.id)).toHaveLength(1);
    expect((await identity.signIn(person)).account.roles).toEqual([]);
  });

  it('are accepted by one of those who try at the same moment', async () => {
    const { person, token } = await invited();
    const outcomes = await Promise.allSettled([accept(token, person), accept(token, person), accept(token, person)]);
    const [session] = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await grantsOf(session!.account.id)).toHaveLength(1);
  });

  it('need a name and a password that is hard to guess for a new account, and stay open until both are there', async () => {
    const { person, token } = await invited();
    const refused = { code: 'VALIDATION_FAILED' };
    const both = { field: 'name', further: [{ field: 'password', params: { constraint: 'isUncommon' } }] };
    await expect(accept(token, { password: 'passwordpassword' })).rejects.toMatchObject({ ...refused, details: both });
    await expect(accept(token, { password: person.password })).rejects.toMatchObject({ ...refused, details: { field: 'name' } });
    const guessed = accept(token, { name: 'A', password: 'passwordpassword' });
    await expect(guessed).rejects.toMatchObject({ ...refused, details: { field: 'password' } });
    expect(await show(token)).toMatchObject({ state: 'open' });
    await accept(token, person);
  });

  it('open nothing once they are withdrawn, sent again or expired, and say so', async () => {
    const [gone, old, late] = [await invited(), await invited(), await invited()];
    for (let time = 0; time < 2; time++) await withdraw(gone.id);
    await resend(old.id);
    await expire(late.id);
    expect(await show(gone.token)).toEqual({ state: 'replaced' });
    expect(await show(old.token)).toEqual({ state: 'replaced' });
    expect(await show(late.token)).toEqual({ state: 'expired' });
    expect(await show(newToken())).toEqual({ state: 'unknown' });
    for (const { token, person } of [gone, old, late, { token: newToken(), person: newPerson() }])
      await expect(accept(token, person)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    const listed = await open();
    expect(listed.find(({ id }) => id === gone.id)).toBeUndefined();
    expect(listed.find(({ id }) => id === late.id)).toMatchObject({ expired: true });
    await resend(late.id);
    for (const { person } of [old, late]) await accept(await identity.tokenSentTo(person.email), person);
    await expect(resend(gone.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const act of [resend, withdraw]) await expect(act(old.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(identity.signIn(gone.person)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('take the place of an earlier one to the same role, and of no other', async () => {
    const { person, token } = await invited();
    await invite(person.email, { role: 'analyst' });
    expect(await show(token)).toMatchObject({ state: 'open' });
    await invite(person.email.toUpperCase());
    expect(await show(token)).toEqual({ state: 'replaced' });
    expect((await open()).filter(({ email }) => email.toLowerCase() === person.email)).toHaveLength(2);
  });

  it('have ended with a role whose end came before they were accepted', async () => {
    const { person, id, token } = await invited({ until: new Date(Date.now() + day).toISOString() });
    await identity.query(`UPDATE identity.invitation SET until = now() WHERE id = $1`, [id]);
    expect(await show(token)).toEqual({ state: 'expired' });
    await expect(accept(token, person)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    const past = { until: new Date(Date.now() - day).toISOString() };
    await expect(invite(person.email, past)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'until' } });
  });

  it('have their first answer for a retry that comes after the end of the role', async () => {
    const [{ email }, until, once] = [newPerson(), new Date(Date.now() + day).toISOString(), by(administrator)];
    const first = await invite(email, { until }, once);
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 2 * day);
    try {
      expect(await invite(email, { until }, once)).toEqual(first);
      await expect(invite(email, { until })).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'until' } });
    } finally {
      clock.mockRestore();
    }
  });

  it('are worth nothing once the administrator is none any more, also to somebody who has an account', async () => {
    const former = await identity.anAdministrator();
    const known = newPerson();
    const { account } = await identity.confirmed(known);
    await invite(known.email, {}, by(former));
    const token = await identity.tokenSentTo(known.email);
    const { person, token: other } = await invited({}, former);
    await identity.revoke(former.accountId, 'administrator');
    for (const each of [token, other]) expect(await show(each)).toEqual({ state: 'replaced' });
    await expect(accept(token, known)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    await expect(accept(other, person)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    expect(await grantsOf(account.id)).toEqual([]);
  });

  it('go with the administrator whose account was erased', async () => {
    const former = await identity.anAdministrator();
    const { person, token } = await invited({}, former);
    await identity.send(eraseAccount.subject, { accountId: former.accountId, reason: 'Left the ministry' }, by(administrator));
    await expect(accept(token, person)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
  });

  it('to be administrator for a time are left to administrators for good', async () => {
    const [until, far] = [new Date(Date.now() + day).toISOString(), new Date(Date.now() + 2 * day).toISOString()];
    const { person, token } = await invited({ role: 'administrator', until: far });
    const temporary = await identity.authenticate((await accept(token, person)).token);
    const shorter = invite(newPerson().email, { role: 'administrator', until }, by(temporary.actor));
    await expect(shorter).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    await invite(newPerson().email, { role: 'administrator' }, by(temporary.actor));
  });

  it('are sent, listed, sent again and withdrawn by administrators of the unit or above it alone', async () => {
    const make = async () => (await identity.send(makeUnit.subject, { above: rootUnit, name: 'Water' }, by(actor('administrator')))).id;
    const [water, roads] = [await make(), await make()];
    const { account, token } = await identity.confirmed(newPerson());
    await identity.grant(account.id, 'administrator', water);
    const { actor: ofWater } = await identity.authenticate(token);
    const [here, elsewhere] = [await invited({ unit: water }, ofWater), await invited({ unit: roads })];
    expect((await open(ofWater)).map(({ id }) => id)).toEqual([here.id]);
    for (const act of [resend, withdraw]) await expect(act(elsewhere.id, ofWater)).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    for (const unit of [rootUnit, roads])
      await expect(invite(newPerson().email, { unit }, by(ofWater))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    await expect(invite(newPerson().email, { unit: `${water}.00000000` })).rejects.toMatchObject({ code: 'UNIT_NOT_FOUND' });
    for (const who of [undefined, actor('official', 'moderator', 'analyst', 'auditor')]) {
      await expect(invite(newPerson().email, {}, by(who))).rejects.toMatchObject({ code: who ? 'FORBIDDEN_ROLE' : 'SIGN_IN_REQUIRED' });
      if (who) await expect(withdraw(here.id, who)).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    }
    const session = await accept(here.token, here.person);
    const [granted] = (await grantsOf(session.account.id)) as unknown as RoleGranted[];
    expect(granted?.data).toMatchObject({ unit: water, by: account.id });
  });

  it('are mailed to one address so often and no more, and are sent once for a command that comes twice', async () => {
    const { email } = newPerson();
    const context = { ...by(administrator), request: 'one' };
    const first = await invite(email, {}, context);
    expect(await invite(email, {}, context)).toEqual(first);
    expect(await identity.mailTo(email)).toHaveLength(1);
    const another = invite(newPerson().email, {}, { ...context, request: 'another' });
    await expect(another).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    for (let time = 0; time < 8; time++) await resend(first.id);
    expect(await identity.mailTo(email)).toHaveLength(4);
  });

  it('give a role that counts once the second factor is set up, where one is demanded', async () => {
    const person = { ...newPerson(), email: `${randomUUID()}@ministry.example` };
    await invite(person.email);
    const session = await accept(await identity.tokenSentTo(person.email), person);
    expect(session.account).toMatchObject({ roles: [], lacksSecondFactor: true });
    expect((await identity.authenticate(session.token)).actor.roles).toEqual([]);
    expect(await grantsOf(session.account.id)).toHaveLength(1);
  });

  it('are in the security log, without whom they are to', async () => {
    const logged = jest.spyOn(log, 'warn').mockImplementation(() => undefined);
    const { person, token } = await invited({ role: 'auditor' });
    const { account } = await accept(token, person);
    const told = logged.mock.calls.map(([facts]) => facts as object);
    logged.mockRestore();
    const [granted] = await grantsOf(account.id);
    expect(told).toContainEqual({ security: 'staff-invited', role: 'auditor' });
    expect(told).toContainEqual({ security: 'role-granted', role: 'auditor', position: granted!.position });
    for (const secret of [person.email, account.id, token]) expect(JSON.stringify(told)).not.toContain(secret);
  });

  it('are forgotten some days after their end, with the key of whom they were for', async () => {
    const { id, token } = await invited();
    const kept = await invited();
    await identity.query(`UPDATE identity.invitation SET expires_at = now() - interval '6 days' WHERE id = $1`, [id]);
    await identity.app().get(Expiry).putAway();
    expect(await show(token)).toEqual({ state: 'unknown' });
    expect(await identity.query(`SELECT 1 FROM identity.invitation WHERE id = $1`, [id])).toEqual([]);
    expect(await show(kept.token)).toMatchObject({ state: 'open' });
    await expect(withdraw(randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
