import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { AccountErased } from '@isegoria/contracts';
import { EventStore, followLog, pause } from '@isegoria/event-sourcing';
import { log } from '@isegoria/service-host';
import { Erasure } from './erasure';

const retryPause = 1_000;

/**
 * Policy: nothing is kept of the erased. Follows the log from its beginning for erasures, and finishes each that was cut short, and each whose
 * person an older backup of the database brought back. However many instances run, doing it twice is doing it once.
 */
@Injectable()
export class NothingIsKeptOfTheErased implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly abort = new AbortController();
  private following?: Promise<void>;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Erasure) private readonly erasure: Erasure,
  ) {}

  onApplicationBootstrap(): void {
    this.following = this.follow();
  }

  async onModuleDestroy(): Promise<void> {
    this.abort.abort();
    await this.following;
  }

  private async follow(): Promise<void> {
    const { signal } = this.abort;
    const onInterruption = (error: Error) => log.warn({ err: error }, 'the log does not answer; following it again');
    for await (const { events } of followLog<AccountErased>(this.store, { types: ['AccountErased'], signal, onInterruption })) {
      // The filter is by how types begin, and a newer program may have one that begins so.
      for (const { type, data } of events) if (type === 'AccountErased') await this.untilFinished(data.accountId);
    }
  }

  private async untilFinished(accountId: string): Promise<void> {
    while (!this.abort.signal.aborted) {
      try {
        return await this.erasure.finish(accountId);
      } catch (error) {
        log.warn({ err: error, accountId }, 'an erasure could not be finished; trying again');
        await pause(retryPause, this.abort.signal);
      }
    }
  }
}
