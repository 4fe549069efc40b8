import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Epoch } from './epoch';
import { lastingCommit, type Epochs } from './epochs';
import { sealedTables, type SealedTable } from './sealed-tables';

/** Rows sealed anew in one transaction. */
const batchRows = 500;
/** How long a row that somebody is changing is left alone, in milliseconds. */
const betweenPasses = 50;

/** Whether something was destroyed in the present epoch, and the epoch has lasted this long. @param hours may have a fraction; 0 or more */
export async function isTurnDue({ dataSource }: Epochs, hours: number): Promise<boolean> {
  const due: unknown[] = await dataSource.query(
    `SELECT 1 FROM vault.present_epoch WHERE since <= now() - $1 * interval '1 hour'
       AND EXISTS (SELECT 1 FROM vault.person_key WHERE destroyed_at >= since)`,
    [hours],
  );
  return due.length > 0;
}

/**
 * Ends the present epoch, and clears all that have ended. Each step is whole and may be repeated, so that whoever is killed at any of them
 * loses nothing that lives: {@link clearEnded} goes on from there. Several instances may call it at once: one works.
 * @param signal stops it between two steps
 */
export async function turnEpoch(epochs: Epochs, signal?: AbortSignal): Promise<void> {
  await alone(epochs, async () => {
    await epochs.dataSource.transaction(async (vault) => {
      await lastingCommit(vault);
      await epochs.begin(vault);
    });
    await clearAll(epochs, signal);
  });
}

/** Clears the epochs that ended: seals anew what lives in them, and destroys their keys. */
export async function clearEnded(epochs: Epochs, signal?: AbortSignal): Promise<void> {
  await alone(epochs, () => clearAll(epochs, signal));
}

/** While another instance works, there is nothing to do. */
async function alone({ dataSource }: Epochs, work: () => Promise<void>): Promise<void> {
  await dataSource.transaction(async (lock) => {
    const [{ won }] = await lock.query(`SELECT pg_try_advisory_xact_lock(hashtext('isegoria turn of epoch')) AS won`);
    if (won) await work();
  });
}

async function clearAll(epochs: Epochs, signal?: AbortSignal): Promise<void> {
  const ended: { id: string }[] = await epochs.dataSource.query(
    `SELECT id FROM vault.epoch WHERE id <> (SELECT id FROM vault.present_epoch)`,
  );
  for (const { id } of ended) {
    for (const table of sealedTables) await sealAnew(epochs, table, id, signal);
    await epochs.destroy(id);
    await epochs.dataSource.query(`DELETE FROM vault.epoch WHERE id = $1`, [id]);
  }
}

/** Resolves when no row of the table is sealed in the epoch any more. A row that somebody is changing is come back to. */
async function sealAnew(epochs: Epochs, table: SealedTable, ended: string, signal?: AbortSignal): Promise<void> {
  const left = `SELECT 1 FROM ${table.table} WHERE ${isSealedIn(table, '$1')} LIMIT 1`;
  for (let pass = 0; ((await epochs.dataSource.query(left, [ended])) as unknown[]).length > 0; pass++) {
    if (pass > 0) await pause(betweenPasses);
    let last: string | undefined;
    do {
      signal?.throwIfAborted();
      last = await epochs.inPresent((vault, present) => sealBatch({ epochs, vault, present }, table, ended, last));
    } while (last !== undefined);
  }
}

/** What is sealed begins with the id of its epoch. */
const isSealedIn = ({ sealed }: SealedTable, epoch: string) => `substring(${sealed} for 16) = uuid_send(${epoch}::uuid)`;

interface Sealing {
  readonly epochs: Epochs;
  readonly vault: EntityManager;
  readonly present: Epoch;
}

/**
 * Seals the next rows anew, and reads them back under the key as it is on disk: if one did not open to what it held, all would stay as they
 * were. @returns the name of the last one; undefined when there were none
 */
async function sealBatch(
  { epochs, vault, present }: Sealing,
  table: SealedTable,
  ended: string,
  after: string | undefined,
): Promise<string | undefined> {
  const { name, type, sealed, label } = table;
  const rows: { name: string; sealed: Buffer }[] = await vault.query(
    `SELECT ${name}::text AS name, ${sealed} AS sealed FROM ${table.table}
     WHERE ${isSealedIn(table, '$1')} AND ($2::${type} IS NULL OR ${name} > $2::${type}) ORDER BY ${name} LIMIT ${batchRows}
     FOR NO KEY UPDATE SKIP LOCKED`,
    [ended, after ?? null],
  );
  if (rows.length === 0) return undefined;
  const names = rows.map((row) => row.name);
  const contents = await Promise.all(rows.map((row) => epochs.open({ table: table.table, name: row.name }, row.sealed)));
  await vault.query(
    `UPDATE ${table.table} SET ${sealed} = anew.sealed ${label ? `, ${label} = anew.label` : ''}
     FROM unnest($1::${type}[], $2::bytea[], $3::bytea[]) AS anew (name, sealed, label) WHERE ${name} = anew.name`,
    [
      names,
      contents.map((content, index) => present.seal({ table: table.table, name: names[index]! }, content)),
      contents.map((content) => present.labelOf(content)),
    ],
  );
  const onDisk = await epochs.fresh(present.id);
  const written: { name: string; sealed: Buffer }[] = await vault.query(
    `SELECT ${name}::text AS name, ${sealed} AS sealed FROM ${table.table} WHERE ${name} = ANY($1::${type}[])`,
    [names],
  );
  const readBack = new Map(written.map((row) => [row.name, onDisk.open({ table: table.table, name: row.name }, row.sealed)]));
  if (contents.some((content, index) => !readBack.get(names[index]!)?.equals(content))) throw new Error('A row did not read back.');
  return names.at(-1);
}
