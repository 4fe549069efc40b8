import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { testDatabase, type TestPart } from '@isegoria/testing';
import { SubjectKeys, commitmentsIn, migrateVault, verifyCommitment } from './index';

describe('subject keys', () => {
  const keyEncryptionKey = randomBytes(32);
  let database: TestPart;
  let dataSource: DataSource;
  let keys: SubjectKeys;
  const person = randomUUID();
  const at = (event: string) => ({ event, field: 'text' });

  beforeAll(async () => {
    database = await testDatabase();
    dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    await Promise.all([migrateVault(dataSource), migrateVault(dataSource)]);
    keys = new SubjectKeys(dataSource, keyEncryptionKey);
    await keys.create([person]);
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.stop();
  });

  it('names a person by another pseudonym in each context, and always by the same in one', async () => {
    const [here, again, there] = [await keys.pseudonym(person, 'a'), await keys.pseudonym(person, 'a'), await keys.pseudonym(person, 'b')];
    expect(again).toBe(here);
    expect(there).not.toBe(here);
    expect(here).toMatch(/^[0-9a-f]{32}$/);
  });

  it('gives the very same bytes when a command is repeated, and others for another text', async () => {
    const sealed = await keys.seal(person, 'a', at('event-1'), 'my words');
    expect(await keys.seal(person, 'a', at('event-1'), 'my words')).toBe(sealed);
    expect(await keys.seal(person, 'a', at('event-1'), 'my word')).not.toBe(sealed);
    expect(await keys.seal(person, 'a', { event: 'event-1', field: 'title' }, 'my words')).not.toBe(sealed);
    expect(sealed).not.toContain(person);
  });

  it('opens in a process that never saw the person, and gives null once the key is destroyed', async () => {
    const sealed = await keys.seal(person, 'a', at('event-2'), 'كلماتي');
    const open = () => new SubjectKeys(dataSource, keyEncryptionKey).open([sealed]);
    expect(await open()).toEqual(['كلماتي']);
    await keys.create([person]);
    expect(await open()).toEqual(['كلماتي']);
    await dataSource.query('DELETE FROM vault.person_key WHERE person_id = $1', [person]);
    expect(await open()).toEqual([null]);
  });

  it('destroys a key for good: no other is made, nothing is sealed, named or opened, and no pseudonym is tied to the person', async () => {
    const erased = randomUUID();
    await keys.create([erased]);
    const sealed = await keys.seal(erased, 'a', at('event-5'), 'words');
    for (const time of ['once', 'again']) {
      await keys.destroy(erased);
      await keys.create([erased]);
      expect([time, await keys.isDestroyed(erased)]).toEqual([time, true]);
    }
    for (const process of [keys, new SubjectKeys(dataSource, keyEncryptionKey)]) {
      expect(await process.open([sealed])).toEqual([null]);
      await expect(process.pseudonym(erased, 'b')).rejects.toMatchObject({ code: 'ACCOUNT_ERASED' });
      await expect(process.seal(erased, 'a', at('event-6'), 'words')).rejects.toMatchObject({ code: 'ACCOUNT_ERASED' });
    }
    expect(await dataSource.query('SELECT * FROM vault.pseudonym WHERE person_id = $1', [erased])).toEqual([]);
    expect(await dataSource.query('SELECT wrapped FROM vault.person_key WHERE person_id = $1', [erased])).toEqual([{ wrapped: null }]);
    expect(await keys.isDestroyed(person)).toBe(false);
  });

  it('destroys what was never made, so that it never will be', async () => {
    const unknown = randomUUID();
    expect(await keys.isDestroyed(unknown)).toBe(false);
    await keys.destroy(unknown);
    await keys.create([unknown]);
    await expect(keys.pseudonym(unknown, 'a')).rejects.toMatchObject({ code: 'ACCOUNT_ERASED' });
  });

  it('goes on with a remembered key until it is told to forget, and ties no pseudonym to a person who was erased', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await keys.create([one, other]);
    const sealed = [await keys.seal(one, 'a', at('event-7'), 'first'), await keys.seal(other, 'a', at('event-8'), 'second')];
    const elsewhere = new SubjectKeys(dataSource, keyEncryptionKey);
    expect(await elsewhere.open(sealed)).toEqual(['first', 'second']);
    for (const person of [one, other]) await keys.destroy(person);
    expect(await elsewhere.open(sealed)).toEqual(['first', 'second']);
    await expect(elsewhere.seal(one, 'another', at('event-9'), 'words')).rejects.toMatchObject({ code: 'ACCOUNT_ERASED' });
    elsewhere.forget(one);
    expect(await elsewhere.open(sealed)).toEqual([null, 'second']);
    elsewhere.forgetAll();
    expect(await elsewhere.open(sealed)).toEqual([null, null]);
    expect(await dataSource.query('SELECT * FROM vault.pseudonym WHERE person_id = ANY($1)', [[one, other]])).toEqual([]);
  });

  it('does not take a key up again from a reading that was under way when it was told to forget', async () => {
    const late = randomUUID();
    await keys.create([late]);
    const sealed = await keys.seal(late, 'a', at('event-10'), 'words');
    const elsewhere = new SubjectKeys(dataSource, keyEncryptionKey);
    const underWay = elsewhere.open([sealed]);
    elsewhere.forget(late);
    await keys.destroy(late);
    expect(await underWay).toEqual([null]);
    expect(await elsewhere.open([sealed])).toEqual([null]);
  });

  it('gives the opening with which an author can prove to others what was written', async () => {
    const author = randomUUID();
    await keys.create([author]);
    const sealed = await keys.seal(author, 'a', at('event-4'), 'words');
    const [unsealed] = await keys.unseal([sealed]);
    expect(verifyCommitment(commitmentsIn({ sealed })[0]!, unsealed!.opening!, 'words')).toBe(true);
    expect(verifyCommitment(commitmentsIn({ sealed })[0]!, unsealed!.opening!, 'other words')).toBe(false);
  });

  it('refuses an altered text and a row moved to another person', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await keys.create([one, other]);
    const sealed = await keys.seal(one, 'a', at('event-3'), 'words');
    const another = await keys.seal(one, 'a', at('event-3'), 'other words');
    const [version, reference, body, commitment] = sealed.split('.') as [string, string, string, string];
    const altered = [
      [version, reference, (body.startsWith('A') ? 'B' : 'A') + body.slice(1), commitment],
      [version, reference, body, another.split('.')[3]],
    ];
    for (const parts of altered) await expect(keys.open([parts.join('.')])).rejects.toThrow();
    await dataSource.query(
      'UPDATE vault.person_key SET wrapped = (SELECT wrapped FROM vault.person_key WHERE person_id = $1) WHERE person_id = $2',
      [one, other],
    );
    await expect(new SubjectKeys(dataSource, keyEncryptionKey).pseudonym(other, 'a')).rejects.toThrow();
  });
});
