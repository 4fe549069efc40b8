import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { freshSecrets, testDatabase, type TestPart } from '@isegoria/testing';
import { EpochKeyFiles, Epochs, SubjectKeys, commitmentsIn, migrateVault, verifyCommitment } from './index';

describe('subject keys', () => {
  let epochs: Epochs;
  let database: TestPart;
  let dataSource: DataSource;
  let keys: SubjectKeys;
  const person = randomUUID();
  const erased = { state: 'erased' };
  const open = (text: string) => expect.objectContaining({ state: 'open', text });
  const at = (event: string) => ({ event, field: 'text' });

  beforeAll(async () => {
    database = await testDatabase();
    dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    await Promise.all([migrateVault(dataSource), migrateVault(dataSource)]);
    epochs = new Epochs(dataSource, new EpochKeyFiles(freshSecrets().KEY_EPOCHS_FOLDER), randomBytes(32));
    keys = new SubjectKeys(epochs);
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

  it('opens in a process that never saw the person, and says that it is erased once the key is destroyed', async () => {
    const sealed = await keys.seal(person, 'a', at('event-2'), 'كلماتي');
    const opened = () => new SubjectKeys(epochs).open([sealed]);
    expect(await opened()).toEqual([open('كلماتي')]);
    await keys.create([person]);
    expect(await opened()).toEqual([open('كلماتي')]);
    await dataSource.query('DELETE FROM vault.person_key WHERE person_id = $1', [person]);
    expect(await opened()).toEqual([erased]);
  });

  it('destroys a key for good: no other is made, nothing is sealed, named or opened, and no pseudonym is tied to the person', async () => {
    const gone = randomUUID();
    await keys.create([gone]);
    const sealed = await keys.seal(gone, 'a', at('event-5'), 'words');
    for (const time of ['once', 'again']) {
      await keys.destroy(gone);
      await keys.create([gone]);
      expect([time, await keys.isDestroyed(gone)]).toEqual([time, true]);
    }
    for (const process of [keys, new SubjectKeys(epochs)]) {
      expect(await process.open([sealed])).toEqual([erased]);
      await expect(process.pseudonym(gone, 'b')).rejects.toMatchObject({ code: 'ACCOUNT_ERASED' });
      await expect(process.seal(gone, 'a', at('event-6'), 'words')).rejects.toMatchObject({ code: 'ACCOUNT_ERASED' });
    }
    const pseudonym = sealed.split('.')[1];
    expect(await dataSource.query('SELECT * FROM vault.pseudonym WHERE pseudonym = $1', [pseudonym])).toEqual([]);
    expect(await dataSource.query('SELECT wrapped FROM vault.person_key WHERE person_id = $1', [gone])).toEqual([{ wrapped: null }]);
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
    const elsewhere = new SubjectKeys(epochs);
    expect(await elsewhere.open(sealed)).toEqual([open('first'), open('second')]);
    for (const person of [one, other]) await keys.destroy(person);
    expect(await elsewhere.open(sealed)).toEqual([open('first'), open('second')]);
    await expect(elsewhere.seal(one, 'another', at('event-9'), 'words')).rejects.toMatchObject({ code: 'ACCOUNT_ERASED' });
    elsewhere.forget(one);
    expect(await elsewhere.open(sealed)).toEqual([erased, open('second')]);
    elsewhere.forgetAll();
    expect(await elsewhere.open(sealed)).toEqual([erased, erased]);
    const pseudonyms = sealed.map((text) => text.split('.')[1]);
    expect(await dataSource.query('SELECT * FROM vault.pseudonym WHERE pseudonym = ANY($1)', [pseudonyms])).toEqual([]);
  });

  it('does not take a key up again from a reading that was under way when it was destroyed', async () => {
    const late = randomUUID();
    await keys.create([late]);
    const sealed = await keys.seal(late, 'a', at('event-10'), 'words');
    const elsewhere = new SubjectKeys(epochs);
    const underWay = elsewhere.open([sealed]);
    await keys.destroy(late).then(() => elsewhere.forget(late));
    await underWay;
    expect(await elsewhere.open([sealed])).toEqual([erased]);
  });

  describe('a text whose key is in the vault', () => {
    const living = [randomUUID(), randomUUID(), randomUUID()];
    const words = living.map((_, index) => `words ${index}`);
    let sealed: string[];
    beforeAll(async () => {
      await keys.create(living);
      sealed = await Promise.all(living.map((author, index) => keys.seal(author, 'a', at(`event-1${index}`), words[index]!)));
    });

    it('is open, however little a process can remember', async () => {
      const forgetful = new SubjectKeys(epochs, 1);
      for (const time of ['once', 'again']) expect([time, ...(await forgetful.open(sealed))]).toEqual([time, ...words.map(open)]);
      expect(await Promise.all(sealed.map((text) => forgetful.open([text])))).toEqual(words.map((text) => [open(text)]));
    });

    it('is open, whatever a process is told to forget, before, meanwhile or after', async () => {
      const elsewhere = new SubjectKeys(epochs);
      for (const forget of [() => elsewhere.forget(living[0]!), () => elsewhere.forgetAll()]) {
        forget();
        const underWay = elsewhere.open(sealed);
        forget();
        expect(await underWay).toEqual(words.map(open));
        forget();
        expect(await elsewhere.open(sealed)).toEqual(words.map(open));
        expect(await elsewhere.pseudonym(living[0]!, 'a')).toBe(sealed[0]!.split('.')[1]);
      }
    });

    it('is neither open nor erased while the vault cannot be read', async () => {
      const away = new DataSource({ type: 'postgres', url: database.url });
      await away.initialize();
      const elsewhere = new SubjectKeys(new Epochs(away, epochs.keys, randomBytes(32)));
      await away.destroy();
      await expect(elsewhere.open(sealed)).rejects.toThrow();
      const underAnotherKey = new SubjectKeys(new Epochs(dataSource, epochs.keys, randomBytes(32)));
      await expect(underAnotherKey.open(sealed)).rejects.toThrow();
    });
  });

  it('gives the opening with which an author can prove to others what was written', async () => {
    const author = randomUUID();
    await keys.create([author]);
    const sealed = await keys.seal(author, 'a', at('event-4'), 'words');
    const [opened] = await keys.open([sealed]);
    const opening = opened?.state === 'open' ? opened.opening : null;
    expect(verifyCommitment(commitmentsIn({ sealed })[0]!, opening!, 'words')).toBe(true);
    expect(verifyCommitment(commitmentsIn({ sealed })[0]!, opening!, 'other words')).toBe(false);
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
    await expect(new SubjectKeys(epochs).pseudonym(other, 'a')).rejects.toThrow();
  });
});
