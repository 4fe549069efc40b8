import type { DataSource, EntityManager } from 'typeorm';
import { followLog, type Batch, type EventStore } from '@isegoria/event-sourcing';
import { Checkpoint } from './checkpoint';
import type { Projection } from './projection';

export interface RunProjections {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  readonly projections: readonly Projection[];
  readonly signal: AbortSignal;
  /** Called after each committed batch. */
  readonly onAdvanced?: (batch: Batch) => void;
  /** Called when a batch or the connection failed, before the next try. */
  readonly onFailure?: (error: Error) => void;
}

const retryPause = 500;

/**
 * Runs the projections until the signal is aborted: one reading of the log for all, rows and checkpoints in one transaction, so that
 * killing the process anywhere loses and doubles nothing. A checkpoint that another process moved stops this one (it is fenced off).
 */
export async function runProjections(run: RunProjections): Promise<void> {
  const positions = await prepareCheckpoints(run.dataSource, run.projections);
  const start = Math.min(...positions.values());
  for await (const batch of followLog(run.store, {
    ...(start < 0 ? {} : { after: start }),
    signal: run.signal,
    onInterruption: run.onFailure,
  })) {
    await untilApplied(run, batch, positions);
    for (const { name } of run.projections) positions.set(name, Math.max(positions.get(name)!, batch.position));
    run.onAdvanced?.(batch);
  }
}

async function untilApplied(run: RunProjections, batch: Batch, positions: ReadonlyMap<string, number>): Promise<void> {
  while (!run.signal.aborted) {
    try {
      return await run.dataSource.transaction(async (rows) => {
        for (const projection of run.projections) await applyTo(projection, batch, positions.get(projection.name)!, rows);
      });
    } catch (error) {
      if (error instanceof FencedOff) throw error;
      run.onFailure?.(error as Error);
      await new Promise((resolve) => setTimeout(resolve, retryPause));
    }
  }
}

async function applyTo(projection: Projection, batch: Batch, from: number, rows: EntityManager): Promise<void> {
  if (batch.position <= from) return;
  const events = batch.events.filter(({ position }) => position > from);
  if (events.length > 0) await projection.apply(events, rows);
  const moved = await rows.update(
    Checkpoint,
    { projection: projection.name, version: projection.version, position: from },
    { position: batch.position, computedAt: new Date() },
  );
  if (moved.affected !== 1) throw new FencedOff(projection.name);
}

/** Gives each projection's position; a projection that is new or of another version starts anew with empty rows. */
async function prepareCheckpoints(dataSource: DataSource, projections: readonly Projection[]): Promise<Map<string, number>> {
  return dataSource.transaction(async (rows) => {
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

/** Another process moved the checkpoint: this one must not write. */
export class FencedOff extends Error {
  constructor(projection: string) {
    super(`Another process runs the projection ${projection}; this one stops.`);
    this.name = 'FencedOff';
  }
}
