import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Regularly, log } from '@isegoria/service-host';
import { Guesses } from './guesses.service';

const quarterOfAnHour = 15 * 60 * 1000;

/** Policy: who tried to guess something is forgotten in time, so that what is kept of it has a bound. */
@Injectable()
export class OldGuessesAreForgotten implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly regularly: Regularly;

  constructor(@Inject(Guesses) guesses: Guesses) {
    const failed = (error: unknown) => log.warn({ err: error }, 'old guesses are forgotten at the next turn');
    this.regularly = new Regularly(quarterOfAnHour, () => guesses.putAway(), failed);
  }

  onApplicationBootstrap(): void {
    this.regularly.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.regularly.stop();
  }
}
