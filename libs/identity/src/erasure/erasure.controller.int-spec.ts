import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'nats';
import { rootUnit, type Actor, type CommandContext } from '@isegoria/kernel';
import { accountErased, sessionEnded, told } from '@isegoria/messaging';
import { busKeys } from '@isegoria/service-host';
import { SubjectKeys } from '@isegoria/privacy';
import { actor, actorIn, eventually } from '@isegoria/testing';
import { Addresses } from '../address/addresses.service';
import { confirmEmail } from '../confirmation/confirmation.contract';
import { Links } from '../link/links.service';
import type { AccountEvent } from '../contract';
import { by, newPerson, startIdentity, type NewPerson, type RunningIdentity } from '../identity.fixture';
import { importAccounts, speakFor, type ImportedAccounts } from '../people-import/people-import.contract';
import { makeUnit } from '../unit/unit.contract';
import { tokenHash } from '../session/tokens';
import { eraseAccount, eraseOwnAccount, type AccountErased } from './erasure.contract';

describe('the erasure of an account', () => {
  let identity: RunningIdentity;
  let administrator: Actor;
  beforeAll(async () => {
    identity = await startIdentity();
    administrator = await asAdministrator();
  });
  afterAll(() => identity?.stop());

  const signedIn = async (person: NewPerson = newPerson()) => {
    const { token, account } = await identity.confirmed(person);
    const self: Actor = { accountId: account.id, roles: [], assurance: 'email' };
    return { person, token, id: account.id, self };
  };
  async function asAdministrator(unit = rootUnit): Promise<Actor> {
    const { id } = await signedIn();
    await identity.grant(id, 'administrator', unit);
    return { ...actorIn(unit, 'administrator'), accountId: id };
  }
  const eraseOwn = ({ person, self }: { person: NewPerson; self: Actor }, context: CommandContext = by(self)) =>
    identity.send(eraseOwnAccount.subject, { password: person.password }, context);
  const erase = (accountId: unknown, reason: unknown = 'Asked for by letter', context = by(administrator)) =>
    identity.send(eraseAccount.subject, { accountId, reason } as object, context);
  /** Registers somebody, and makes a link for the confirmation, as the one in the mail is. */
  const tokenFor = async (person: NewPerson) => {
    const { account } = await identity.register(person);
    const address = identity.app().get(Addresses).nameOf(person.email);
    return identity.app().get(Links).issue({ purpose: 'confirmation', accountId: account.id, address, validFor: 60_000 }, randomUUID());
  };
  const historyOf = (accountId: string) => identity.store.readStream<AccountErased>(`erased-${accountId}`);
  const loggedOf = (accountId: string) => identity.store.readStream<AccountEvent>(`account-${accountId}`);
  const addressHistory = async ({ email }: NewPerson) =>
    (await identity.store.readStream(`email-${identity.app().get(Addresses).hashed('email', email)}`)).map(({ type }) => type);
  /** Rows that still mention the account or its address. */
  const kept = async (accountId: string, { email }: NewPerson) => {
    const count = async (from: string, ...parameters: string[]) =>
      Number((await identity.query(`SELECT count(*) FROM ${from}`, parameters))[0].count);
    const addresses = identity.app().get(Addresses);
    const pseudonyms: { pseudonym: string }[] = await identity.query('SELECT pseudonym FROM vault.pseudonym');
    const profiles = (await loggedOf(accountId)).flatMap(({ data }) => ('profile' in data ? [data.profile.sealed] : []));
    return {
      credentials: await count('identity.password WHERE account_id = $1', accountId),
      sessions: await count('identity.session WHERE account_id = $1', accountId),
      attempts: await count(
        'identity.guess WHERE name IN ($1, $2)',
        addresses.hashed('password', email),
        addresses.hashed('password', accountId),
      ),
      mail: await count('identity.mailbox WHERE account_id = $1', accountId),
      failures: await count('identity.failed_sign_in WHERE account_id = $1', accountId),
      links: await count('identity.link WHERE account_id = $1', accountId),
      keys: await count('vault.person_key WHERE person_id = $1 AND wrapped IS NOT NULL', accountId),
      pseudonyms: pseudonyms.filter(({ pseudonym }) => profiles.some((sealed) => sealed.startsWith(`2.${pseudonym}.`))).length,
    };
  };
  const nothing = { credentials: 0, sessions: 0, attempts: 0, mail: 0, failures: 0, links: 0, keys: 0, pseudonyms: 0 };

  /** Somebody who has something in every table. */
  async function withTraces() {
    const somebody = await signedIn();
    await identity.register({ ...newPerson(), email: somebody.person.email });
    await identity.grant(somebody.id, 'moderator');
    await identity.signIn({ ...somebody.person, password: 'not my password' }).catch(() => undefined);
    const all = { credentials: 1, sessions: 2, attempts: 3, mail: 1, failures: 1, links: 1, keys: 1, pseudonyms: 1 };
    await eventually(async () => expect(await kept(somebody.id, somebody.person)).toEqual(all));
    return somebody;
  }

  describe('by the person', () => {
    it('is on record, and leaves nothing of the person', async () => {
      const somebody = await withTraces();
      const accepted = await eraseOwn(somebody);
      const history = await historyOf(somebody.id);
      expect(history.at(-1)).toMatchObject({
        type: 'AccountErased',
        data: { accountId: somebody.id, by: somebody.id, reason: null },
        position: accepted.position,
      });
      expect(accepted.id).toBe(somebody.id);
      expect(await kept(somebody.id, somebody.person)).toEqual(nothing);
      expect(await addressHistory(somebody.person)).toEqual(['EmailClaimed', 'EmailReleased']);
      const logged = await loggedOf(somebody.id);
      expect(logged.map(({ type }) => type)).toEqual(['AccountRegistered', 'ProfileChanged', 'EmailConfirmed', 'RoleGranted']);
      await expect(identity.app().get(SubjectKeys).pseudonym(somebody.id, 'any')).rejects.toMatchObject({ code: 'ACCOUNT_ERASED' });
    });

    it('ends every session, and the edge and all who remember the key are told', async () => {
      const somebody = await signedIn();
      const other = await identity.signIn(somebody.person);
      const listener = await connect({ servers: identity.broker.url });
      const heard: unknown[] = [];
      for (const subject of [sessionEnded, accountErased])
        listener.subscribe(subject, {
          callback: (_, message) => heard.push(told(busKeys(), subject, message.json<{ data: unknown }>().data)),
        });
      await listener.flush();
      await eraseOwn(somebody);
      for (const token of [somebody.token, other.token])
        await expect(identity.authenticate(token)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
      const expected = [somebody.token, other.token].map((token) => ({ tokenHash: tokenHash(token) }));
      await eventually(() => expect(heard).toEqual(expect.arrayContaining([...expected, { accountId: somebody.id }])));
      await listener.close();
    });

    it('opens no session that was begun before it and comes after it', async () => {
      const somebody = await signedIn();
      await eraseOwn(somebody);
      await identity.query(
        `INSERT INTO identity.session (token_hash, account_id, expires_at, proof, device) VALUES ($1, $2, $3, 'password', 'computer')`,
        [tokenHash('late'), somebody.id, new Date(Date.now() + 60_000)],
      );
      await expect(identity.authenticate('late')).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
    });

    it('makes the address one that nobody has: no sign-in, and a new account with another id for the person who registers', async () => {
      const { person, ...somebody } = await signedIn();
      await eraseOwn({ person, ...somebody });
      await expect(identity.signIn(person)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
      const again = await signedIn({ ...newPerson(), email: person.email.toUpperCase() });
      expect(again.id).not.toBe(somebody.id);
      await expect(identity.signIn(person)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
      await eraseOwn(again);
      expect(await addressHistory(person)).toEqual(['EmailClaimed', 'EmailReleased', 'EmailClaimed', 'EmailReleased']);
    });

    it('lets exactly one have the address of those who confirm it at the same moment', async () => {
      const somebody = await signedIn();
      await eraseOwn(somebody);
      const rivals = Array.from({ length: 4 }, (): NewPerson => ({ ...newPerson(), email: somebody.person.email }));
      const links = await Promise.all(rivals.map((rival) => tokenFor(rival)));
      const confirm = (token: string, index: number) => identity.send(confirmEmail.subject, { token, password: rivals[index]!.password });
      await Promise.allSettled(links.map(confirm));
      expect(await addressHistory(somebody.person)).toEqual(['EmailClaimed', 'EmailReleased', 'EmailClaimed']);
      const opened = await Promise.allSettled(rivals.map((rival) => identity.signIn(rival)));
      expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('brings nothing back when the command that registered the account is delivered again', async () => {
      const [person, context] = [newPerson(), by()];
      const { account } = await identity.register(person, context);
      await eraseOwn({ person, self: { accountId: account.id, roles: [], assurance: 'anonymous' } });
      await expect(identity.register(person, context)).rejects.toMatchObject({ code: 'ACCOUNT_ERASED' });
      expect(await kept(account.id, person)).toEqual(nothing);
      expect(await addressHistory(person)).toEqual([]);
    });

    it('gives the same answer when it is repeated, though the password is gone', async () => {
      const somebody = await signedIn();
      const context = by(somebody.self);
      const replies = await Promise.all([eraseOwn(somebody, context), eraseOwn(somebody, context)]);
      replies.push(await eraseOwn(somebody, context), await eraseOwn(somebody), await erase(somebody.id));
      expect(new Set(replies.map((reply) => JSON.stringify(reply)))).toHaveProperty('size', 1);
      expect((await historyOf(somebody.id)).filter(({ type }) => type === 'AccountErased')).toHaveLength(1);
    });

    it('asks for the password, with the tries of the sign-in: a session alone is not enough', async () => {
      const somebody = await signedIn();
      const wrong = () => eraseOwn({ ...somebody, person: { ...somebody.person, password: 'not my password' } }).catch(({ code }) => code);
      const codes = await Promise.all(Array.from({ length: 8 }, wrong));
      expect(codes).toEqual(codes.map(() => 'WRONG_CREDENTIALS'));
      for (let time = 0; time < 2; time++)
        await identity.signIn({ ...somebody.person, password: 'not my password' }).catch(() => undefined);
      await expect(eraseOwn(somebody)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
      expect((await historyOf(somebody.id)).map(({ type }) => type)).not.toContain('AccountErased');
      expect((await identity.authenticate(somebody.token)).actor.accountId).toBe(somebody.id);
    });

    it('needs a session, and touches no other account than its own', async () => {
      const [somebody, other] = [await signedIn(), await signedIn()];
      await expect(identity.send(eraseOwnAccount.subject, { password: other.person.password }, by())).rejects.toMatchObject({
        code: 'SIGN_IN_REQUIRED',
      });
      await expect(eraseOwn({ ...somebody, person: other.person })).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
      const forged = { password: somebody.person.password, accountId: other.id };
      await expect(identity.send(eraseOwnAccount.subject, forged, by(somebody.self))).rejects.toMatchObject({ code: 'UNKNOWN_FIELD' });
      await identity.signIn(other.person);
    });

    it('is refused to an administrator, who would leave nobody behind', async () => {
      const somebody = await signedIn();
      await identity.grant(somebody.id, 'administrator');
      const self: Actor = { ...actor('administrator'), accountId: somebody.id };
      await expect(eraseOwn(somebody)).rejects.toMatchObject({ code: 'OWN_ADMINISTRATOR_ROLE' });
      await expect(erase(somebody.id, 'Myself', by(self))).rejects.toMatchObject({ code: 'OWN_ADMINISTRATOR_ROLE' });
      await identity.signIn(somebody.person);
    });
  });

  describe('by an administrator', () => {
    it('is on record with the reason, and ends roles and sessions', async () => {
      const somebody = await withTraces();
      await erase(somebody.id.toUpperCase());
      expect((await historyOf(somebody.id)).at(-1)).toMatchObject({
        data: { accountId: somebody.id, by: administrator.accountId, reason: 'Asked for by letter' },
      });
      expect(await kept(somebody.id, somebody.person)).toEqual(nothing);
      await expect(identity.authenticate(somebody.token)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
      await expect(identity.grant(somebody.id, 'official')).rejects.toMatchObject({ code: 'ACCOUNT_ERASED' });
    });

    it('is for accounts of imports too: nobody speaks for them afterwards, and importing them again makes no key', async () => {
      const [source, office] = [`town-${randomUUID()}`, actor('official')];
      const importing = () => identity.send<ImportedAccounts>(importAccounts.subject, { source, externalIds: ['1', '2'] }, by(office));
      const [one, two] = (await importing()).accounts.map(({ accountId }) => accountId) as [string, string];
      const { position } = await erase(one);
      await expect(identity.send(speakFor.subject, { accountId: one }, by(office))).rejects.toMatchObject({ code: 'ACCOUNT_ERASED' });
      expect((await importing()).accounts.map(({ accountId, isNew }) => [accountId, isNew])).toEqual([
        [one, false],
        [two, false],
      ]);
      const keys = identity.app().get(SubjectKeys);
      expect([await keys.isDestroyed(one), await keys.isDestroyed(two)]).toEqual([true, false]);
      expect((await historyOf(one)).map(({ type }) => type)).toEqual(['AccountErased']);
      expect((await erase(one)).position).toBe(position);
      const inPersonsName = {
        ...by({ accountId: two, roles: [], assurance: 'attested' }),
        imported: { at: '2015-01-01T00:00:00Z', by: office.accountId },
      };
      await expect(identity.send(eraseOwnAccount.subject, { password: 'any' }, inPersonsName)).rejects.toMatchObject({
        code: 'WRONG_CREDENTIALS',
      });
    });

    it('is for nobody else, nor for one whose role ended a moment ago', async () => {
      const { id, self } = await signedIn();
      const former = await asAdministrator();
      await identity.revoke(former.accountId, 'administrator');
      const { id: unit } = await identity.send(makeUnit.subject, { above: rootUnit, name: 'Water' }, by(administrator));
      const ofUnit = await asAdministrator(unit);
      for (const [who, code] of [
        [undefined, 'SIGN_IN_REQUIRED'],
        [self, 'FORBIDDEN_ROLE'],
        [actor('official', 'moderator', 'analyst', 'auditor'), 'FORBIDDEN_ROLE'],
        [former, 'FORBIDDEN_ROLE'],
        [ofUnit, 'FORBIDDEN_ROLE'],
      ] as const) {
        await expect(erase(id, 'Because', by(who))).rejects.toMatchObject({ code });
      }
      await expect(erase(former.accountId, 'Without my password', by(former))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
      for (const accountId of [id, former.accountId])
        expect((await historyOf(accountId)).map(({ type }) => type)).not.toContain('AccountErased');
    });

    it('leaves one of two who erase each other at the same moment, and any number may be at work at once', async () => {
      const pair = await Promise.all([asAdministrator(), asAdministrator()]);
      const people = await Promise.all(Array.from({ length: 20 }, () => signedIn()));
      const others = people.map(({ id }) => erase(id));
      const outcomes = await Promise.allSettled(pair.map((who, index) => erase(pair[1 - index]!.accountId, 'A quarrel', by(who))));
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'FORBIDDEN_ROLE' } });
      await Promise.all(others);
    });

    it('needs an account and a reason, and nothing else', async () => {
      const { id } = await signedIn();
      await expect(erase(randomUUID())).rejects.toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
      for (const accountId of ['', '*', `${id}\u0000`, [id], null, undefined])
        await expect(erase(accountId)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'accountId' } });
      for (const reason of ['', ' ', 'a\u0000', '\ud800', 'a'.repeat(1_001), null, ['x']])
        await expect(erase(id, reason)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'reason' } });
      const forged = { accountId: id, reason: 'r', by: randomUUID() };
      await expect(identity.send(eraseAccount.subject, forged, by(administrator))).rejects.toMatchObject({ code: 'UNKNOWN_FIELD' });
      expect((await historyOf(id)).map(({ type }) => type)).not.toContain('AccountErased');
    });
  });

  describe('that is cut short', () => {
    // A step whose table is missing fails as if the process were killed before it: all earlier steps have happened, and no later ones.
    it.each([
      'identity.session',
      'identity.password',
      'identity.failed_sign_in',
      'identity.link',
      'identity.guess',
      'identity.mailbox',
      'vault.pseudonym',
    ])('at %s is on record all the same, and finished by the instance that starts next', async (table) => {
      const somebody = await withTraces();
      const [schema, name] = table.split('.') as [string, string];
      await identity.query(`ALTER TABLE ${table} RENAME TO ${name}_away`);
      const accepted = await erase(somebody.id);
      await identity.restart();
      const traces = () => identity.query('SELECT wrapped IS NOT NULL AS there FROM vault.person_key WHERE person_id = $1', [somebody.id]);
      expect(await traces()).toEqual([{ there: true }]);
      await expect(identity.signIn(somebody.person)).rejects.toThrow();
      await identity.query(`ALTER TABLE ${schema}.${name}_away RENAME TO ${name}`);
      await eventually(async () => expect(await kept(somebody.id, somebody.person)).toEqual({ ...nothing, attempts: expect.any(Number) }));
      expect(await addressHistory(somebody.person)).toEqual(['EmailClaimed', 'EmailReleased']);
      expect(await erase(somebody.id)).toEqual(accepted);
    });

    it('right after it was put on record is finished, and the address can be had before', async () => {
      const somebody = await withTraces();
      await identity.query('ALTER TABLE identity.failed_sign_in RENAME TO failed_sign_in_away');
      await erase(somebody.id);
      const successor = { ...newPerson(), email: somebody.person.email };
      const { account } = await identity.confirmed(successor);
      await identity.register({ ...newPerson(), email: successor.email });
      await identity.query('ALTER TABLE identity.failed_sign_in_away RENAME TO failed_sign_in');
      await eventually(async () => expect((await kept(somebody.id, somebody.person)).keys).toBe(0));
      expect((await identity.mailTo(successor.email)).map(({ subject }) => subject)).toContain('You already have an account');
      expect((await identity.signIn(successor)).account.id).toBe(account.id);
      expect(await addressHistory(successor)).toEqual(['EmailClaimed', 'EmailReleased', 'EmailClaimed']);
    });

    it('by an older backup of the database, which brings key and password back, is repeated at the next start', async () => {
      const somebody = await withTraces();
      const [key] = await identity.query('SELECT wrapped FROM vault.person_key WHERE person_id = $1', [somebody.id]);
      const pseudonyms = await identity.query('SELECT * FROM vault.pseudonym');
      const position = async () => (await identity.query(`SELECT position FROM vault.follower WHERE name = 'erasures'`))[0]?.position;
      const before = await position();
      await erase(somebody.id);
      await eventually(async () => expect(Number(await position())).toBeGreaterThan(Number(before)));
      await identity.query('UPDATE vault.person_key SET wrapped = $2 WHERE person_id = $1', [somebody.id, key.wrapped]);
      for (const { pseudonym, person, person_label } of pseudonyms)
        await identity.query('INSERT INTO vault.pseudonym VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [pseudonym, person, person_label]);
      await identity.query(`INSERT INTO identity.password VALUES ($1, 'a hash', $1)`, [somebody.id]);
      await identity.query('UPDATE vault.follower SET position = $1', [before]);
      await identity.restart();
      await eventually(async () => expect(await kept(somebody.id, somebody.person)).toEqual(nothing));
      expect(await addressHistory(somebody.person)).toEqual(['EmailClaimed', 'EmailReleased']);
    });

    it('of a person whose key was destroyed by hand finds the address all the same', async () => {
      const { person, id } = await signedIn();
      await identity.query('DELETE FROM vault.person_key WHERE person_id = $1', [id]);
      await identity.restart();
      await erase(id);
      expect(await addressHistory(person)).toEqual(['EmailClaimed', 'EmailReleased']);
      expect(await identity.app().get(SubjectKeys).isDestroyed(id)).toBe(true);
      await signedIn({ ...newPerson(), email: person.email });
    });
  });

  it('is final in the files of the database, too, once the epoch of the vault ends, and others notice nothing', async () => {
    const [gone, other] = [await signedIn(), await signedIn()];
    const epochs = async (): Promise<string[]> => (await identity.query('SELECT id FROM vault.epoch')).map(({ id }: { id: string }) => id);
    const [before] = await epochs();
    await eraseOwn(gone);
    await identity.restart({ KEY_EPOCH_HOURS: '0' });
    await eventually(async () => {
      expect(await epochs()).toHaveLength(1);
      expect(await epochs()).not.toContain(before);
    });
    expect(existsSync(join(process.env['KEY_EPOCHS_FOLDER']!, `${before}.key`))).toBe(false);
    expect((await identity.signIn(other.person)).account.name).toBe(other.person.name);
  });
});
