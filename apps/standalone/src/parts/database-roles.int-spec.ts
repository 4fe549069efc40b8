import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { KeptAnswers } from '@isegoria/event-sourcing';
import { EpochKeyFiles, Epochs, SubjectKeys, migrateVault } from '@isegoria/privacy';
import { freshSecrets, testDatabase, type TestPart } from '@isegoria/testing';
import { giveRoles, servicesWithRoles, urlFor, type ServiceWithRole } from '@isegoria/embedded-database';

const passwordOf = (service: ServiceWithRole) => `the password of ${service}'s`;

describe('the roles of the services', () => {
  let database: TestPart;
  const sources: DataSource[] = [];
  beforeAll(async () => {
    database = await testDatabase();
    await giveRoles(database.url, passwordOf);
  });
  afterAll(async () => {
    for (const source of sources) await source.destroy();
    await database.stop();
  });

  async function as(service: ServiceWithRole): Promise<DataSource> {
    const source = await new DataSource({
      type: 'postgres',
      url: urlFor(service, database.url, passwordOf(service)),
      entities: [],
      poolSize: 2,
    }).initialize();
    sources.push(source);
    return source;
  }
  const denied = (asked: Promise<unknown>) => expect(asked).rejects.toMatchObject({ code: '42501' });

  it('keep the tables of each from all others', async () => {
    for (const service of ['identity', 'content', 'feedback', 'consultations', 'projector'] as const)
      await KeptAnswers.of(await as(service), service);
    for (const service of servicesWithRoles) {
      const rows = await as(service);
      for (const other of ['identity', 'content', 'feedback', 'consultations', 'projector'].filter((name) => name !== service))
        await denied(rows.query(`SELECT 1 FROM ${other}_answers.answer`));
    }
  });

  it('make nothing beside their own schemas; the projector alone makes more of them', async () => {
    for (const service of servicesWithRoles) {
      const rows = await as(service);
      await denied(rows.query(`CREATE TABLE public.anything (one int)`));
      if (service !== 'projector') await denied(rows.query(`CREATE SCHEMA read_anything`));
    }
  });

  it('share the keys of people among those who seal, whichever of them came first, and let the gateway read them', async () => {
    const [feedback, identity, gateway] = [await as('feedback'), await as('identity'), await as('gateway')];
    await migrateVault(feedback);
    await migrateVault(identity);
    await migrateVault(gateway);
    const person = '0b6d9d5a-6f0e-4c3e-9d59-6d2f7a3f7a10';
    const files = new EpochKeyFiles(freshSecrets().KEY_EPOCHS_FOLDER);
    const keysFor = (service: DataSource) => new SubjectKeys(new Epochs(service, files, Buffer.alloc(32)));
    await keysFor(identity).create([person]);
    const pseudonym = await keysFor(feedback).pseudonym(person, 'a consultation');
    expect(await keysFor(gateway).pseudonym(person, 'a consultation')).toBe(pseudonym);
    await denied(gateway.query(`UPDATE vault.person_key SET wrapped = NULL`));
    for (const service of ['content', 'projector', 'transparency-log'] as const)
      await denied((await as(service)).query(`SELECT 1 FROM vault.person_key`));
  });

  it('let the gateway and identity read what the projector makes, and change none of it', async () => {
    const projector = await as('projector');
    await projector.query(`CREATE SCHEMA read_first`);
    await projector.query(`CREATE TABLE read_first.row (one int)`);
    await projector.query(`ALTER SCHEMA read_first RENAME TO read_second`);
    for (const service of ['gateway', 'identity'] as const) {
      const rows = await as(service);
      expect(await rows.query(`SELECT * FROM read_second.row`)).toEqual([]);
      await denied(rows.query(`INSERT INTO read_second.row VALUES (1)`));
    }
    for (const service of ['content', 'feedback', 'consultations', 'transparency-log'] as const)
      await denied((await as(service)).query(`SELECT * FROM read_second.row`));
  });

  it('are given again to a database that has tables of the superuser', async () => {
    const superuser = new Client({ connectionString: database.url });
    await superuser.connect();
    await superuser.query(`CREATE TABLE log.early (one int)`);
    await superuser.query(`CREATE SCHEMA read_early`);
    await superuser.query(`CREATE TABLE read_early.row (one int)`);
    await superuser.end();
    await giveRoles(database.url, passwordOf);
    await (await as('transparency-log')).query(`DROP TABLE log.early`);
    expect(await (await as('gateway')).query(`SELECT * FROM read_early.row`)).toEqual([]);
    await (await as('projector')).query(`DROP SCHEMA read_early CASCADE`);
  });
});
