import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventStore } from '@isegoria/event-sourcing';
import type { Recorded } from '@isegoria/kernel';
import { followOn } from '@isegoria/projection';
import { log, logged } from '@isegoria/service-host';
import type { AccountErased } from './erasure.contract';
import { Erasure } from './erasure.service';

/**
 * Policy: nothing is kept about people who were erased. Follows the log for erasures, and finishes each that was interrupted: its position
 * is saved only once everything before it is finished. An older backup that brings keys back brings the older position back with them,
 * since both are in the vault, so these people are erased once more. Several instances may run, since doing it twice changes nothing.
 */
@Injectable()
export class NothingIsKeptOfTheErased implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly abort = new AbortController();
  private following?: Promise<void>;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Erasure) private readonly erasure: Erasure,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  onApplicationBootstrap(): void {
    this.following = this.follow();
  }

  async onModuleDestroy(): Promise<void> {
    this.abort.abort();
    await this.following;
  }

  private follow(): Promise<void> {
    return followOn<AccountErased>({
      store: this.store,
      dataSource: this.dataSource,
      schema: 'vault',
      name: 'erasures',
      types: ['AccountErased'],
      signal: this.abort.signal,
      apply: (events) => this.finishAll(events),
      onFailure: logged.onInterruption,
    });
  }

  private async finishAll(events: readonly Recorded<AccountErased>[]): Promise<void> {
    for (const { type, data } of events) {
      // The filter is by how types begin, and a newer program may have another type with the same beginning.
      if (type !== 'AccountErased') continue;
      if (this.abort.signal.aborted) return;
      await this.erasure.finish(data.accountId).catch((error: unknown) => {
        log.warn({ err: error, accountId: data.accountId }, 'an erasure could not be finished; trying again');
        throw error;
      });
    }
  }
}
