import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { ClientProxy } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { EventStore, pause, type Batch } from '@isegoria/event-sourcing';
import { readModelsAdvanced, type ReadModelsAdvanced } from '@isegoria/messaging';
import { runProjections } from '@isegoria/projection';
import { prepareReadModels, projections, readModelEntities } from '@isegoria/read-models';
import { BUS, Readiness, addresses, log } from '@isegoria/service-host';
import { recordMetrics } from './metrics';
import { keepOpinionMaps } from './opinion-maps';
import { soleWork } from './sole-work';

const restartPause = 1_000;
/** In a rush, a batch every so many milliseconds: people read their own writes after at most about this long. */
const gatherFor = 100;

/**
 * Keeps the read models up to date with the log. Of several instances one works; the others stand by, and one of them takes over when
 * the connection that holds the lock ends. Ready when it stands by, or when it has caught up once.
 */
@Injectable()
export class Projector implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private running?: Promise<void>;
  private standingBy = false;
  private caughtUpOnce = false;

  /** What the read models include; live once everything that was in the log at the start is. */
  private position = -1;
  private live = false;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(BUS) private readonly bus: ClientProxy,
    @Inject(Readiness) readiness: Readiness,
  ) {
    readiness.require('read models', () => this.standingBy || this.caughtUpOnce);
  }

  onApplicationBootstrap(): void {
    this.running = this.workUntilStopped(this.stopping.signal);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Whatever ends the work (a lost lock or database, another runner), it begins anew from the stored checkpoints. */
  private async workUntilStopped(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      try {
        const standBy = (): void => void (this.standingBy = true);
        await soleWork(this.dataSource, { stopping, standBy }, (ending) => this.project(ending));
      } catch (error) {
        log.warn({ reason: (error as Error).message }, 'projecting was interrupted; beginning anew');
      }
      await pause(restartPause, stopping);
    }
  }

  private async project(ending: AbortController): Promise<void> {
    this.standingBy = false;
    this.live = false;
    await prepareReadModels(addresses.database(), projections(), readModelEntities);
    const maps = keepOpinionMaps(this.dataSource, {
      signal: ending.signal,
      position: () => (this.live ? this.position : undefined),
      onRefreshed: (consultation) => this.tell({ position: this.position, consultations: [consultation] }),
    });
    try {
      await runProjections({
        store: this.store,
        dataSource: this.dataSource,
        projections: projections(),
        signal: ending.signal,
        gather: gatherFor,
        onAdvanced: (batch) => this.advanced(batch),
        onFailure: ({ message }) => log.warn({ reason: message }, 'a batch could not be projected; trying again'),
      });
    } finally {
      ending.abort();
      await maps;
    }
  }

  private advanced(batch: Batch): void {
    this.position = batch.position;
    this.live = batch.live;
    this.caughtUpOnce ||= batch.live;
    recordMetrics(batch);
    this.tell({ position: batch.position, consultations: consultationsOf(batch) });
  }

  /** A hint only: readers find the same in the checkpoints, so a broker that is away holds nothing up. */
  private tell(advanced: ReadModelsAdvanced): void {
    this.bus.emit(readModelsAdvanced, advanced).subscribe({ error: ({ message }: Error) => log.debug({ reason: message }, 'a wake-up was not sent') });
  }
}

function consultationsOf({ events }: Batch): string[] {
  const ids = events.map(({ data }) => (data as { consultationId?: unknown }).consultationId);
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}
