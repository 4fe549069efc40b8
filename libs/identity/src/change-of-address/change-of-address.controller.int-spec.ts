import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountEvent } from '../contract';
import { eraseOwnAccount } from '../erasure/erasure.contract';
import { by, newPerson, startIdentity, type NewPerson, type RunningIdentity } from '../identity.fixture';
import { Expiry } from '../link/expiry/expiry.service';
import { changeProfile } from '../profile/profile.contract';
import type { Session } from '../session/session.contract';
import { changeAddress, confirmNewAddress, keepOldAddress } from './change-of-address.contract';

describe('name, language, time zone and address of an account', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  const selfOf = ({ account }: Session) => by({ accountId: account.id, roles: [], assurance: account.assurance });
  const ask = (session: Session, email: string, { password }: NewPerson) =>
    identity.send(changeAddress.subject, { email, password }, selfOf(session));
  const confirmNew = async (email: string, { password }: NewPerson) =>
    identity.send(confirmNewAddress.subject, { token: await identity.tokenSentTo(email), password });
  const keepOld = (token: string, password = 'a new password of mine') =>
    identity.send<Session>(keepOldAddress.subject, { token, password });
  const isWrong = (person: { email: string; password: string }) =>
    expect(identity.signIn(person)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  /** Somebody whose address was just changed. */
  const moved = async () => {
    const [person, { email }] = [newPerson(), newPerson()];
    const session = await identity.confirmed(person);
    await ask(session, email, person);
    await confirmNew(email, person);
    return { person, session, old: person.email, email, undo: await identity.tokenSentTo(person.email) };
  };
  const undoExpires = async () => {
    await identity.query(`UPDATE identity.link SET expires_at = now() - interval '1 second' WHERE purpose = 'undo'`);
    await identity.app().get(Expiry).putAway();
  };

  it('are changed, sealed, and shown from then on', async () => {
    const person = newPerson();
    for (const session of [await identity.register(person), await identity.confirmed(newPerson())]) {
      const profile = { name: 'Zoë Ærø', language: 'fr', timeZone: 'Africa/Cairo' };
      await identity.send(changeProfile.subject, profile, selfOf(session));
      const events = await identity.store.readStream<AccountEvent>(`account-${session.account.id}`);
      expect(events.at(-1)!.type).toBe('ProfileChanged');
      for (const secret of ['Zoë', 'Cairo']) expect(JSON.stringify(events)).not.toContain(secret);
    }
    await identity.send(changeProfile.subject, { name: 'A', language: 'en' }).catch(({ code }) => expect(code).toBe('SIGN_IN_REQUIRED'));
    const token = await identity.tokenSentTo(person.email);
    const { account } = await identity.send<Session>('command.confirm-email', { token, password: person.password });
    expect(account).toMatchObject({ name: 'Zoë Ærø', language: 'fr', timeZone: 'Africa/Cairo', email: person.email });
    const self = by({ accountId: account.id, roles: [], assurance: 'email' });
    const nowhere = identity.send(changeProfile.subject, { name: 'A', language: 'en', timeZone: 'Mars/Olympus' }, self);
    await expect(nowhere).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'timeZone' } });
    await identity.send(changeProfile.subject, { name: 'A', language: 'en' }, self);
    expect((await identity.signIn(person)).account.timeZone).toBeUndefined();
  });

  it('the old address is valid and told until the new one is confirmed, which then opens the account alone', async () => {
    const [person, { email }] = [newPerson(), newPerson()];
    const session = await identity.confirmed(person);
    await ask(session, email, person);
    expect((await identity.mailTo(person.email))[0]!.subject).toBe('Your account will have another e-mail address');
    await identity.signIn(person);
    await isWrong({ ...person, email });
    await confirmNew(email, person);
    await isWrong(person);
    expect((await identity.signIn({ ...person, email })).account).toMatchObject({ id: session.account.id, email, assurance: 'email' });
    const token = await identity.tokenSentTo(email);
    await expect(identity.send(confirmNewAddress.subject, { token, password: person.password })).rejects.toMatchObject({
      code: 'CONFIRMATION_INVALID',
    });
  });

  it("nobody gives somebody else's address to an account whose password they know", async () => {
    const [attacker, victim] = [newPerson(), newPerson()];
    const session = await identity.confirmed(attacker);
    await expect(ask(session, victim.email, { ...attacker, password: 'not my password' })).rejects.toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
    await ask(session, victim.email, attacker);
    await expect(confirmNew(victim.email, victim)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    await identity.register(victim);
    expect((await identity.confirmed({ ...victim, email: newPerson().email })).account.id).not.toBe(session.account.id);
    const own = await identity.tokenSentTo(victim.email);
    await identity.send('command.confirm-email', { token: own, password: victim.password });
    await identity.signIn(victim);
  });

  it('an address that has an account is told so, in the same steps, and stays with it', async () => {
    const [person, other] = [newPerson(), newPerson()];
    await identity.confirmed(other);
    await ask(await identity.confirmed(person), other.email, person);
    expect((await identity.mailTo(other.email))[0]!.subject).toBe('This address already has an account');
    await identity.signIn(other);
  });

  it('the old address stops a change that is not confirmed, with a new password', async () => {
    const [person, { email }] = [newPerson(), newPerson()];
    const session = await identity.confirmed(person);
    await ask(session, email, person);
    await keepOld(await identity.tokenSentTo(person.email));
    await expect(confirmNew(email, { ...person, password: 'a new password of mine' })).rejects.toMatchObject({
      code: 'CONFIRMATION_INVALID',
    });
    await isWrong(person);
    await identity.signIn({ ...person, password: 'a new password of mine' });
    await expect(identity.authenticate(session.token)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  it.each([0, 10, 20, 30, 40])('the old address is kept, also if the new one is confirmed %d ms before that', async (before) => {
    const [person, { email }] = [newPerson(), newPerson()];
    const { account } = await identity.confirmed(person);
    await ask({ account } as Session, email, person);
    const token = await identity.tokenSentTo(person.email);
    const confirming = confirmNew(email, person).catch(({ code }) => code);
    await new Promise((resolve) => setTimeout(resolve, before));
    const kept = await keepOld(token);
    await confirming;
    expect(kept.account.email).toBe(person.email);
    const again = await identity.signIn({ ...person, password: 'a new password of mine' });
    expect(again.account).toMatchObject({ id: account.id, email: person.email });
    await isWrong({ email, password: 'a new password of mine' });
  });

  it('the old address takes the account back for a week, also after a second change, and nobody else has it meanwhile', async () => {
    const { person, session, old, email, undo } = await moved();
    const { email: third } = newPerson();
    await ask(session, third, { ...person, email });
    await confirmNew(third, person);
    const newcomer = { ...newPerson(), email: old };
    await expect(identity.confirmed(newcomer)).rejects.toThrow();
    const { account } = await keepOld(undo);
    expect(account).toMatchObject({ id: session.account.id, email: old });
    for (const wrong of [person, { ...person, email }, { ...person, email: third }]) await isWrong(wrong);
    await identity.signIn({ email: old, password: 'a new password of mine' });
    await expect(keepOld(undo)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
  });

  it("the old address is anybody's after a week, counts once, and can be had again by the same person", async () => {
    const { person, session, old, email } = await moved();
    await undoExpires();
    const newcomer = { ...newPerson(), email: old };
    const { account } = await identity.confirmed(newcomer);
    const types = (await identity.store.readStream<AccountEvent>(`account-${account.id}`)).map(({ type }) => type);
    expect(types).toContain('CredentialReissued');
    const self = by({ accountId: account.id, roles: [], assurance: 'email' });
    await identity.send(eraseOwnAccount.subject, { password: newcomer.password }, self);
    await ask(session, old, { ...person, email });
    await confirmNew(old, person);
    expect((await identity.signIn(person)).account.id).toBe(session.account.id);
  });

  it('the erasure of an account frees the address that it could take back', async () => {
    const { person, session, old } = await moved();
    await identity.send(eraseOwnAccount.subject, { password: person.password }, selfOf(session));
    await identity.confirmed({ ...newPerson(), email: old });
  });
});
