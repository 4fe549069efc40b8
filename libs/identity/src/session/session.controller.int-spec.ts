import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'nats';
import { sessionEnded, told } from '@isegoria/messaging';
import { busKeys } from '@isegoria/service-host';
import { eventually } from '@isegoria/testing';
import { newPerson, startIdentity, type RunningIdentity } from '../identity.fixture';
import { endSession, signIn } from './session.contract';

describe('sessions', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
  const signOut = (token: unknown) => identity.send(endSession.subject, { token } as object);
  const registered = async () => {
    const person = newPerson();
    await identity.confirmed(person);
    return person;
  };
  const signedIn = async () => identity.signIn(await registered());

  it('say who somebody is, for twelve hours', async () => {
    const { token, expiresAt, account } = await signedIn();
    expect(await identity.authenticate(token)).toEqual({
      actor: { accountId: account.id, roles: [], assurance: 'email' },
      expiresAt,
      id: expect.any(String),
    });
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(11.9 * 3_600_000);
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(12 * 3_600_000);
  });

  it('are for each sign-in its own, and known by a hash only', async () => {
    const person = await registered();
    const [one, other] = [await identity.signIn(person), await identity.signIn(person)];
    expect(one.token).not.toBe(other.token);
    const rows = await identity.query(`SELECT * FROM identity.session WHERE account_id = $1`, [one.account.id]);
    const hashes = rows.map((row: { token_hash: string }) => row.token_hash);
    expect(hashes).toEqual(expect.arrayContaining([hashOf(one.token), hashOf(other.token)]));
    expect(JSON.stringify(rows)).not.toContain(one.token);
  });

  it('end when their time is over', async () => {
    const { token } = await signedIn();
    await identity.query(`UPDATE identity.session SET expires_at = now() WHERE token_hash = $1`, [hashOf(token)]);
    await expect(identity.authenticate(token)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  it('end at sign-out, which is announced to the edge; the others go on', async () => {
    const person = await registered();
    const [ended, other] = [await identity.signIn(person), await identity.signIn(person)];
    const listener = await connect({ servers: identity.broker.url });
    const announced: string[] = [];
    listener.subscribe(sessionEnded, { callback: (_, message) => announced.push(message.string()) });
    await listener.flush();

    await signOut(ended.token);
    await expect(identity.authenticate(ended.token)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
    expect((await identity.authenticate(other.token)).actor.accountId).toBe(other.account.id);
    const said = () => announced.map((message) => told(busKeys(), sessionEnded, (JSON.parse(message) as { data: unknown }).data));
    await eventually(() => expect(said()).toContainEqual({ tokenHash: hashOf(ended.token) }));
    expect(announced.join()).not.toContain(ended.token);
    await listener.close();
    await expect(signOut(ended.token)).resolves.toEqual({});
  });

  it('outlive a restart of the service', async () => {
    const { token, account } = await signedIn();
    await identity.restart();
    expect((await identity.authenticate(token)).actor.accountId).toBe(account.id);
  });

  it('are refused alike for an unknown address and a wrong password, in like time', async () => {
    const person = await registered();
    const attempt = async (email: string) => {
      const begin = performance.now();
      await expect(identity.signIn({ email, password: 'not my password' })).rejects.toMatchObject({
        code: 'WRONG_CREDENTIALS',
        details: {},
      });
      return performance.now() - begin;
    };
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let time = 0; time < 5; time++) {
      known.push(await attempt(person.email));
      unknown.push(await attempt(newPerson().email));
    }
    // An answer without a password check would take a tenth of the time.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3);
  });

  it('are refused after ten failed tries for an address, known or not, also when all come at once', async () => {
    for (const { email, password } of [await registered(), newPerson()]) {
      const tries = Array.from({ length: 14 }, () => identity.signIn({ email, password: 'not my password' }));
      const codes = (await Promise.allSettled(tries)).map((outcome) => (outcome as PromiseRejectedResult).reason.code);
      expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(10);
      await expect(identity.signIn({ email: email.toUpperCase(), password })).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    }
  });

  it('are open again after a wait, and a right password clears the count', async () => {
    const person = await registered();
    const fail = () => identity.signIn({ ...person, password: 'not my password' }).catch(({ code }) => code);
    for (let time = 0; time < 11; time++) await fail();
    expect(await fail()).toBe('TOO_MANY_REQUESTS');
    await identity.query(`UPDATE identity.guess SET until = now()`);
    for (let round = 0; round < 2; round++) {
      await identity.signIn(person);
      for (let time = 0; time < 9; time++) expect(await fail()).toBe('WRONG_CREDENTIALS');
    }
  });

  it.each([['nothing at all'], ['\u0000'], ['\ud800'], ["' OR 1=1 --"], ['a'.repeat(200)]])(
    'are not opened by the token %j',
    async (token) => {
      await expect(identity.authenticate(token)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
    },
  );

  it('are not opened by what is no token or no credentials', async () => {
    for (const token of [undefined, null, 1, {}, ['a'], 'a'.repeat(201)]) {
      await expect(identity.authenticate(token as string)).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
        details: { field: 'token' },
      });
    }
    const { email, password } = await registered();
    const wrong = [{ email }, { email, password: { $ne: '' } }, { email: [email], password }, { email: `${email}\u0000`, password }];
    for (const command of wrong) {
      await expect(identity.send(signIn.subject, command)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    }
    await expect(identity.signIn({ email, password: `${password}\u0000` })).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    await expect(identity.signIn({ email, password: '\ud800' })).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    await expect(identity.send(signIn.subject, { email, password, roles: [] })).rejects.toMatchObject({ code: 'UNKNOWN_FIELD' });
  });

  it('accept a password however the keyboard spells it', async () => {
    const person = { ...newPerson(), password: 'Cafe\u0301 am Fluss' };
    await identity.confirmed(person);
    expect((await identity.signIn({ ...person, password: 'Caf\u00e9 am Fluss' })).account.email).toBe(person.email);
  });
});
