import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readRawLog } from '@isegoria/event-sourcing';
import type { Actor, EventContract } from '@isegoria/kernel';
import { SubjectKeys } from '@isegoria/privacy';
import { actor, eventually } from '@isegoria/testing';
import { eventsOfIdentity } from '../../contract';
import { by, newPerson, startIdentity, type RunningIdentity } from '../../identity.fixture';
import { ErasureBatches } from './erasure-batches.service';
import {
  eraseAccount,
  eraseOwnAccount,
  showPendingErasures,
  type AccountErased,
  type AccountsErased,
  type BatchEvent,
  type PendingErasures,
} from '../erasure.contract';

const unlogged = (eventsOfIdentity as readonly EventContract[]).filter(({ stream }) => stream.bodies === 'unlogged');
const isLogged = (name: string) => !unlogged.some(({ stream }) => stream.has(name));

describe('erasures in the public log', () => {
  let identity: RunningIdentity;
  let administrator: Actor;
  beforeAll(async () => {
    identity = await startIdentity({ ERASURES_TOGETHER: '3' });
    const { id } = await signedIn();
    await identity.grant(id, 'administrator');
    administrator = { ...actor('administrator'), accountId: id };
  });
  afterAll(() => identity?.stop());

  async function signedIn(begin: 'confirmed' | 'register' = 'confirmed') {
    const person = newPerson();
    return { ...person, id: (await identity[begin](person)).account.id };
  }
  /** Somebody who wrote in two consultations. @returns the pseudonyms there */
  async function author(begin?: 'register') {
    const person = await signedIn(begin);
    const keys = identity.app().get(SubjectKeys);
    const authors: string[] = [];
    for (const consultation of [randomUUID(), randomUUID()]) {
      await keys.seal(person.id, consultation, { event: randomUUID(), field: 'text' }, 'Words');
      authors.push(await keys.pseudonym(person.id, consultation));
    }
    return { ...person, authors };
  }
  const erase = ({ id, password }: { id: string; password: string }) =>
    identity.send(eraseOwnAccount.subject, { password }, by({ accountId: id, roles: [], assurance: 'unverified' }));
  const publicLog = async () =>
    (await readRawLog(identity.store, { count: 10_000 }))
      .filter(({ stream }) => isLogged(stream))
      .map(({ stream, type, data }) => ({ stream, type, data: JSON.parse(String(data)) as object }));
  const batches = async () =>
    (await publicLog()).filter(({ type }) => type === 'AccountsErased' || type === 'ErasureOrdered') as unknown as BatchEvent[];
  const newest = async () => (await batches()).findLast((event): event is AccountsErased => event.type === 'AccountsErased')!.data;
  const pending = async () => (await identity.send<PendingErasures>(showPendingErasures.subject, {})).pending;
  const publish = () => identity.app().get(ErasureBatches).publishWhatIsDue();
  const told = async (count: number) => eventually(async () => expect(await batches()).toHaveLength(count));
  /** As if those who wait had waited for this long. */
  const daysLater = (days: number) => identity.query(`UPDATE identity.unpublished_erasure SET erased_on = erased_on - $1::int`, [days]);
  let before: number;
  beforeEach(async () => {
    await daysLater(30);
    await publish();
    before = (await batches()).length;
  });

  it('are not told one by one: no entry at the moment names the account, its address, or that anything happened', async () => {
    const entries = (await publicLog()).length;
    const somebody = await author();
    const registered = (await publicLog()).length;
    await erase(somebody);
    expect(await pending()).toBe(1);
    await publish();
    expect([(await publicLog()).length, registered - entries]).toEqual([registered, 3]);
    await identity.register({ ...newPerson(), email: somebody.email });
    const log = await publicLog();
    expect(log.map(({ stream }) => stream).filter((stream) => /^(email|erased)-/.test(stream))).toEqual([]);
    expect(log.length - registered).toBe(1);
  });

  it('are told once enough people who wrote something are together, without saying who wrote what', async () => {
    const silent = await signedIn();
    const people = [await author(), await author(), await author('register')];
    for (const somebody of [silent, ...people]) await erase(somebody);
    await told(before + 1);
    expect(await newest()).toEqual({
      batch: expect.any(String),
      count: 4,
      staff: [],
      authors: people.flatMap(({ authors }) => authors).sort(),
    });
    await eventually(async () => expect(await pending()).toBe(0));
    for (const table of ['unpublished_erasure', 'unpublished_author'])
      expect(await identity.query(`SELECT * FROM identity.${table}`)).toEqual([]);
    const log = JSON.stringify((await publicLog()).filter(({ stream }) => !stream.startsWith('account-')));
    for (const { id } of people) expect(log).not.toContain(id);
  });

  it('are told after thirty days however few they are, with the accounts of staff, and with who ordered them and why', async () => {
    const [citizen, moderator] = [await author(), await author()];
    await identity.grant(moderator.id, 'moderator');
    for (const { id } of [citizen, moderator])
      await identity.send(eraseAccount.subject, { accountId: id, reason: `Letter ${id.length}` }, by(administrator));
    await daysLater(29);
    await publish();
    expect(await batches()).toHaveLength(before);
    await daysLater(1);
    await publish();
    const [one, other, both] = (await batches()).slice(before);
    const order = { type: 'ErasureOrdered', data: { batch: both!.data.batch, by: administrator.accountId, reason: 'Letter 36' } };
    expect([one, other]).toMatchObject([order, order]);
    expect(both!.data).toMatchObject({ count: 2, staff: [moderator.id] });
  });

  const begin = async (batch: string) => {
    await identity.query('UPDATE identity.unpublished_erasure SET batch = $1', [batch]);
    await identity.query('UPDATE identity.unpublished_author SET batch = $1', [batch]);
  };
  const since = async () => {
    const all = (await batches()).slice(before).map(({ data }) => data as AccountsErased['data']);
    return { count: all.reduce((total, { count }) => total + count, 0), authors: all.flatMap(({ authors }) => authors).sort() };
  };

  it('are told once, though the service ended when a batch had begun, and somebody is erased meanwhile', async () => {
    const [one, other] = [await author(), await author()];
    await erase(one);
    await begin(randomUUID());
    await erase(other);
    await daysLater(30);
    await Promise.all([publish(), publish()]);
    expect([await since(), await pending()]).toEqual([{ count: 2, authors: [...one.authors, ...other.authors].sort() }, 0]);
  });

  it('are told once, though the service ended right after the log had a batch', async () => {
    const [one, other] = [await author(), await author()];
    const batch = randomUUID();
    const authors = one.authors.toSorted();
    const metadata = { at: new Date().toISOString(), correlationId: randomUUID() };
    const recorded: AccountsErased = { type: 'AccountsErased', data: { batch, count: 1, staff: [], authors } };
    await identity.store.append(`erasures-${batch}`, [{ ...recorded, id: randomUUID(), metadata }], 'none');
    await erase(one);
    await begin(batch);
    await erase(other);
    await publish();
    expect([await since(), await pending()]).toEqual([{ count: 1, authors }, 1]);
  });

  it('are told once, though an older backup of the database brings keys and waiting erasures back', async () => {
    const somebody = await author();
    const tables = ['vault.person_key', 'vault.pseudonym', 'identity.unpublished_erasure', 'identity.unpublished_author', 'vault.follower'];
    const backup = async (name: string) => {
      for (const table of tables) await identity.query(`CREATE TABLE ${name}_${table.replace('.', '_')} AS SELECT * FROM ${table}`);
    };
    const restore = async (name: string) => {
      await identity.query(`TRUNCATE ${tables.join()}`);
      for (const table of tables) await identity.query(`INSERT INTO ${table} SELECT * FROM ${name}_${table.replace('.', '_')}`);
      await identity.restart();
    };
    await backup('living');
    await erase(somebody);
    await backup('waiting');
    await daysLater(30);
    await publish();
    expect(await newest()).toMatchObject({ count: 1, authors: somebody.authors.toSorted() });
    for (const name of ['living', 'waiting']) {
      await restore(name);
      await eventually(async () => expect(await identity.app().get(SubjectKeys).isDestroyed(somebody.id)).toBe(true));
      await daysLater(30);
      await publish();
      expect([(await batches()).length, await pending()]).toEqual([before + 1, 0]);
    }
    const history = await identity.store.readStream<AccountErased>(`erased-${somebody.id}`);
    expect(history.map(({ type }) => type)).toEqual(['AccountErased', 'ErasurePublished']);
  });
});
