import type { DataSource } from 'typeorm';
import { pause, type Batch, type EventStore } from '@isegoria/event-sourcing';
import { traced, type Facts } from '@isegoria/tracing';
import { FencedOff, applyBatch, applyUpToPoison, isUnwilling, type Poison, type Work } from '../following/apply-batch';
import { followGroup } from './follow-group';
import type { ReadModelGroup } from '../projection';
import { mostEvents, type SharedReading } from '../following/shared-reading';
import { skipsOf } from './skips';
import { livePosition, rowsOfVersion, swapIn, type GroupRows } from './versions';

export interface RunGroup {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  readonly group: ReadModelGroup;
  readonly signal: AbortSignal;
  /** The shared reading of the log that it joins whenever it is level with it; only its own when absent. */
  readonly reading?: SharedReading;
  /** The most events in a transaction; 4,000 when absent. */
  readonly batchSize?: number;
  /** Once live, the least time between two batches (milliseconds). */
  readonly gather?: number;
  /** Called after each committed batch. */
  readonly onAdvanced?: (batch: GroupBatch) => void;
  /** Called when a batch or the connection failed, before the next try. */
  readonly onFailure?: (error: Error) => void;
  /** Called when an event cannot be applied, again at each try, and with undefined when the group goes on. */
  readonly onStopped?: (poison: Poison | undefined) => void;
}

export interface GroupBatch extends Batch {
  /** Whether readers see the rows. */
  readonly visible: boolean;
}

const retryPause = 500;
/** How often a batch is tried before the search begins for the event that is to blame. */
const tries = 3;
/** How often a stopped group tries its event again: it may have been skipped on record, or the cause may be gone. */
const stoppedPause = 1_000;

/**
 * Runs one group until the signal is aborted: its own reading of the log, rows and checkpoint in one transaction, so that killing the
 * process anywhere loses and doubles nothing. A new version is filled beside the rows that readers see and swapped in once it has caught
 * up. An event that cannot be applied stops the group there until it can be applied, or is skipped on record.
 * @throws FencedOff when another process moved the checkpoint; OlderProgram when the live rows are of a later version
 */
export async function runGroup(run: RunGroup): Promise<void> {
  const rows = await rowsOfVersion(run.dataSource, run.group);
  if (!rows) throw new OlderProgram(run.group);
  await fillRows(run, rows);
}

/** Like `runGroup`, into existing rows. @param until ends the run after the batch for which it returns true */
export async function fillRows(run: RunGroup, rows: GroupRows, until: (batch: GroupBatch) => boolean = () => false): Promise<void> {
  const { store, dataSource, group, signal } = run;
  const work = { dataSource, group, rows, skips: await skipsOf(store, group) };
  const options = { batchSize: run.batchSize ?? mostEvents, gather: run.gather, signal, onInterruption: run.onFailure };
  while (!signal.aborted) {
    const before = rows.isLive ? -1 : await livePosition(dataSource, group.name);
    for await (const batch of followGroup(run, rows.position, options)) {
      if (!(await untilApplied(run, work, batch))) return;
      // If the live rows went on meanwhile, these catch up once more.
      if (batch.live && !rows.isLive && !(await swapIn(dataSource, group, rows, { before, signal }))) break;
      const applied = { ...batch, visible: rows.isLive };
      run.onAdvanced?.(applied);
      if (until(applied)) return;
    }
  }
}

/** @returns false when the run was aborted before the batch could be applied */
async function untilApplied(run: RunGroup, work: Work, batch: Batch): Promise<boolean> {
  let stopped = false;
  for (let failures = 0; !run.signal.aborted;) {
    try {
      if (failures > 0) work.skips = await skipsOf(run.store, run.group);
      const rest = batch.events.filter(({ position }) => position > work.rows.position);
      if (rest.length > 0) await traced({ ...project, facts: placeOf(rest) }, () => applyBatch(work, rest, batch.position));
      else if (batch.position > work.rows.position) await applyBatch(work, rest, batch.position);
      if (stopped) run.onStopped?.(undefined);
      return true;
    } catch (error) {
      if (error instanceof FencedOff) throw error;
      failures += 1;
      if (!stopped) run.onFailure?.(error as Error);
      stopped = failures >= tries && !isUnwilling(error) && (await isStopped(run, work, batch));
      await pause(stopped ? stoppedPause : retryPause, run.signal);
    }
  }
  return false;
}

/** No trace leads here from the request, because an event carries none: the position of its append lies within that of a batch. */
const project = { name: 'project a batch', kind: 'CONSUMER' } as const;

function placeOf(events: Batch['events']): Facts {
  return { 'isegoria.log.first': events[0]!.position, 'isegoria.log.last': events.at(-1)!.position, 'isegoria.events': events.length };
}

/** Looks for the event that is to blame. False if there is none, or if the database cannot be asked. */
async function isStopped(run: RunGroup, work: Work, batch: Batch): Promise<boolean> {
  try {
    const rest = batch.events.filter(({ position }) => position > work.rows.position);
    const poison = await applyUpToPoison(work, rest, batch.position);
    run.onStopped?.(poison);
    return poison !== undefined;
  } catch (error) {
    if (error instanceof FencedOff) throw error;
    run.onFailure?.(error as Error);
    return false;
  }
}

/** The rows belong to a later version than this program's, which leaves them alone. */
export class OlderProgram extends Error {
  constructor({ name, version }: ReadModelGroup) {
    super(`The rows of ${name} are of a later version than ${version}: a newer program keeps them.`);
    this.name = 'OlderProgram';
  }
}
