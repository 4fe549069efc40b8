import type { DataSource } from 'typeorm';
import { pause } from '@isegoria/event-sourcing';
import { rowsOfVersion, swapIn, underLock, type GroupRows } from '@isegoria/projection';
import { opinionMapRows, outdatedOpinionMaps, type OutdatedMap } from '@isegoria/consultations/read-models';
import { log } from '@isegoria/service-host';
import { computeInWorker } from './compute-in-worker';

interface KeepOpinionMaps {
  readonly signal: AbortSignal;
  /** What the rows include that maps are made from; undefined while they are catching up. */
  readonly position: () => number | undefined;
  readonly onRefreshed: (map: OutdatedMap) => void;
}

const lookEvery = 2_000;
/** A map takes a core while it is computed, so a costly one is computed more seldom: for a tenth of the time at most. */
const restAfter = 10;

/** Computes the outdated opinion maps again, at most every two seconds each, until aborted; of several instances one does. */
export async function keepOpinionMaps(dataSource: DataSource, keep: KeepOpinionMaps): Promise<void> {
  const { name, version } = opinionMapRows;
  while (!keep.signal.aborted) {
    try {
      await underLock({ dataSource, name: `${name} v${version}`, stopping: keep.signal }, ({ signal }) =>
        keepCurrent(dataSource, { ...keep, signal }),
      );
    } catch (error) {
      log.warn({ err: error }, 'an opinion map could not be computed; trying again');
    }
    await pause(lookEvery, keep.signal);
  }
}

async function keepCurrent(dataSource: DataSource, { signal, position, onRefreshed }: KeepOpinionMaps): Promise<void> {
  const rows = await rowsOfVersion(dataSource, opinionMapRows);
  let lookedAt: number | undefined;
  while (rows && !signal.aborted) {
    const begun = performance.now();
    const now = position();
    if (now !== undefined && now !== lookedAt) {
      await refreshOutdated(dataSource, rows, signal, onRefreshed);
      if (!rows.isLive && !signal.aborted) await swapIn(dataSource, opinionMapRows, rows, { before: -1, signal });
      lookedAt = now;
    }
    await pause(Math.max(lookEvery, restAfter * (performance.now() - begun)), signal);
  }
}

async function refreshOutdated(
  dataSource: DataSource,
  { schema }: GroupRows,
  signal: AbortSignal,
  onRefreshed: KeepOpinionMaps['onRefreshed'],
): Promise<void> {
  for (const map of await outdatedOpinionMaps(dataSource, schema)) {
    if (signal.aborted) return;
    await computeInWorker(map.activityId, schema, signal);
    onRefreshed(map);
  }
}
