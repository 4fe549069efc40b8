import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { ConsultationEvent } from '@isegoria/consultations';
import { rootUnit, type Actor } from '@isegoria/kernel';
import { runGroup, waitForPosition } from '@isegoria/projection';
import { groupCalled, readModels } from '@isegoria/read-models';
import { actor, eventually } from '@isegoria/testing';
import { confirmEmail } from '../confirmation/confirmation.contract';
import type { AccountEvent } from '../contract';
import { eraseAccount, eraseOwnAccount } from '../erasure/erasure.contract';
import { by, newPerson, startIdentity, type NewPerson, type RunningIdentity } from '../identity.fixture';
import type { Session } from '../session/session.contract';
import { ReleasedCredentialsAreForgotten } from './released-credentials.policy';

describe('an address that a confirmed account had, and that is registered again', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  const registered = async (person: NewPerson) => (await identity.register(person)).account.id;
  const confirmed = async (person: NewPerson) => {
    // A mailbox gets only so many messages in a quarter of an hour.
    await identity.query('DELETE FROM identity.attempt');
    return (await identity.confirmed(person)).account.id;
  };
  const erase = async ({ password }: NewPerson, accountId: string) =>
    identity.send(eraseOwnAccount.subject, { password }, by({ accountId, roles: [], assurance: 'email' }));
  const historyOf = (accountId: string) => identity.store.readStream<AccountEvent>(`account-${accountId}`);
  const typesOf = async (accountId: string) => (await historyOf(accountId)).map(({ type }) => type);
  const actorOf = async (person: NewPerson): Promise<Actor> => (await identity.authenticate((await identity.signIn(person)).token)).actor;
  const begun = ['AccountRegistered', 'ProfileChanged'];
  /** Interrupted erasures are finished in the background, which may store a credential once more. */
  const finished = (accountId: string) =>
    eventually(async () => {
      const keys = await identity.query('SELECT wrapped FROM vault.person_key WHERE person_id = $1', [accountId]);
      expect(keys).toEqual([{ wrapped: null }]);
    }, 10_000);
  const kept = async () => Number((await identity.query('SELECT count(*) FROM identity.released_credential'))[0].count);

  it('is said to be reissued in the append that confirms it, and its holder carries where', async () => {
    const person = newPerson();
    expect(await typesOf(await confirmed(person))).toEqual([...begun, 'EmailConfirmed']);
    expect(await actorOf(person)).not.toHaveProperty('reissuedAt');
    await erase(person, (await actorOf(person)).accountId);
    const successor = await registered(person);
    const confirm = { token: await identity.tokenSentTo(person.email), password: person.password };
    const context = by();
    const accepted = await identity.send<Session>(confirmEmail.subject, confirm, context);
    expect(await identity.send<Session>(confirmEmail.subject, confirm, context)).toMatchObject({ position: accepted.position });
    const history = await historyOf(successor);
    expect(history.map(({ type }) => type)).toEqual([...begun, 'EmailConfirmed', 'CredentialReissued']);
    expect(history[3]).toMatchObject({ data: { accountId: successor }, position: accepted.position });
    expect(await actorOf(person)).toEqual({
      accountId: successor,
      roles: [],
      assurance: 'email',
      reissuedAt: accepted.position,
    });
  });

  it('is so however often it goes round, whatever never was confirmed in between, and however it is spelt', async () => {
    const person = { ...newPerson(), email: `özge-${randomUUID()}@example.org` };
    await erase(person, await confirmed(person));
    const spelt = { ...person, email: person.email.toUpperCase().normalize('NFD') };
    await erase(spelt, await registered(spelt));
    for (let round = 0; round < 3; round++) {
      const id = await confirmed(round % 2 ? person : spelt);
      expect(await typesOf(id)).toContain('CredentialReissued');
      await erase(person, id);
    }
  });

  it('is so for the spellings of one domain, and for what nobody sees', async () => {
    const name = randomUUID();
    const spellings = [
      `${name}@münchen.example`,
      `${name}@xn--mnchen-3ya.example`,
      `${name.slice(0, 9)}\u200b${name.slice(9)}@münchen.example`,
    ];
    const people = spellings.map((email) => ({ ...newPerson(), email }));
    await erase(people[0]!, await confirmed(people[0]!));
    for (const person of people) {
      const id = await confirmed(person);
      expect(await typesOf(id)).toContain('CredentialReissued');
      await identity.register({ ...newPerson(), email: person.email });
      for (const { email } of people) expect(await identity.mailTo(email)).toHaveLength(email === person.email ? 1 : 0);
      await erase(person, id);
    }
    expect(await Promise.all(spellings.map((email) => identity.mailTo(email)))).toEqual(spellings.map(() => []));
  });

  it('is not where somebody had it who never confirmed it: a squatter leaves nothing behind', async () => {
    const squatter = newPerson();
    await erase(squatter, await registered(squatter));
    const victim = { ...newPerson(), email: squatter.email };
    expect(await typesOf(await confirmed(victim))).toEqual([...begun, 'EmailConfirmed']);
  });

  it('is kept as a keyed hash that names neither the address nor its stream', async () => {
    const person = newPerson();
    await identity.query('DELETE FROM identity.released_credential');
    await erase(person, await confirmed(person));
    const [row]: { credential: string }[] = await identity.query('SELECT credential FROM identity.released_credential');
    const streams: string[] = [];
    for await (const { event } of identity.store.client.readAll()) if (event?.streamId.startsWith('email-')) streams.push(event.streamId);
    expect(row!.credential).toMatch(/^[0-9a-f]{64}$/);
    expect(streams.join()).not.toContain(row!.credential);
  });

  it('is so where the key was destroyed by hand, so that the address could not be read at the erasure', async () => {
    const person = newPerson();
    const id = await confirmed(person);
    await identity.query('DELETE FROM vault.person_key WHERE person_id = $1', [id]);
    await identity.restart();
    const administrator = await confirmed(newPerson());
    await identity.grant(administrator, 'administrator');
    const office = by({ ...actor('administrator'), accountId: administrator });
    await identity.send(eraseAccount.subject, { accountId: id, reason: 'Lost' }, office);
    expect(await typesOf(await confirmed(person))).toContain('CredentialReissued');
  });

  it('is so where the erasure was cut short before, and the person who registers is quicker than what finishes it', async () => {
    const person = newPerson();
    const id = await confirmed(person);
    await identity.query('ALTER TABLE identity.failed_sign_in RENAME TO failed_sign_in_away');
    await erase(person, id);
    await confirmed(person);
    await identity.query('ALTER TABLE identity.failed_sign_in_away RENAME TO failed_sign_in');
    expect(await actorOf(person)).toHaveProperty('reissuedAt');
    await finished(id);
  });

  it('is so after a restore of an older backup, which brings the key back and lacks what was kept since', async () => {
    const person = newPerson();
    const id = await confirmed(person);
    const [key] = await identity.query('SELECT wrapped FROM vault.person_key WHERE person_id = $1', [id]);
    const position = async () => (await identity.query(`SELECT position FROM vault.follower WHERE name = 'erasures'`))[0]?.position;
    const before = await position();
    await erase(person, id);
    await eventually(async () => expect(Number(await position())).toBeGreaterThan(Number(before)));
    await identity.query('UPDATE vault.person_key SET wrapped = $2 WHERE person_id = $1', [id, key.wrapped]);
    await identity.query('UPDATE vault.follower SET position = $1', [before]);
    await identity.query('DELETE FROM identity.released_credential');
    await identity.restart();
    await eventually(async () => expect(await kept()).toBe(1));
    await finished(id);
    expect(await typesOf(await confirmed(person))).toContain('CredentialReissued');
  });

  it('is not given up where what it verified cannot be kept', async () => {
    const person = newPerson();
    const id = await confirmed(person);
    await identity.query('ALTER TABLE identity.released_credential RENAME TO credential_away');
    await erase(person, id);
    await expect(confirmed(person)).rejects.toThrow();
    await identity.query('ALTER TABLE identity.credential_away RENAME TO released_credential');
    expect(await typesOf(await confirmed(person))).toContain('CredentialReissued');
    await finished(id);
  });

  describe('is forgotten', () => {
    const abort = new AbortController();
    let dataSource: DataSource;
    let running: Promise<void>;
    beforeAll(async () => {
      dataSource = await new DataSource({ type: 'postgres', url: process.env.DATABASE_URL!, ...readModels }).initialize();
    });
    afterAll(async () => {
      abort.abort();
      await running;
      await dataSource?.destroy();
    });

    const phaseId = randomUUID();
    const record = async (consultationId: string, ...events: ConsultationEvent[]) => {
      const metadata = { schema: 1, at: new Date().toISOString(), correlationId: 'spec' };
      const stream = `consultation-${consultationId}`;
      return (
        await identity.store.append(
          stream,
          events.map((event) => ({ ...event, id: randomUUID(), metadata })),
          'any',
        )
      ).position;
    };
    const publish = async () => {
      const consultationId = randomUUID();
      const common = { consultationId, by: randomUUID() };
      const words = { title: 'T', description: 'D', language: 'en' as const, countsFrom: 'email' as const };
      const drafted = { ...common, ...words, unit: rootUnit, phases: [{ phaseId, title: null }], externalId: null };
      const phases = [{ phaseId, opensAt: '2026-01-01T00:00:00.000Z', closesAt: '2026-02-01T00:00:00.000Z' }];
      const published = { ...common, phases };
      await record(consultationId, { type: 'ConsultationDrafted', data: drafted }, { type: 'ConsultationPublished', data: published });
      return consultationId;
    };
    const close = (consultationId: string) => record(consultationId, { type: 'PhaseClosed', data: { consultationId, phaseId } });
    const afterwards = async (position: number) => {
      await waitForPosition(dataSource, ['consultations'], position, 10_000);
      await identity.app().get(ReleasedCredentialsAreForgotten).forget();
      return kept();
    };

    it('when the last consultation is closed that was published before the release, and not while nobody can say so', async () => {
      await identity.query('DELETE FROM identity.released_credential');
      const [one, other] = [await publish(), await publish()];
      const person = newPerson();
      await erase(person, await confirmed(person));
      const later = await publish();
      const forget = () => identity.app().get(ReleasedCredentialsAreForgotten).forget();
      await expect(forget()).rejects.toThrow('checkpoint');
      expect(await kept()).toBe(1);
      running = runGroup({ store: identity.store, dataSource, group: groupCalled('consultations')!, signal: abort.signal });
      expect(await afterwards(await close(one))).toBe(1);
      expect(await afterwards(await close(other))).toBe(0);
      expect(await typesOf(await confirmed(person))).not.toContain('CredentialReissued');
      await close(later);
    });

    it('not before the release is in the log, whatever is closed', async () => {
      await identity.query(`INSERT INTO identity.released_credential VALUES ('pending', NULL)`);
      expect(await afterwards(await close(await publish()))).toBe(1);
    });

    it('no later than it was released last', async () => {
      await identity.query('DELETE FROM identity.released_credential');
      const person = newPerson();
      await erase(person, await confirmed(person));
      const consultation = await publish();
      await erase(person, await confirmed(person));
      expect(await afterwards(await close(await publish()))).toBe(1);
      expect(await afterwards(await close(consultation))).toBe(0);
    });
  });
});
