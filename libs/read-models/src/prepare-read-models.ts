import { DataSource } from 'typeorm';
import { Checkpoint, type Projection } from '@isegoria/projection';

/**
 * Brings the tables of schema `read` into the form of the entities; safe to call from several processes at once. The tables of a projection
 * whose version changed are dropped first: they are about to be filled anew, and rows of an older form must not stand in the way.
 * @param url of PostgreSQL; a short-lived connection of its own is used, so that nothing but these entities is ever synchronised
 */
export async function prepareReadModels(url: string, projections: readonly Projection[], entities: readonly (new () => object)[]): Promise<void> {
  const dataSource = await new DataSource({ type: 'postgres', url, entities: [...entities], poolSize: 2 }).initialize();
  try {
    await underLock(dataSource, async () => {
      await dataSource.query('CREATE SCHEMA IF NOT EXISTS read');
      await dropOutdated(dataSource, projections);
      await dataSource.synchronize();
    });
  } finally {
    await dataSource.destroy();
  }
}

async function underLock(dataSource: DataSource, work: () => Promise<void>): Promise<void> {
  const holder = dataSource.createQueryRunner();
  try {
    await holder.query(`SELECT pg_advisory_lock(hashtext('isegoria read models'))`);
    await work();
  } finally {
    await holder.query(`SELECT pg_advisory_unlock(hashtext('isegoria read models'))`).catch(() => undefined);
    await holder.release();
  }
}

/** Tables and position go together, so that no reader takes an empty table for one that is up to date. */
async function dropOutdated(dataSource: DataSource, projections: readonly Projection[]): Promise<void> {
  const [{ exists }] = await dataSource.query(`SELECT to_regclass('read.checkpoint') IS NOT NULL AS exists`);
  if (!exists) return;
  await dataSource.transaction(async (rows) => {
    const stored = new Map((await rows.find(Checkpoint)).map(({ projection, version }) => [projection, version]));
    for (const { name, version, entities } of projections) {
      if (!stored.has(name) || stored.get(name) === version) continue;
      for (const entity of entities) await rows.query(`DROP TABLE IF EXISTS ${dataSource.getMetadata(entity).tablePath}`);
      await rows.update(Checkpoint, { projection: name }, { position: -1 });
    }
  });
}
