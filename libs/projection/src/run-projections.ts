import type { DataSource, EntityManager } from 'typeorm';
import { followLog, pause, type Batch, type EventStore } from '@isegoria/event-sourcing';
import { traced, type Facts } from '@isegoria/tracing';
import { Checkpoint } from './checkpoint';
import type { Projection } from './projection';

export interface RunProjections {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  /** All of them: the checkpoint of one that is not named here is removed, since it would hold back every reader. */
  readonly projections: readonly Projection[];
  readonly signal: AbortSignal;
  /** The most events in a transaction; 4,000 when absent. */
  readonly batchSize?: number;
  /** Once live, the least time between two batches (milliseconds). */
  readonly gather?: number;
  /** Called after each committed batch. */
  readonly onAdvanced?: (batch: Batch) => void;
  /** Called when a batch or the connection failed, before the next try. */
  readonly onFailure?: (error: Error) => void;
}

const retryPause = 500;
/** Measured: a tenth faster in catching up than a quarter of it, and still a few megabytes. */
const mostEvents = 4_000;

/**
 * Runs the projections until the signal is aborted: one reading of the log for all, rows and checkpoints in one transaction, so that
 * killing the process anywhere loses and doubles nothing. A batch that fails is tried again, for ever.
 * @throws FencedOff when another process moved a checkpoint
 */
export async function runProjections(run: RunProjections): Promise<void> {
  const positions = await prepareCheckpoints(run.dataSource, run.projections);
  const start = Math.min(...positions.values());
  for await (const batch of followLog(run.store, {
    ...(start < 0 ? {} : { after: start }),
    batchSize: run.batchSize ?? mostEvents,
    ...(run.gather === undefined ? {} : { gather: run.gather }),
    signal: run.signal,
    onInterruption: run.onFailure,
  })) {
    if (!(await untilApplied(run, batch, positions))) return;
    run.onAdvanced?.(batch);
  }
}

/** @returns false when the run was aborted before the batch could be applied */
async function untilApplied(run: RunProjections, batch: Batch, positions: Map<string, number>): Promise<boolean> {
  const behind = run.projections.filter(({ name }) => positions.get(name)! < batch.position);
  const apply = () => run.dataSource.transaction((rows) => applyBatch(behind, batch, positions, rows));
  while (!run.signal.aborted) {
    try {
      if (behind.length > 0) await traced({ ...project, facts: placeOf(batch) }, apply);
      for (const { name } of behind) positions.set(name, batch.position);
      return true;
    } catch (error) {
      if (error instanceof FencedOff) throw error;
      run.onFailure?.(error as Error);
      await pause(retryPause, run.signal);
    }
  }
  return false;
}

/** No trace leads here from the request, because an event carries none: the position that its append told lies in that of a batch. */
const project = { name: 'project a batch', kind: 'CONSUMER' } as const;

function placeOf({ events, position }: Batch): Facts {
  return { 'isegoria.log.first': events[0]?.position ?? position, 'isegoria.log.last': position, 'isegoria.events': events.length };
}

/** The checkpoints move first: a second runner then waits for them, and finds them moved, before it touches a row. */
async function applyBatch(projections: readonly Projection[], batch: Batch, positions: ReadonlyMap<string, number>, rows: EntityManager): Promise<void> {
  // Rows and checkpoints are lost together or not at all, and the log has the events: no need to wait for this disk.
  await rows.query('SET LOCAL synchronous_commit = off');
  await moveCheckpoints(projections, batch.position, positions, rows);
  for (const projection of projections) {
    const events = batch.events.filter(({ position }) => position > positions.get(projection.name)!);
    if (events.length > 0) await projection.apply(events, rows);
  }
}

async function moveCheckpoints(projections: readonly Projection[], to: number, from: ReadonlyMap<string, number>, rows: EntityManager): Promise<void> {
  const moved: [unknown[], number] = await rows.query(
    `UPDATE read.checkpoint AS checkpoint SET position = $1, computed_at = now()
     FROM unnest($2::text[], $3::int[], $4::bigint[]) AS expected (projection, version, position)
     WHERE (checkpoint.projection, checkpoint.version, checkpoint.position) = (expected.projection, expected.version, expected.position)`,
    [to, projections.map(({ name }) => name), projections.map(({ version }) => version), projections.map(({ name }) => from.get(name))],
  );
  if (moved[1] !== projections.length) throw new FencedOff();
}

/** Gives each projection's position; a projection that is new or of another version starts anew with empty rows. */
async function prepareCheckpoints(dataSource: DataSource, projections: readonly Projection[]): Promise<Map<string, number>> {
  return dataSource.transaction(async (rows) => {
    await rows.query('DELETE FROM read.checkpoint WHERE projection <> ALL ($1)', [projections.map(({ name }) => name)]);
    const positions = new Map<string, number>();
    for (const projection of projections) {
      const checkpoint = await rows.findOneBy(Checkpoint, { projection: projection.name });
      if (checkpoint?.version === projection.version) {
        positions.set(projection.name, checkpoint.position);
        continue;
      }
      for (const entity of projection.entities) await rows.createQueryBuilder().delete().from(entity).execute();
      await rows.save(Checkpoint, { projection: projection.name, version: projection.version, position: -1, computedAt: new Date(0) });
      positions.set(projection.name, -1);
    }
    return positions;
  });
}

/** Another process moved a checkpoint, or a commit succeeded whose answer was lost: this runner must not write from what it remembers. */
export class FencedOff extends Error {
  constructor() {
    super('The checkpoints are not where this runner left them: it stops, and may start anew from where they are.');
    this.name = 'FencedOff';
  }
}
