import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keyedHash } from '@isegoria/privacy';
import type { EmailClaimed } from '../address/address.contract';
import type { AccountEvent } from '../contract';
import { by, newPerson, startIdentity, type NewPerson, type RunningIdentity } from '../identity.fixture';
import { registerAccount } from './registration.contract';

describe('registration', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity({ PUBLIC_URL: 'https://participate.example' });
  });
  afterAll(() => identity?.stop());

  const emailStream = (email: string) => `email-${keyedHash(Buffer.from(process.env['EMAIL_HASH_KEY']!, 'base64'), 'email', email)}`;
  const claimsOf = (email: string) => identity.store.readStream<EmailClaimed>(emailStream(email));
  const historyOf = async (email: string) => {
    const [claimed] = await claimsOf(email);
    return claimed ? identity.store.readStream<AccountEvent>(`account-${claimed.data.accountId}`) : [];
  };

  it('begins an account, unverified, whose password opens it', async () => {
    const person = newPerson();
    await identity.register(person);
    expect((await historyOf(person.email)).map(({ type }) => type)).toEqual(['AccountRegistered', 'EmailConfirmationRequested']);
    const { account } = await identity.signIn(person);
    expect(account).toMatchObject({ email: person.email, name: person.name, language: 'en', roles: [], assurance: 'unverified' });
  });

  it('is refused with a password that would be guessed, before anything is kept or sent', async () => {
    const person = newPerson();
    for (const password of ['1234567890', 'aaaaaaaaaa', person.email, person.name]) {
      const refusal = { code: 'VALIDATION_FAILED', details: { field: 'password', params: { constraint: 'isUncommon' } } };
      await expect(identity.register({ ...person, password })).rejects.toMatchObject(refusal);
    }
    expect([await claimsOf(person.email), await identity.mailTo(person.email)]).toEqual([[], []]);
  });

  it('takes a password that another keyboard spells otherwise', async () => {
    const person = { ...newPerson(), password: 'cafe\u0301 au lait sucre\u0301' };
    await identity.register(person);
    expect((await identity.signIn({ ...person, password: 'caf\u00e9\u00a0au lait sucr\u00e9' })).account.email).toBe(person.email);
  });

  it('sends a link in the language of the person', async () => {
    const people = [newPerson('en'), newPerson('ar'), newPerson('fr')];
    await Promise.all(people.map((person) => identity.register(person)));
    const [inEnglish, inArabic, inFrench] = (await Promise.all(people.map(({ email }) => identity.mailTo(email)))).flat();
    expect(inEnglish!.subject).toBe('Confirm your e-mail address');
    expect(inArabic!.subject).toBe('تأكيد عنوان بريدك الإلكتروني');
    expect(inArabic!.body).toMatch(/https:\/\/participate\.example\/confirm\?token=[\w-]{64}\n/);
    expect(inFrench!.subject).toBe('Confirmez votre adresse électronique');
    expect(inFrench!.body).toMatch(
      /pendant 48 heures\u202f:\n\nhttps:\/\/participate\.example\/confirm\?token=[\w-]{64}\n\nSi vous n’avez pas/,
    );
  });

  it('puts nothing personal, and nothing that opens anything, in the log', async () => {
    const person = newPerson();
    await identity.register(person);
    const token = await identity.tokenSentTo(person.email);
    const written = JSON.stringify([await claimsOf(person.email), await historyOf(person.email)]).toLowerCase();
    for (const secret of [person.email, person.name, person.password, token, 'argon2']) {
      expect(written).not.toContain(secret.toLowerCase());
    }
  });

  it('leaves nothing in the claim of the address that the public log could tie to the account, and claims it in one way', async () => {
    const [person, context] = [newPerson(), by()];
    await identity.register(person, context);
    await identity.register(person, context);
    const claims = await claimsOf(person.email);
    expect(claims).toHaveLength(1);
    const [{ id, data, metadata }] = claims as [(typeof claims)[number]];
    const account = await historyOf(person.email);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8/);
    expect(data.blind).toMatch(/^[0-9a-f]{64}$/);
    expect(account.map((event) => event.metadata.correlationId)).not.toContain(metadata.correlationId);
  });

  it('handles a command once that is delivered twice: one account, one message, the same reply', async () => {
    const [person, context] = [newPerson(), by()];
    const replies = await Promise.all([identity.register(person, context), identity.register(person, context)]);
    replies.push(await identity.register(person, context));
    expect(new Set(replies.map((reply) => JSON.stringify(reply)))).toHaveProperty('size', 1);
    expect(await historyOf(person.email)).toHaveLength(2);
    expect(await identity.mailTo(person.email)).toHaveLength(1);
    await identity.signIn(person);
  });

  it('answers in the same way for a known address, and tells its mailbox', async () => {
    const person = newPerson();
    const first = await identity.register(person);
    const other = { ...newPerson(), email: person.email.toUpperCase() };
    expect(await identity.register(other)).toEqual(first);
    expect((await identity.mailTo(other.email)).map(({ subject }) => subject)).toEqual(['You already have an account']);
    expect(await historyOf(person.email)).toHaveLength(2);
    await identity.signIn(person);
    await expect(identity.signIn({ email: person.email, password: other.password })).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('does not flood the mailbox of somebody whose address others register again and again', async () => {
    const person = newPerson();
    await identity.register(person);
    for (let time = 0; time < 5; time++) await identity.register(person);
    expect(await identity.mailTo(person.email)).toHaveLength(1 + 3);
  });

  it('makes exactly one account of registrations of one address at the same moment', async () => {
    const { email } = newPerson();
    const rivals = Array.from({ length: 6 }, (): NewPerson => ({ ...newPerson(), email }));
    await Promise.all(rivals.map((rival) => identity.register(rival)));

    expect(await claimsOf(email)).toHaveLength(1);
    expect((await historyOf(email)).map(({ type }) => type)).toEqual(['AccountRegistered', 'EmailConfirmationRequested']);
    const opened = await Promise.allSettled(rivals.map((rival) => identity.signIn(rival)));
    const winners = opened.filter(({ status }) => status === 'fulfilled');
    expect(winners).toHaveLength(1);
    const [{ count }] = await identity.query(`SELECT count(*)::int FROM identity.credential WHERE account_id = $1`, [
      (await claimsOf(email))[0]!.data.accountId,
    ]);
    expect(count).toBe(1);
    const subjects = (await identity.mailTo(email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.startsWith('Confirm'))).toHaveLength(1);
  });

  it('goes on with a claim whose account never came to be', async () => {
    const [person, crashed] = [newPerson(), by().commandId];
    const claimed: EmailClaimed = { type: 'EmailClaimed', data: { accountId: crashed } };
    const metadata = { schema: 1, at: new Date().toISOString(), correlationId: crashed };
    await identity.store.append(emailStream(person.email), [{ ...claimed, id: by().commandId, metadata }], 'none');

    await identity.register(person);
    const { account } = await identity.signIn(person);
    expect(account.id).toBe(crashed);
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
    expect(await claimsOf(person.email)).toEqual([]);
  });
});
