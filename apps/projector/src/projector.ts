import { setMaxListeners } from 'node:events';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { ClientProxy } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { EventStore } from '@isegoria/event-sourcing';
import { BUS_KEYS, readModelsAdvanced, tell, type BusKeys, type ReadModelsAdvanced } from '@isegoria/messaging';
import { SharedReading, codeOf, type GroupBatch } from '@isegoria/projection';
import { readModelGroups } from '@isegoria/read-models';
import { BUS, Readiness, log } from '@isegoria/service-host';
import { GroupKeeper, gatherFor } from './group-keeper';
import { recordStop } from './metrics';
import { keepOpinionMaps } from './opinion-maps';

/** Keeps every group of read models up to date with the log, each by itself, and the opinion maps up to date with their rows. */
@Injectable()
export class Projector implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private running?: Promise<unknown>;
  private readonly keepers: readonly GroupKeeper[];

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(BUS) private readonly bus: ClientProxy,
    @Inject(BUS_KEYS) private readonly keys: BusKeys,
    @Inject(Readiness) readiness: Readiness,
  ) {
    const reading = new SharedReading({
      store,
      signal: this.stopping.signal,
      gather: gatherFor,
      onInterruption: (error) => log.warn({ reason: codeOf(error) }, 'the log does not answer; following it again'),
    });
    const parts = { store, dataSource, reading };
    this.keepers = readModelGroups.map((group) => new GroupKeeper(group, parts, (batch) => this.advanced(group.name, batch)));
    for (const keeper of this.keepers) {
      readiness.require(`read models: ${keeper.group.name}`, () => keeper.isReady);
      recordStop(keeper.group.name, false);
    }
    readiness.warnOf(() => this.keepers.flatMap(({ warnings }) => warnings));
  }

  onApplicationBootstrap(): void {
    const { signal } = this.stopping;
    setMaxListeners(0, signal); // Every group listens, and pauses on it.
    const votes = this.keepers.find(({ group }) => group.name === 'consultations')!;
    const maps = keepOpinionMaps(this.dataSource, {
      signal,
      position: () => votes.position,
      onRefreshed: (map) =>
        this.tell({ group: 'consultations', position: votes.position ?? 0, changed: [map.consultationId, map.activityId] }),
    });
    this.running = Promise.all([maps, ...this.keepers.map((keeper) => keeper.workUntilStopped(signal))]);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private advanced(group: string, batch: GroupBatch): void {
    this.tell({ group, position: batch.position, changed: changedBy(batch) });
  }

  /** Only a hint: readers find the same in the checkpoints, so a broker that cannot be reached holds nothing up. */
  private tell(advanced: ReadModelsAdvanced): void {
    tell(this.bus, this.keys, readModelsAdvanced, advanced).subscribe({
      error: (err: Error) => log.debug({ err }, 'a wake-up was not sent'),
    });
  }
}

/** The consultations and activities that the events are about. */
function changedBy({ events }: GroupBatch): string[] {
  const ids = events.flatMap(({ data }) => {
    const { consultationId, activityId } = data as { readonly consultationId?: unknown; readonly activityId?: unknown };
    return [consultationId, activityId];
  });
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}
