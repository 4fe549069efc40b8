import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { by, newPerson, startIdentity, type NewPerson, type RunningIdentity } from '../identity.fixture';
import { showLink } from '../link/link.contract';
import type { Session } from '../session/session.contract';
import { newToken } from '../session/tokens';
import { changePassword, chooseNewPassword, requestNewPassword } from './password.contract';

const another = 'another long password';

describe('a password', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  const request = ({ email }: { email: string }) => identity.send(requestNewPassword.subject, { email });
  const choose = (token: string, password = another, context = by()) =>
    identity.send<Session>(chooseNewPassword.subject, { token, password }, context);
  const selfOf = ({ account }: Session) => by({ accountId: account.id, roles: [], assurance: account.assurance });
  const change = (session: Session, password: string, newPassword = another, context = selfOf(session)) =>
    identity.send<Session>(changePassword.subject, { password, newPassword }, context);
  const subjectsTo = async ({ email }: NewPerson) => (await identity.mailTo(email)).map(({ subject }) => subject);
  const isOver = (token: string) => expect(identity.authenticate(token)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });

  it('that is forgotten is replaced by whoever has the mailbox: the old one and all sessions end, and the person is told', async () => {
    const person = newPerson();
    const { token, account } = await identity.confirmed(person);
    for (let time = 0; time < 11; time++) await identity.signIn({ ...person, password: 'not my password' }).catch(() => undefined);
    await request(person);
    const session = await choose(await identity.tokenSentTo(person.email));
    expect(session.account.id).toBe(account.id);
    await isOver(token);
    expect((await identity.authenticate(session.token)).actor.accountId).toBe(account.id);
    await expect(identity.signIn(person)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    await identity.signIn({ ...person, password: another });
    expect(await subjectsTo(person)).toEqual(['Your password was changed', 'Choose a new password']);
  });

  it('that is forgotten has a link that leads back to where the person was, if that is a page of the site', async () => {
    const [person, returnTo] = [newPerson(), '/consultations/c0450000-0000-4000-8000-000000000001'];
    await identity.confirmed(person);
    const ask = (email: string, path: string) => identity.send(requestNewPassword.subject, { email, returnTo: path });
    await ask(person.email, returnTo);
    expect((await identity.mailTo(person.email))[0]!.body).toContain(`&return=${encodeURIComponent(returnTo)}`);
    const stranger = newPerson();
    await ask(stranger.email, returnTo);
    expect((await identity.mailTo(stranger.email))[0]!.body).toContain(`/register?return=${encodeURIComponent(returnTo)}`);
    for (const path of ['https://evil.example', '//evil.example', '/Call-me-on-555'])
      await expect(ask(person.email, path)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('is replaced once with a link, and a repeat of the same request changes nothing', async () => {
    const [person, context] = [newPerson(), by()];
    await identity.confirmed(person);
    await request(person);
    const token = await identity.tokenSentTo(person.email);
    const session = await choose(token, another, context);
    await choose(token, another, context);
    expect((await identity.authenticate(session.token)).actor.accountId).toBe(session.account.id);
    await expect(choose(token, 'a third long password')).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    await change(session, another, 'a third long password');
    await expect(choose(token, another, context)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await identity.send(showLink.subject, { token })).toMatchObject({ purpose: 'password', state: 'used' });
  });

  it('has its link sent to the address that the owner typed, since another spelling may be the mailbox of somebody else', async () => {
    const person = newPerson();
    await identity.confirmed(person);
    const wide = person.email.replace(/^./, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    await request({ email: wide });
    expect(await identity.mailTo(wide)).toEqual([]);
    expect(await subjectsTo(person)).toEqual(['Choose a new password']);
  });

  it('can be replaced by its owner, however often others ask in their name or register with their address', async () => {
    const person = newPerson();
    const { account } = await identity.confirmed(person);
    for (let time = 0; time < 6; time++) await identity.register({ ...newPerson(), email: person.email });
    await request(person);
    const token = await identity.tokenSentTo(person.email);
    for (let time = 0; time < 6; time++) await request(person);
    expect((await subjectsTo(person)).filter((subject) => subject === 'Choose a new password')).toHaveLength(4);
    expect((await choose(token)).account.id).toBe(account.id);
  });

  it('is not replaced with a link that is too old, unknown, for another purpose or for nobody', async () => {
    const person = newPerson();
    await identity.register(person);
    const forConfirmation = await identity.tokenSentTo(person.email);
    await request(person);
    expect(await subjectsTo(person)).toContain('There is no account with this address');
    const { email } = newPerson();
    const known = { ...newPerson(), email };
    await identity.confirmed(known);
    await request(known);
    const tooOld = await identity.tokenSentTo(email);
    await identity.query(`UPDATE identity.link SET expires_at = now() WHERE purpose = 'password'`);
    for (const token of [forConfirmation, tooOld, newToken(), ''])
      await expect(choose(token)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    await identity.signIn(known);
  });

  it('that would be guessed is refused before the link is used up', async () => {
    const person = newPerson();
    await identity.confirmed(person);
    await request(person);
    const token = await identity.tokenSentTo(person.email);
    await expect(choose(token, person.email)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'password' } });
    await choose(token);
  });

  it('is changed by whoever knows it: all other sessions end, and the person is told', async () => {
    const person = newPerson();
    const first = await identity.confirmed(person);
    const other = await identity.signIn(person);
    await expect(change(first, 'not my password')).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    await expect(change(first, person.password, person.name)).rejects.toMatchObject({ details: { field: 'newPassword' } });
    const context = selfOf(first);
    const session = await change(first, person.password, another, context);
    for (const { token } of [first, other]) await isOver(token);
    await change(first, person.password, another, context);
    expect((await identity.authenticate(session.token)).actor.accountId).toBe(first.account.id);
    expect(await subjectsTo(person)).toContain('Your password was changed');
    await identity.signIn({ ...person, password: another });
  });

  it('of an unconfirmed account is changed without a word to the address, whose tries it does not clear', async () => {
    const owner = newPerson();
    await identity.confirmed(owner);
    for (let time = 0; time < 9; time++) await identity.signIn({ ...owner, password: 'not my password' }).catch(() => undefined);
    const squatter = { ...newPerson(), email: owner.email };
    const session = await identity.register(squatter);
    await change(session, squatter.password);
    expect(await subjectsTo(owner)).not.toContain('Your password was changed');
    const fail = () => identity.signIn({ ...owner, password: 'not my password' }).catch(({ code }) => code);
    expect([await fail(), await fail()]).toEqual(['WRONG_CREDENTIALS', 'TOO_MANY_REQUESTS']);
  });
});
