import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Regularly, log } from '@isegoria/service-host';
import { Expiry } from './expiry.service';

const anHour = 60 * 60 * 1000;

/**
 * Policy: accounts that were not confirmed expire, and so do links and claims of addresses that were given up. Several instances may run,
 * since doing it twice changes nothing.
 */
@Injectable()
export class WhatIsNotConfirmedExpires implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly regularly: Regularly;

  constructor(@Inject(Expiry) expiry: Expiry) {
    const failed = (error: unknown) => log.warn({ err: error }, 'what has expired is put away at the next turn');
    this.regularly = new Regularly(anHour, () => expiry.putAway(), failed);
  }

  onApplicationBootstrap(): void {
    this.regularly.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.regularly.stop();
  }
}
