import type { DataSource } from 'typeorm';
import { outdatedOpinionMaps, refreshOpinionMap } from '@isegoria/read-models';
import { pause } from '@isegoria/event-sourcing';
import { log } from '@isegoria/service-host';

interface KeepOpinionMaps {
  readonly signal: AbortSignal;
  /** What the read models include; undefined while they are catching up. */
  readonly position: () => number | undefined;
  readonly onRefreshed: (consultationId: string) => void;
}

const lookEvery = 2_000;
/** A map holds up the projections while it is computed, so a costly one is computed more seldom: for a tenth of the time at most. */
const restAfter = 10;

/** Computes the outdated opinion maps again, at most every two seconds each, until aborted. */
export async function keepOpinionMaps(dataSource: DataSource, { signal, position, onRefreshed }: KeepOpinionMaps): Promise<void> {
  let lookedAt: number | undefined;
  while (!signal.aborted) {
    const begun = performance.now();
    const now = position();
    if (now !== undefined && now !== lookedAt) {
      try {
        for (const consultationId of await outdatedOpinionMaps(dataSource)) {
          if (signal.aborted) return;
          await refreshOpinionMap(dataSource, consultationId);
          onRefreshed(consultationId);
        }
        lookedAt = now;
      } catch (error) {
        log.warn({ reason: (error as Error).message }, 'an opinion map could not be computed; trying again');
      }
    }
    await pause(Math.max(lookEvery, restAfter * (performance.now() - begun)), signal);
  }
}
