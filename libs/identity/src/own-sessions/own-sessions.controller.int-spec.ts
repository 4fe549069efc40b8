import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommandContext } from '@isegoria/kernel';
import { eraseOwnAccount } from '../erasure/erasure.contract';
import { by, newPerson, startIdentity, type RunningIdentity } from '../identity.fixture';
import type { Session } from '../session/session.contract';
import { endOtherSessions, endOwnSession, showOwnSessions, type OwnSessions } from './own-sessions.contract';

describe('the sessions of an account', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  const contextOf = async ({ token }: Session): Promise<CommandContext> => {
    const { actor, id } = await identity.authenticate(token);
    return { ...by(actor), session: id };
  };
  const listed = async (session: Session) =>
    (await identity.send<OwnSessions>(showOwnSessions.subject, {}, await contextOf(session))).items;
  const signedIn = async () => {
    const person = newPerson();
    await identity.confirmed(person);
    return { person, session: await identity.signIn(person) };
  };
  const isOver = (session: Session) => expect(identity.authenticate(session.token)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  const isOpen = ({ token, account }: Session) =>
    expect(identity.authenticate(token)).resolves.toMatchObject({ actor: { accountId: account.id } });
  const age = async (session: Session, column: 'opened_at' | 'seen_at', minutes: number) =>
    identity.query(`UPDATE identity.session SET ${column} = ${column} - $1 * interval '1 minute' WHERE id = $2`, [
      minutes,
      (await identity.authenticate(session.token)).id,
    ]);

  it('are listed with their device, beginning and last hour of use, and without address or token', async () => {
    const person = newPerson();
    await identity.confirmed(person);
    const session = await identity.signIn(person, by(undefined, 'an origin'));
    const sessions = await listed(session);
    expect(sessions).toHaveLength(3);
    expect(sessions.filter(({ isCurrent }) => isCurrent)).toEqual([
      { id: expect.any(String), device: 'computer', begunAt: expect.any(String), lastUsedAt: expect.any(String), isCurrent: true },
    ]);
    await age(session, 'opened_at', 300);
    await age(session, 'seen_at', 61);
    const earlier = (await listed(await identity.signIn(person))).find(({ device }) => device === 'computer');
    expect(earlier!.lastUsedAt).toMatch(/:00:00\.000Z$/);
    for (const secret of [session.token, 'an origin', person.email]) expect(JSON.stringify(sessions)).not.toContain(secret);
  });

  it('are a page of a hundred, with the number of all', async () => {
    const { session } = await signedIn();
    await identity.query(
      `INSERT INTO identity.session SELECT (s.copy).* FROM generate_series(1, 120) n, LATERAL (
         SELECT jsonb_populate_record(session, jsonb_build_object('id', gen_random_uuid(), 'token_hash', md5(n::text || id))) AS copy
         FROM identity.session WHERE account_id = $1 LIMIT 1) s`,
      [session.account.id],
    );
    const { items, count } = await identity.send<OwnSessions>(showOwnSessions.subject, {}, await contextOf(session));
    expect([items.length, count]).toEqual([100, expect.any(Number)]);
    expect(count).toBeGreaterThan(120);
  });

  it('end one by one, or all but the one that asks', async () => {
    const { person, session } = await signedIn();
    const [one, other, third] = [await identity.signIn(person), await identity.signIn(person), await identity.signIn(person)];
    const { session: sessionId } = await contextOf(one);
    await identity.send(endOwnSession.subject, { sessionId }, await contextOf(session));
    await isOver(one);
    await isOpen(other);
    await identity.send(endOtherSessions.subject, {}, await contextOf(session));
    for (const ended of [other, third]) await isOver(ended);
    await isOpen(session);
    expect(await listed(session)).toHaveLength(1);
  });

  it('end by nobody else: one of another person is not there', async () => {
    const [mine, theirs] = [await signedIn(), await signedIn()];
    const { session: sessionId } = await contextOf(theirs.session);
    for (const id of [sessionId, randomUUID()])
      await expect(identity.send(endOwnSession.subject, { sessionId: id }, await contextOf(mine.session))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    await identity.send(endOtherSessions.subject, {}, await contextOf(mine.session));
    await isOpen(theirs.session);
  });

  it('end after two hours without use, and earlier for staff; use keeps them, but not for ever', async () => {
    const { person, session } = await signedIn();
    await age(session, 'seen_at', 119);
    await isOpen(session);
    await age(session, 'seen_at', 119);
    await isOpen(session);
    await age(session, 'seen_at', 121);
    await isOver(session);
    const staff = await identity.signIn(person);
    await identity.grant(staff.account.id, 'moderator');
    await age(staff, 'seen_at', 29);
    await isOpen(staff);
    await age(staff, 'seen_at', 31);
    await isOver(staff);
  });

  it('are shorter from the moment at which somebody gets a role', async () => {
    const { person, session } = await signedIn();
    await age(session, 'opened_at', 601);
    await isOpen(session);
    await identity.grant(session.account.id, 'moderator');
    await isOver(session);
    const shorter = await identity.signIn(person);
    expect(Date.parse(shorter.expiresAt) - Date.now()).toBeLessThanOrEqual(600 * 60_000);
  });

  it('go with the account', async () => {
    const { person, session } = await signedIn();
    await identity.send(eraseOwnAccount.subject, { password: person.password }, await contextOf(session));
    expect(await identity.query(`SELECT id FROM identity.session WHERE account_id = $1`, [session.account.id])).toEqual([]);
  });
});
