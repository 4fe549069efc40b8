import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { testDatabase, type TestPart } from '@isegoria/testing';
import { carve, filesOf, keysLeft } from './carved.fixture';
import { EpochKeyFiles, type EpochKeys } from './epoch-keys';
import { EpochKeyMissing, Epochs } from './epochs';
import { SubjectKeys } from './subject-keys';
import { clearEnded, isTurnDue, turnEpoch } from './turn-of-epoch';
import { migrateVault } from './vault';
import { unseal } from './seal';

describe('the turn of an epoch', () => {
  const keyEncryptionKey = randomBytes(32);
  let database: TestPart;
  let dataSource: DataSource;
  let folder: string;
  let epochs: Epochs;

  beforeAll(async () => {
    database = await testDatabase();
    dataSource = await connected();
    folder = await mkdtemp(join(tmpdir(), 'isegoria-epochs-'));
    await migrateVault(dataSource);
    epochs = epochsOn(dataSource);
  });
  afterAll(async () => {
    await dataSource?.destroy();
    await database?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const connected = () => new DataSource({ type: 'postgres', url: database.url }).initialize();
  const epochsOn = (on: DataSource, keys: EpochKeys = new EpochKeyFiles(folder)) => new Epochs(on, keys, keyEncryptionKey);
  const someKeys = () => new SubjectKeys(epochsOn(dataSource));
  /** People who said something, by a process that has ended since. */
  async function people(count: number) {
    const keys = someKeys();
    const ids = Array.from({ length: count }, () => randomUUID());
    await keys.create(ids);
    const place = () => ({ event: randomUUID(), field: 'text' });
    return Promise.all(
      ids.map(async (id) => ({ id, words: `words of ${id}`, sealed: await keys.seal(id, 'a', place(), `words of ${id}`) })),
    );
  }
  const textsOf = async (said: readonly { sealed: string }[], keys = someKeys()) =>
    (await keys.open(said.map(({ sealed }) => sealed))).map((opened) => (opened.state === 'open' ? opened.text : opened.state));
  const epochsInVault = async () => (await dataSource.query(`SELECT id FROM vault.epoch`)).map(({ id }: { id: string }) => id);

  it('leaves nothing to read of a person who was erased, in any table or the write-ahead log, and everything of others', async () => {
    const since = new Date(Date.now() - 1_000);
    const [erased, living] = (await people(2)) as [Said, Said];
    await someKeys().destroy(erased.id);
    const found = async (...said: Said[]) => {
      const [files, keys] = [await filesOf(dataSource, since), await keysLeft(folder, keyEncryptionKey)];
      return said.map(({ id, sealed }) => {
        const key = { table: 'vault.person_key', name: id, bytes: Buffer.from(id.replaceAll('-', ''), 'hex'), length: 32 };
        const pseudonym = sealed.split('.')[1]!;
        const tie = { table: 'vault.pseudonym', name: pseudonym, bytes: Buffer.from(pseudonym), length: id.length };
        return {
          words: new Set(carve(files, key, keys).map((personKey) => unseal(personKey, sealed).text)),
          ties: new Set(carve(files, tie, keys).map(String)),
        };
      });
    };
    const everythingOf = ({ id, words }: Said) => ({ words: new Set([words]), ties: new Set([id]) });
    // What a deletion alone leaves behind.
    expect(await found(erased)).toEqual([everythingOf(erased)]);
    await turnEpoch(epochs);
    expect(await found(erased, living)).toEqual([{ words: new Set(), ties: new Set() }, everythingOf(living)]);
    expect(await textsOf([erased, living])).toEqual(['erased', living.words]);
  });

  it('leaves one key, for the eyes of its owner, and labels by which an erasure finds every pseudonym', async () => {
    const said = await people(3);
    await turnEpoch(epochs);
    const [present] = await epochsInVault();
    expect(await readdir(folder)).toEqual([`${present}.key`]);
    expect((await stat(join(folder, `${present}.key`))).mode & 0o777).toBe(0o600);
    await someKeys().destroy(said[0]!.id);
    const left: unknown[] = await dataSource.query(`SELECT 1 FROM vault.pseudonym WHERE pseudonym = $1`, [said[0]!.sealed.split('.')[1]]);
    expect(left).toEqual([]);
    expect(await textsOf(said)).toEqual(['erased', said[1]!.words, said[2]!.words]);
  });

  it('is due when something was destroyed in an epoch that has lasted long enough', async () => {
    const [said] = await people(1);
    await turnEpoch(epochs);
    expect(await isTurnDue(epochs, 0)).toBe(false);
    await someKeys().destroy(said!.id);
    expect([await isTurnDue(epochs, 0), await isTurnDue(epochs, 1)]).toEqual([true, false]);
    await dataSource.query(`UPDATE vault.present_epoch SET since = since - interval '61 minutes'`);
    expect(await isTurnDue(epochs, 1)).toBe(true);
    await turnEpoch(epochs);
    expect(await isTurnDue(epochs, 0)).toBe(false);
  });

  it('loses nothing that lives when it is killed, at any step, and is finished by whoever starts next', async () => {
    const [gone, ...said] = (await people(4)) as [Said, ...Said[]];
    await someKeys().destroy(gone.id);
    let steps = 0;
    for (let survived = false; !survived;) {
      const before = await epochsInVault();
      survived = await killedAfter(steps++);
      expect([steps, await textsOf(said)]).toEqual([steps, said.map(({ words }) => words)]);
      await clearEnded(epochs);
      const [present, ...ended] = await epochsInVault();
      expect(ended).toEqual([]);
      const files = await readdir(folder);
      expect(files).toContain(`${present}.key`);
      for (const epoch of before) if (epoch !== present) expect(files).not.toContain(`${epoch}.key`);
      expect([steps, await textsOf(said)]).toEqual([steps, said.map(({ words }) => words)]);
    }
    expect(steps).toBeGreaterThan(20);
  });

  it('keeps up with people who register, write, read and are erased meanwhile, in several processes', async () => {
    const said = await people(20);
    const busy = async () => {
      const others = await people(5);
      await someKeys().destroy(others[0]!.id);
      expect(await textsOf([...others, ...said])).toEqual(['erased', ...[...others.slice(1), ...said].map(({ words }) => words)]);
    };
    const turns = async () => {
      for (let turn = 0; turn < 5; turn++) await turnEpoch(epochsOn(dataSource));
    };
    await Promise.all([turns(), turns(), ...Array.from({ length: 6 }, busy)]);
    expect(await textsOf(said)).toEqual(said.map(({ words }) => words));
    await clearEnded(epochs);
    expect(await epochsInVault()).toHaveLength(1);
  });

  it('says that a key is missing, and does not take that for an erasure', async () => {
    const said = await people(1);
    const [present] = await epochsInVault();
    const keys = new EpochKeyFiles(folder);
    const away = await keys.read(present!);
    await keys.destroy(present!);
    await expect(textsOf(said)).rejects.toThrow(EpochKeyMissing);
    await expect(epochsOn(dataSource).check()).rejects.toThrow(present!);
    expect(away).toHaveLength(32);
  });

  /** A turn by a process that ends before its next statement or access to a key, after so many. @returns whether it had already finished */
  async function killedAfter(steps: number): Promise<boolean> {
    let left = steps;
    const step = () => {
      if (left-- <= 0) throw new Error('killed');
    };
    const doomed = await connected();
    const runnerOf = doomed.createQueryRunner.bind(doomed);
    doomed.createQueryRunner = (mode) => {
      const runner = runnerOf(mode);
      const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<never>;
      runner.query = async (...args: unknown[]) => (step(), query(...args));
      return runner;
    };
    const files = new EpochKeyFiles(folder);
    const keys: EpochKeys = {
      make: async (id) => (step(), files.make(id)),
      read: async (id) => (step(), files.read(id)),
      destroy: async (id) => (step(), files.destroy(id)),
    };
    const outcome = await turnEpoch(epochsOn(doomed, keys)).then(
      () => 'finished',
      ({ message }: Error) => message,
    );
    // Its connections end, and with them what it had not committed.
    await doomed.destroy();
    expect(['finished', 'killed']).toContain(outcome);
    return outcome === 'finished';
  }
});

interface Said {
  readonly id: string;
  readonly words: string;
  readonly sealed: string;
}
