import { DataSource, type EntityManager } from 'typeorm';
import { pause } from '@isegoria/event-sourcing';
import { Checkpoint, SkippedEvent, isMissing } from '../following/checkpoint';
import type { ReadModelGroup } from '../projection';
import { liveSchema, nextSchema, oldSchema } from './schemas';

/** The rows of one version of a group, and how far they have come. */
export interface GroupRows {
  schema: string;
  position: number;
  /** Whether readers see them. */
  isLive: boolean;
}

/**
 * The rows that this version of the group goes on with: the live ones, or others beside them if those belong to an earlier version. Only
 * tables that nobody reads yet are ever made from the entities. Undefined if the live rows belong to a later version than this program's.
 */
export async function rowsOfVersion(dataSource: DataSource, group: ReadModelGroup): Promise<GroupRows | undefined> {
  const live = await checkpointIn(dataSource, liveSchema(group.name));
  if (live?.version === group.version) return { schema: liveSchema(group.name), position: live.position, isLive: true };
  if (live && live.version > group.version) return undefined;
  const schema = nextSchema(group.name, group.version);
  const begun = await checkpointIn(dataSource, schema);
  if (!begun) await makeRows(dataSource, group, schema);
  if (live) return { schema, position: begun?.position ?? -1, isLive: false };
  // Readers would lose nothing, so they may as well see these rows fill.
  await dataSource.query(`DROP SCHEMA IF EXISTS ${liveSchema(group.name)} CASCADE`);
  await dataSource.query(`ALTER SCHEMA ${schema} RENAME TO ${liveSchema(group.name)}`);
  return { schema: liveSchema(group.name), position: begun?.position ?? -1, isLive: true };
}

/** Makes empty tables of the group in a schema of their own; remains of an earlier try are dropped. Complete once it has its checkpoint. */
export async function makeRows(dataSource: DataSource, group: ReadModelGroup, schema: string): Promise<void> {
  await dataSource.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  await dataSource.query(`CREATE SCHEMA ${schema}`);
  const { url } = dataSource.options as { readonly url?: string };
  const entities = [Checkpoint, SkippedEvent, ...group.projections.flatMap((projection) => projection.entities)];
  const maker = await new DataSource({ type: 'postgres', url, schema, entities: entities as never, poolSize: 2 }).initialize();
  try {
    await maker.synchronize();
    for (const { table, using } of group.projections.flatMap(({ indexes = [] }) => indexes)) {
      await maker.query(`CREATE INDEX ON ${schema}.${table} USING ${using}`);
    }
  } finally {
    await maker.destroy();
  }
  await dataSource.query(`INSERT INTO ${schema}.checkpoint (version, position, computed_at) VALUES ($1, -1, to_timestamp(0))`, [
    group.version,
  ]);
}

/**
 * How long (milliseconds) a swap waits for readers, at the first try and at most; meanwhile new readers wait, too. Less than PostgreSQL's
 * deadlock_timeout, so that if both wait for each other, it is the swap that gives way.
 */
const [firstWait, longestWait] = [50, 800];
const tryAgainAfter = 200;

/**
 * Replaces the live rows with these, in one transaction, and drops the old ones. A reader has all of a transaction from the one or from the
 * other: the live tables are locked as a whole before anything moves, so nobody is in the middle of reading them.
 * @param before the position of the live rows before these began to catch up, as they have now: they include all up to it
 * @returns false when the live rows went on beyond that, or the signal was aborted
 */
export async function swapIn(
  dataSource: DataSource,
  group: ReadModelGroup,
  rows: GroupRows,
  { before, signal }: { before: number; signal: AbortSignal },
): Promise<boolean> {
  const live = liveSchema(group.name);
  await dataSource.query(`DROP SCHEMA IF EXISTS ${oldSchema(group.name)} CASCADE`);
  for (let wait = firstWait; !signal.aborted; wait = Math.min(2 * wait, longestWait)) {
    try {
      const swapped = await dataSource.transaction((manager) => swap(manager, group.name, rows, { before, wait }));
      if (!swapped) return false;
      [rows.schema, rows.isLive] = [live, true];
      await dataSource.query(`DROP SCHEMA IF EXISTS ${oldSchema(group.name)} CASCADE`);
      return true;
    } catch (error) {
      if ((error as { code?: string }).code !== lockNotAvailable) throw error;
      await pause(tryAgainAfter, signal);
    }
  }
  return false;
}

const lockNotAvailable = '55P03';

async function swap(
  manager: EntityManager,
  group: string,
  rows: GroupRows,
  { before, wait }: { before: number; wait: number },
): Promise<boolean> {
  const live = liveSchema(group);
  await manager.query(`SET LOCAL lock_timeout = ${wait}`);
  const tables: { name: string }[] = await manager.query(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = $1 ORDER BY tablename <> 'checkpoint'`,
    [live],
  );
  if (tables.length > 0) {
    await manager.query(`LOCK TABLE ${tables.map(({ name }) => name).join(', ')} IN ACCESS EXCLUSIVE MODE`);
    const [{ position }] = await manager.query(`SELECT position FROM ${live}.checkpoint`);
    if (Number(position) > Math.max(before, rows.position)) return false;
    rows.position = Math.max(Number(position), rows.position);
    await manager.query(`UPDATE ${rows.schema}.checkpoint SET position = $1`, [rows.position]);
    await manager.query(`ALTER SCHEMA ${live} RENAME TO ${oldSchema(group)}`);
  }
  await manager.query(`ALTER SCHEMA ${rows.schema} RENAME TO ${live}`);
  return true;
}

/** The id of the event at which this version of the group stopped, live or still being built; undefined while it goes on. */
export async function stoppedAt(dataSource: DataSource, { name, version }: ReadModelGroup): Promise<string | undefined> {
  for (const schema of [liveSchema(name), nextSchema(name, version)]) {
    const found = await checkpointIn(dataSource, schema);
    if (found?.version === version) return found.stoppedEvent;
  }
  return undefined;
}

/** -1 if there are no live rows. */
export async function livePosition(dataSource: DataSource, group: string): Promise<number> {
  return (await checkpointIn(dataSource, liveSchema(group)))?.position ?? -1;
}

interface StoredCheckpoint {
  readonly version: number;
  readonly position: number;
  readonly stoppedEvent?: string;
}

async function checkpointIn(dataSource: DataSource, schema: string): Promise<StoredCheckpoint | undefined> {
  try {
    const [found]: { version: number; position: string; stopped_event: string | null }[] = await dataSource.query(
      `SELECT version, position, stopped_event FROM ${schema}.checkpoint`,
    );
    return found && { version: found.version, position: Number(found.position), stoppedEvent: found.stopped_event ?? undefined };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
