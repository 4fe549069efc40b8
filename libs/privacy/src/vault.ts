import type { DataSource, EntityManager } from 'typeorm';

/**
 * The vault: the keys of people, apart from the event store, so that destroying one erases a person's words everywhere.
 * `person_key` holds each person's key, sealed in an epoch, and null in its place once it was destroyed, so that none is ever made again;
 * `pseudonym` says, sealed as well, whose a pseudonym is, and only for pseudonyms that sealed something. `epoch` lists the epochs whose
 * keys exist; of these, things are sealed in `present_epoch` alone.
 */
const migrations = [
  `CREATE TABLE vault.person_key (person_id uuid PRIMARY KEY, wrapped bytea NOT NULL)`,
  `CREATE TABLE vault.pseudonym (pseudonym text PRIMARY KEY, person_id uuid NOT NULL REFERENCES vault.person_key ON DELETE CASCADE);
   CREATE INDEX pseudonym_person ON vault.pseudonym (person_id)`,
  `ALTER TABLE vault.person_key ALTER COLUMN wrapped DROP NOT NULL`,
  // Identity's position in the erasures is beside the keys, so that no restored backup puts it ahead of them.
  followerTable('vault'),
  `CREATE TABLE vault.epoch (id uuid PRIMARY KEY);
   CREATE TABLE vault.present_epoch (one boolean PRIMARY KEY DEFAULT true CHECK (one), id uuid NOT NULL,
     since timestamptz NOT NULL DEFAULT clock_timestamp());
   ALTER TABLE vault.person_key ADD COLUMN destroyed_at timestamptz;
   CREATE INDEX person_key_destroyed ON vault.person_key (destroyed_at);
   DROP TABLE vault.pseudonym;
   CREATE TABLE vault.pseudonym (pseudonym text PRIMARY KEY, person bytea NOT NULL, person_label bytea NOT NULL);
   CREATE INDEX pseudonym_person ON vault.pseudonym (person_label)`,
];

/** The statement that makes the table in which followers of the log keep how far they have come. */
export function followerTable(schema: string): string {
  return `CREATE TABLE ${schema}.follower (name text PRIMARY KEY, position bigint NOT NULL)`;
}

/** Brings the vault's tables to the newest form; safe to call from several services at once. */
export async function migrateVault(dataSource: DataSource): Promise<void> {
  await migrate(dataSource, 'vault', migrations);
}

/**
 * Runs those of a schema's migrations that have not run, in order, in one transaction under a lock. A migration, once released,
 * is never edited: a change is a new one at the end. What is made in a schema belongs to the schema's owner, whichever service makes it;
 * one that belongs to somebody else is left to them.
 */
export async function migrate(dataSource: DataSource, schema: string, steps: readonly string[]): Promise<void> {
  await dataSource.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('isegoria migrations'))`);
    if (!(await madeOrOwned(tx, schema))) return;
    await tx.query(`CREATE TABLE IF NOT EXISTS ${schema}.migration (step int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())`);
    const [{ done }] = await tx.query(`SELECT count(*)::int AS done FROM ${schema}.migration`);
    for (const [index, step] of steps.entries()) {
      if (index < done) continue;
      await tx.query(step);
      await tx.query(`INSERT INTO ${schema}.migration (step) VALUES ($1)`, [index]);
    }
  });
}

/** Makes a schema that is missing, and acts as the owner of one that is there; false if this role may not. */
async function madeOrOwned(tx: EntityManager, schema: string): Promise<boolean> {
  const [found]: { owner: string; mine: boolean }[] = await tx.query(
    `SELECT quote_ident(pg_get_userbyid(nspowner)) AS owner, pg_has_role(nspowner, 'MEMBER') AS mine FROM pg_namespace WHERE nspname = $1`,
    [schema],
  );
  if (!found) await tx.query(`CREATE SCHEMA ${schema}`);
  else if (found.mine) await tx.query(`SET LOCAL ROLE ${found.owner}`);
  return found?.mine ?? true;
}
