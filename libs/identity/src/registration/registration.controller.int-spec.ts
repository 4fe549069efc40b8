import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EventStore, readRawLog } from '@isegoria/event-sourcing';
import { SubjectKeys } from '@isegoria/privacy';
import { Accounts } from '../account/accounts.service';
import type { EmailClaimed } from '../address/address.contract';
import { Addresses } from '../address/addresses.service';
import { confirmAnew, confirmEmail } from '../confirmation/confirmation.contract';
import type { AccountEvent } from '../contract';
import { eraseOwnAccount } from '../erasure/erasure.contract';
import { sendConfirmation } from '../change-of-address/change-of-address.contract';
import { by, newPerson, startIdentity, type NewPerson, type RunningIdentity } from '../identity.fixture';
import { Expiry } from '../link/expiry/expiry.service';
import { changePassword, requestNewPassword } from '../password/password.contract';
import type { Session } from '../session/session.contract';
import { Tables } from '../tables.service';
import { registerAccount } from './registration.contract';

describe('registration', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity({ PUBLIC_URL: 'https://participate.example' });
  });
  afterAll(() => identity?.stop());

  const claimsOf = (email: string) =>
    identity.store.readStream<EmailClaimed>(`email-${identity.app().get(Addresses).hashed('email', email)}`);
  const historyOf = (accountId: string) => identity.store.readStream<AccountEvent>(`account-${accountId}`);
  const confirm = (token: string, { password }: NewPerson) => identity.send<Session>(confirmEmail.subject, { token, password });
  const tokensSentTo = async (email: string) =>
    (await identity.mailTo(email)).flatMap(({ body }) => /token=([\w-]+)/.exec(body)?.[1] ?? []);

  it('begins an account, anonymous, that is open in this browser and by no password', async () => {
    const person = newPerson();
    const { account, token } = await identity.register(person);
    expect((await historyOf(account.id)).map(({ type }) => type)).toEqual(['AccountRegistered']);
    expect(await claimsOf(person.email)).toEqual([]);
    expect(account).toMatchObject({ email: person.email, name: person.name, language: 'en', roles: [], assurance: 'anonymous' });
    expect((await identity.authenticate(token)).actor).toEqual({ accountId: account.id, roles: [], assurance: 'anonymous' });
    await expect(identity.signIn(person)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('is refused with a password that would be guessed, before anything is kept or sent', async () => {
    const person = newPerson();
    for (const password of ['1234567890', 'aaaaaaaaaa', person.email, person.name]) {
      const refusal = { code: 'VALIDATION_FAILED', details: { field: 'password', params: { constraint: 'isUncommon' } } };
      await expect(identity.register({ ...person, password })).rejects.toMatchObject(refusal);
    }
    expect(await identity.mailTo(person.email)).toEqual([]);
  });

  it('takes a password that another keyboard spells otherwise', async () => {
    const person = { ...newPerson(), password: 'cafe\u0301 au lait sucre\u0301' };
    await identity.confirmed(person);
    expect((await identity.signIn({ ...person, password: 'caf\u00e9\u00a0au lait sucr\u00e9' })).account.email).toBe(person.email);
  });

  it('sends a link in the language of the person', async () => {
    const people = [newPerson('en'), newPerson('ar'), newPerson('fr')];
    await Promise.all(people.map((person) => identity.register(person)));
    const [inEnglish, inArabic, inFrench] = (await Promise.all(people.map(({ email }) => identity.mailTo(email)))).flat();
    expect(inEnglish!.subject).toBe('Confirm your e-mail address');
    expect(inArabic!.subject).toBe('تأكيد عنوان بريدك الإلكتروني');
    expect(inArabic!.body).toMatch(/https:\/\/participate\.example\/confirm\?token=[\w-]{43}\n/);
    expect(inFrench!.subject).toBe('Confirmez votre adresse électronique');
    expect(inFrench!.body).toMatch(
      /pendant 48 heures\u202f:\n\nhttps:\/\/participate\.example\/confirm\?token=[\w-]{43}\n\nSi ce n’était pas/,
    );
  });

  it('sends a link that leads back to where the person was, and to no words of anybody else', async () => {
    const [person, known] = [newPerson(), newPerson()];
    const returnTo = '/consultations/c0450000-0000-4000-8000-000000000001';
    const { account } = await identity.send<Session>(registerAccount.subject, { ...person, returnTo });
    const link = `&return=${encodeURIComponent(returnTo)}\n`;
    expect((await identity.mailTo(person.email))[0]!.body).toContain(link);
    const self = by({ accountId: account.id, roles: [], assurance: 'anonymous' });
    await identity.send(sendConfirmation.subject, { email: person.email, returnTo }, self);
    expect((await identity.mailTo(person.email))[0]!.body).toContain(link);
    await identity.confirmed(known);
    await identity.send(registerAccount.subject, { ...newPerson(), email: known.email, returnTo });
    expect((await identity.mailTo(known.email))[0]!.body).toContain(`/sign-in?return=${encodeURIComponent(returnTo)}\n`);
    const forged = identity.send(registerAccount.subject, { ...newPerson(), returnTo: '/you-have-won/call' });
    await expect(forged).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('puts nothing personal, and nothing that opens anything, in the log', async () => {
    const person = newPerson();
    const { account } = await identity.register(person);
    const token = await identity.tokenSentTo(person.email);
    await confirm(token, person);
    const written = JSON.stringify([await claimsOf(person.email), await historyOf(account.id)]).toLowerCase();
    for (const secret of [person.email, person.name, person.password, token, 'argon2']) {
      expect(written).not.toContain(secret.toLowerCase());
    }
  });

  it('leaves nothing in the claim of the address that the public log could tie to the account', async () => {
    const person = newPerson();
    const { account } = await identity.confirmed(person);
    const claims = await claimsOf(person.email);
    expect(claims).toHaveLength(1);
    const [{ id, data, metadata }] = claims as [(typeof claims)[number]];
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8/);
    expect(data.blind).toMatch(/^[0-9a-f]{64}$/);
    expect((await historyOf(account.id)).map((event) => event.metadata.correlationId)).not.toContain(metadata.correlationId);
  });

  it('handles a command once that is delivered twice: one account, one message', async () => {
    const [person, context] = [newPerson(), by()];
    const replies = await Promise.all([identity.register(person, context), identity.register(person, context)]);
    replies.push(await identity.register(person, context));
    expect(new Set(replies.map(({ account, position }) => JSON.stringify([account, position])))).toHaveProperty('size', 1);
    expect(await historyOf(context.commandId)).toHaveLength(1);
    expect(await identity.mailTo(person.email)).toHaveLength(1);
  });

  it('opens nothing when it is repeated after the password was changed', async () => {
    const [person, context] = [newPerson(), by()];
    const { account } = await identity.register(person, context);
    await confirm(await identity.tokenSentTo(person.email), person);
    const self = by({ accountId: account.id, roles: [], assurance: 'email' });
    await identity.send(changePassword.subject, { password: person.password, newPassword: 'another long password' }, self);
    await expect(identity.register(person, context)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('leaves the same leaves and takes the same steps for an address that has an account, has none, or is one of the staff', async () => {
    const [known, staff, unknown] = [newPerson(), newPerson(), newPerson()];
    await identity.confirmed(known);
    await identity.grant((await identity.confirmed(staff)).account.id, 'moderator');
    const steps = async (email: string, work: () => Promise<unknown>) => {
      const log = (await readRawLog(identity.store, { count: 10_000 })).length;
      const mails = (await identity.mailTo(email)).length;
      const queries = jest.spyOn(Tables.prototype, 'query');
      const appends = jest.spyOn(EventStore.prototype, 'append');
      await work();
      const statements = queries.mock.calls.map(([statement]) => statement.trim().slice(0, 40)).sort();
      const streams = appends.mock.calls.map(([stream, events]) => [stream.split('-')[0], events.map(({ type }) => type)]);
      jest.restoreAllMocks();
      const leaves = (await readRawLog(identity.store, { count: 10_000 }))
        .slice(log)
        .map(({ stream, type }) => [stream.split('-')[0], type]);
      return { statements, streams, leaves, mails: (await identity.mailTo(email)).length - mails };
    };
    const of = async (email: string) => ({
      registering: await steps(email, () => identity.register({ ...newPerson(), email })),
      forgetting: await steps(email, () => identity.send(requestNewPassword.subject, { email })),
      failing: await steps(email, () => identity.signIn({ email, password: 'not my password' }).catch(() => undefined)),
    });
    const taken = [await of(known.email), await of(staff.email), await of(unknown.email)];
    expect(taken[0]!.registering.leaves).toEqual([['account', 'AccountRegistered']]);
    expect([taken[0]!.registering.mails, taken[0]!.forgetting.mails]).toEqual([1, 1]);
    expect([taken[0]!.forgetting.leaves, taken[0]!.failing.leaves]).toEqual([[], []]);
    expect(taken[1]).toEqual(taken[0]);
    expect(taken[2]).toEqual(taken[0]);
  });

  it('answers alike for a known address, and tells its mailbox', async () => {
    const person = newPerson();
    const first = await identity.confirmed(person);
    const other = { ...newPerson(), email: person.email.toUpperCase() };
    const answer = await identity.register(other);
    expect(Object.keys(answer).sort()).toEqual(Object.keys(first).sort());
    expect(answer.account).toMatchObject({ email: other.email, name: other.name, assurance: 'anonymous' });
    expect((await identity.mailTo(other.email)).map(({ subject }) => subject)).toEqual(['You already have an account']);
    await identity.signIn(person);
    await expect(identity.signIn({ email: person.email, password: other.password })).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('does not flood a mailbox, whatever becomes of the accounts meanwhile', async () => {
    const { email } = newPerson();
    for (let time = 0; time < 6; time++) {
      const person = { ...newPerson(), email };
      const { account } = await identity.register(person);
      const self = by({ accountId: account.id, roles: [], assurance: 'anonymous' });
      await identity.send(eraseOwnAccount.subject, { password: person.password }, self);
    }
    await identity.register({ ...newPerson(), email });
    expect(await identity.mailTo(email)).toEqual([]);
    for (let time = 0; time < 6; time++) await identity.send(requestNewPassword.subject, { email });
    expect(await identity.mailTo(email)).toHaveLength(4);
  });

  describe('of one address by several', () => {
    const rivals = async () => {
      const { email } = newPerson();
      const squatter: NewPerson = { ...newPerson(), email };
      return { email, squatter, owner: { ...newPerson(), email } };
    };

    it('gives nothing to a squatter who was first and waits: the owner confirms what the owner registered', async () => {
      const { email, squatter, owner } = await rivals();
      const waiting = await identity.register(squatter);
      const own = await identity.register(owner);
      const [newest, oldest] = await tokensSentTo(email);
      await expect(confirm(oldest!, owner)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
      expect((await confirm(newest!, owner)).account).toMatchObject({ id: own.account.id, assurance: 'email' });
      expect((await identity.authenticate(waiting.token)).actor.assurance).toBe('anonymous');
      await expect(identity.signIn(squatter)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
      await expect(confirm(oldest!, squatter)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    });

    it('leaves the owner the own link where a squatter comes after', async () => {
      const { email, squatter, owner } = await rivals();
      const own = await identity.register(owner);
      const [first] = await tokensSentTo(email);
      await identity.register(squatter);
      expect((await confirm(first!, owner)).account.id).toBe(own.account.id);
      await expect(identity.signIn(squatter)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    });

    it("gives whoever has the mailbox and not the password a clean account, with nothing of the squatter's", async () => {
      const { email, squatter, owner } = await rivals();
      const { account: theirs, token } = await identity.register(squatter);
      const link = await identity.tokenSentTo(email);
      const { account } = await identity.send<Session>(confirmAnew.subject, { token: link, name: owner.name, password: owner.password });
      expect(account).toMatchObject({ email, name: owner.name, assurance: 'email' });
      expect(account.id).not.toBe(theirs.id);
      expect((await identity.signIn(owner)).account.id).toBe(account.id);
      await expect(identity.signIn(squatter)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
      expect((await identity.authenticate(token)).actor).toEqual({ accountId: theirs.id, roles: [], assurance: 'anonymous' });
      expect((await historyOf(theirs.id)).map(({ type }) => type)).toEqual(['AccountRegistered']);
    });

    it('makes exactly one account confirmed when all links are followed at the same moment', async () => {
      const { email } = newPerson();
      const people = Array.from({ length: 3 }, (): NewPerson => ({ ...newPerson(), email }));
      for (const person of people) await identity.register(person);
      const links = (await tokensSentTo(email)).reverse();
      const outcomes = await Promise.allSettled(people.map((person, index) => confirm(links[index]!, person)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await claimsOf(email)).toHaveLength(1);
      const opened = await Promise.allSettled(people.map((person) => identity.signIn(person)));
      expect(opened.map(({ status }) => status)).toEqual(outcomes.map(({ status }) => status));
    });
  });

  it('expires: nobody gets in again, and nobody learns name and address; a confirmed account stays', async () => {
    const [person, other] = [newPerson(), newPerson()];
    const { account, token } = await identity.register(person);
    const confirmed = await identity.confirmed(other);
    const link = await identity.tokenSentTo(person.email);
    const expire = async (days: number) => {
      await identity.query(`UPDATE identity.link SET expires_at = expires_at - make_interval(days => $1)`, [days]);
      await identity.app().get(Expiry).putAway();
    };
    await expire(4);
    expect((await identity.authenticate(token)).actor.accountId).toBe(account.id);
    await expire(4);
    await expect(identity.authenticate(token)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
    await expect(confirm(link, person)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    const accounts = identity.app().get(Accounts);
    expect(await accounts.profileOf(await accounts.read(account.id))).toBeNull();
    expect(await identity.query('SELECT 1 FROM identity.password WHERE account_id = $1', [account.id])).toEqual([]);
    expect(await identity.app().get(SubjectKeys).isDestroyed(account.id)).toBe(false);
    expect((await identity.signIn(other)).account.id).toBe(confirmed.account.id);
  });

  it('leaves no message readable to an address that nobody confirmed, or that has no account, once its link is forgotten', async () => {
    const [person, stranger] = [newPerson(), newPerson()];
    await identity.register(person);
    await identity.send(requestNewPassword.subject, { email: stranger.email });
    const received = async () => (await Promise.all([person, stranger].map(({ email }) => identity.mailTo(email)))).flat().length;
    expect(await received()).toBe(2);
    await identity.query('CREATE TABLE carved AS SELECT * FROM identity.mailbox');
    await identity.query(`UPDATE identity.link SET expires_at = expires_at - interval '8 days'`);
    await identity.app().get(Expiry).putAway();
    // As the files of the database may still have them.
    await identity.query('INSERT INTO identity.mailbox SELECT * FROM carved ON CONFLICT DO NOTHING');
    expect(await received()).toBe(0);
  });

  it.each([
    ['no address', { email: 'nobody' }, 'email'],
    ['an address with a line break in it', { email: '"a\r\nBcc: all@example.org"@example.org' }, 'email'],
    ['half a surrogate pair in the address', { email: '\ud800@example.org' }, 'email'],
    ['an address of the wrong kind', { email: { $ne: null } }, 'email'],
    ['several addresses', { email: ['a@example.org', 'b@example.org'] }, 'email'],
    ['a NUL in the name', { name: 'a\u0000b' }, 'name'],
    ['half a surrogate pair in the name', { name: 'a\udfffb' }, 'name'],
    ['a short password', { password: '123456789' }, 'password'],
    ['an endless password', { password: 'a'.repeat(201) }, 'password'],
    ['a NUL in the password', { password: 'password\u0000secret' }, 'password'],
    ['an unknown language', { language: 'tlh' }, 'language'],
    ['a missing name', { name: undefined }, 'name'],
  ])('refuses %s', async (_, wrong, field) => {
    const command = { ...newPerson(), ...wrong };
    await expect(identity.send(registerAccount.subject, command)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field } });
  });

  it('refuses fields that nobody asked for', async () => {
    const person = newPerson();
    const command = { ...person, roles: ['administrator'] };
    await expect(identity.send(registerAccount.subject, command)).rejects.toMatchObject({
      code: 'UNKNOWN_FIELD',
      details: { field: 'roles' },
    });
    expect(await identity.mailTo(person.email)).toEqual([]);
  });
});
