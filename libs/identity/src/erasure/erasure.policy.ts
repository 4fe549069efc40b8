import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventStore } from '@isegoria/event-sourcing';
import type { Recorded } from '@isegoria/kernel';
import { PolicyOnLog } from '@isegoria/projection';
import { log, logged } from '@isegoria/service-host';
import type { AccountErased } from './erasure.contract';
import { Erasure } from './erasure.service';

/**
 * Policy: nothing is kept about people who were erased. Follows the log for erasures, and finishes each that was interrupted: its position
 * is saved only once everything before it is finished. An older backup that brings keys back brings the older position back with them,
 * since both are in the vault, so these people are erased once more. Several instances may run, since doing it twice changes nothing.
 */
@Injectable()
export class NothingIsKeptOfTheErased extends PolicyOnLog<AccountErased> {
  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Erasure) private readonly erasure: Erasure,
    @Inject(DataSource) dataSource: DataSource,
  ) {
    const place = { store, dataSource, schema: 'vault', name: 'erasures' };
    super({ ...place, types: ['AccountErased'], onFailure: logged.onInterruption });
  }

  protected async apply(events: readonly Recorded<AccountErased>[]): Promise<void> {
    for (const { type, data } of events) {
      // The filter is by how types begin, and a newer program may have another type with the same beginning.
      if (type !== 'AccountErased') continue;
      if (this.ended.aborted) return;
      await this.erasure.finish(data.accountId).catch((error: unknown) => {
        log.warn({ err: error, accountId: data.accountId }, 'an erasure could not be finished; trying again');
        throw error;
      });
    }
  }
}
