import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { pause } from '@isegoria/event-sourcing';
import { log } from '@isegoria/service-host';
import { ErasureBatches } from './erasure-batches.service';

/** Milliseconds from one look to the next, and after one that failed. */
const [every, again] = [60 * 60 * 1000, 10_000];

/**
 * Policy: erasures are told in batches, once enough people are in one or the first has waited long enough. Looks at the start, after each
 * erasure and every hour.
 */
@Injectable()
export class ErasuresAreToldInBatches implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly abort = new AbortController();
  private waiting = new AbortController();
  private looking?: Promise<void>;

  constructor(@Inject(ErasureBatches) private readonly batches: ErasureBatches) {}

  onApplicationBootstrap(): void {
    this.looking = this.keepLooking();
  }

  async onModuleDestroy(): Promise<void> {
    this.abort.abort();
    await this.looking;
  }

  /** Looks at once, or once more if it is looking. */
  lookNow(): void {
    this.waiting.abort();
  }

  private async keepLooking(): Promise<void> {
    while (!this.abort.signal.aborted) {
      this.waiting = new AbortController();
      const until = AbortSignal.any([this.abort.signal, this.waiting.signal]);
      const succeeded = await this.look();
      await pause(succeeded ? every : again, until);
    }
  }

  private async look(): Promise<boolean> {
    try {
      await this.batches.publishWhatIsDue();
      return true;
    } catch (error) {
      log.warn({ err: error }, 'erasures could not be told; trying again');
      return false;
    }
  }
}
