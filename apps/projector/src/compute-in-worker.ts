import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { addresses, setting } from '@isegoria/service-host';
import { steady } from '@isegoria/steady';

/** What the worker is to compute, and where it keeps it. */
export interface MapToCompute {
  readonly databaseUrl: string;
  readonly activityId: string;
  readonly schema: string;
}

/** Room for the objects of a map of some hundred thousand people; the votes themselves are in arrays outside of it. */
const mostMegabytes = 512;

/**
 * Reads the votes, computes the map and keeps it, all in a thread of its own: the projections go on meanwhile, and the memory goes with it.
 * @throws what failed in the worker
 */
export async function computeInWorker(activityId: string, schema: string, signal: AbortSignal): Promise<void> {
  const workerData: MapToCompute = { databaseUrl: addresses.database(), activityId, schema };
  const worker = new Worker(setting('OPINION_MAP_WORKER', join(import.meta.dirname, 'opinion-map.worker.js')), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  const end = steady(() => worker.terminate());
  signal.addEventListener('abort', end);
  try {
    const [code] = (await once(worker, 'exit')) as [number];
    if (code !== 0 && !signal.aborted)
      throw new Error(`The opinion map of ${activityId} was not computed: its thread ended with code ${code}.`);
  } finally {
    signal.removeEventListener('abort', end);
  }
}
