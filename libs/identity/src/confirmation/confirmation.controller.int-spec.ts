import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Addresses } from '../address/addresses.service';
import { sendConfirmation } from '../change-of-address/change-of-address.contract';
import type { AccountEvent } from '../contract';
import { by, newPerson, startIdentity, type NewPerson, type RunningIdentity } from '../identity.fixture';
import { showLink, type LinkView } from '../link/link.contract';
import type { Session } from '../session/session.contract';
import { newToken } from '../session/tokens';
import { confirmAnew, confirmEmail } from './confirmation.contract';

describe('confirmation of an e-mail address', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  const confirm = (token: unknown, { password }: NewPerson, context = by()) =>
    identity.send<Session>(confirmEmail.subject, { token, password } as object, context);
  const historyOf = (accountId: string) => identity.store.readStream<AccountEvent>(`account-${accountId}`);
  const linkOf = (token: string) => identity.send<LinkView>(showLink.subject, { token });
  const resend = (accountId: string, email: string) =>
    identity.send(sendConfirmation.subject, { email }, by({ accountId, roles: [], assurance: 'anonymous' }));

  it('shows at once in the session that is open, and opens one for whoever confirms', async () => {
    const person = newPerson();
    const { token, account } = await identity.register(person);
    expect((await identity.authenticate(token)).actor.assurance).toBe('anonymous');
    const confirmed = await confirm(await identity.tokenSentTo(person.email), person);
    expect(confirmed.account).toEqual({ ...account, assurance: 'email', version: expect.any(Number) });
    for (const session of [token, confirmed.token]) expect((await identity.authenticate(session)).actor.assurance).toBe('email');
    expect((await historyOf(account.id)).at(-1)).toMatchObject({ type: 'EmailConfirmed', position: confirmed.position });
  });

  it('says what it will do before it does it, and what became of it afterwards', async () => {
    const person = newPerson();
    const { account } = await identity.register(person);
    const token = await identity.tokenSentTo(person.email);
    const asked = { purpose: 'confirmation', askedAt: expect.any(String) };
    for (let time = 0; time < 2; time++)
      expect(await linkOf(token)).toEqual({ ...asked, state: 'open', name: person.name, email: person.email });
    expect((await historyOf(account.id)).map(({ type }) => type)).toEqual(['AccountRegistered']);
    await identity.register({ ...newPerson(), email: person.email });
    const other = await identity.tokenSentTo(person.email);
    await confirm(token, person);
    expect(await linkOf(token)).toEqual({ ...asked, state: 'used' });
    expect(await linkOf(other)).toEqual({ ...asked, state: 'overtaken' });
    expect(await linkOf(newToken())).toEqual({ state: 'unknown' });
  });

  it('is of the address that the link was sent to: not of one that the account gets before the link ends', async () => {
    const [person, { email: strangers }] = [newPerson(), newPerson()];
    const { account } = await identity.register(person);
    const token = await identity.tokenSentTo(person.email);
    await resend(account.id, strangers);
    await identity.query(`UPDATE identity.link SET ended = NULL WHERE ended = 'replaced'`);
    await expect(confirm(token, person)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    const anew = { token, name: 'A', password: 'another long password' };
    await expect(identity.send(confirmAnew.subject, anew)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    expect((await historyOf(account.id)).map(({ type }) => type)).not.toContain('EmailConfirmed');
  });

  it('gives the same answer to the same command, and refuses the link to another', async () => {
    const [person, context] = [newPerson(), by()];
    const { account } = await identity.register(person);
    const token = await identity.tokenSentTo(person.email);
    const { position } = await confirm(token, person, context);
    expect(await confirm(token, person, context)).toMatchObject({ position, account: { id: account.id } });
    await expect(confirm(token, person)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    expect((await historyOf(account.id)).filter(({ type }) => type === 'EmailConfirmed')).toHaveLength(1);
  });

  it('is given once when the link is opened twice at the same moment', async () => {
    const person = newPerson();
    await identity.register(person);
    const token = await identity.tokenSentTo(person.email);
    const outcomes = await Promise.allSettled([confirm(token, person), confirm(token, person), confirm(token, person)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('refuses a wrong password as a sign-in does, and a forged token whatever comes with it', async () => {
    const person = newPerson();
    await identity.register(person);
    const real = await identity.tokenSentTo(person.email);
    const altered = real.slice(0, -2) + (real.endsWith('AA') ? 'EA' : 'AA');
    for (const token of [newToken(), altered, `${real}=`, real.slice(1), '', '\u0000'.repeat(43), '\ud800'.repeat(43)])
      await expect(confirm(token, person)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    for (const token of [undefined, null, 7, [real], { real }, 'a'.repeat(201)])
      await expect(confirm(token, person)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'token' } });
    const wrong = () => confirm(real, { ...person, password: 'not my password' }).catch(({ code }) => code);
    for (let time = 0; time < 10; time++) expect(await wrong()).toBe('WRONG_CREDENTIALS');
    expect(await wrong()).toBe('TOO_MANY_REQUESTS');
    // The tries are those of the registration: nobody is kept out of an account at the address by them.
    const anew = { token: real, name: person.name, password: 'another long password' };
    expect((await identity.send<Session>(confirmAnew.subject, anew)).account.assurance).toBe('email');
    await identity.signIn({ ...person, password: anew.password });
  });

  it('goes on with the same account where it was interrupted after the claim', async () => {
    const person = newPerson();
    const { account } = await identity.register(person);
    const stream = `email-${identity.app().get(Addresses).nameOf(person.email)}`;
    const metadata = { schema: 1, at: new Date().toISOString(), correlationId: by().commandId };
    const claimed = { type: 'EmailClaimed', data: { accountId: account.id }, id: by().commandId, metadata };
    await identity.store.append(stream, [claimed], 'none');
    expect((await confirm(await identity.tokenSentTo(person.email), person)).account.id).toBe(account.id);
    expect(await identity.store.readStream(stream)).toHaveLength(1);
  });

  it('can be sent once more, also to an address that was mistyped: the newest link works, and an older one says so', async () => {
    const person = newPerson();
    const { account, token: session } = await identity.register(person);
    const old = await identity.tokenSentTo(person.email);
    const { email } = newPerson();
    await resend(account.id, person.email);
    await resend(account.id, email);
    expect(await linkOf(old)).toMatchObject({ state: 'replaced' });
    await expect(confirm(old, person)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    await expect(identity.signIn({ ...person, email })).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect((await confirm(await identity.tokenSentTo(email), person)).account).toMatchObject({ id: account.id, email });
    expect((await identity.authenticate(session)).actor.assurance).toBe('email');
    await expect(resend(account.id, person.email)).rejects.toMatchObject({ code: 'ALREADY_DONE' });
  });

  it('is not to be had with a link that is older than 48 hours', async () => {
    const person = newPerson();
    const { account } = await atTime(Date.now() - (48 * 60 + 1) * 60_000, () => identity.register(person));
    const old = await identity.tokenSentTo(person.email);
    expect(await linkOf(old)).toMatchObject({ state: 'expired' });
    await expect(confirm(old, person)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    await resend(account.id, person.email);
    expect((await confirm(await identity.tokenSentTo(person.email), person)).account.assurance).toBe('email');
  });

  it('opens no account whose key was destroyed', async () => {
    const person = newPerson();
    const { account } = await identity.confirmed(person);
    await identity.query(`DELETE FROM vault.person_key WHERE person_id = $1`, [account.id]);
    await identity.restart();
    await expect(identity.signIn(person)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });
});

/** Does something while the clock of this process shows another time, without changing its timers. */
async function atTime<Result>(now: number, work: () => Promise<Result>): Promise<Result> {
  const timing = ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const;
  const timers = ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const;
  jest.useFakeTimers({ now, doNotFake: [...timing, ...timers] });
  return work().finally(() => jest.useRealTimers());
}
