import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Regularly, log } from '@isegoria/service-host';
import { CLOCK, type Clock } from '../../clock.service';
import { Origins } from './origins.service';

const everyFewSeconds = 5_000;

/** Policy: where ballots came from is written in batches, and forgotten after some days. */
@Injectable()
export class OriginsAreKeptForAWhile implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly regularly = new Regularly(
    everyFewSeconds,
    () => this.keep(),
    (error) => log.warn({ err: error }, 'the origins of some ballots could not be written, and are left out'),
  );
  private forgotOn = '';

  constructor(
    @Inject(Origins) private readonly origins: Origins,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.regularly.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.regularly.stop();
  }

  private async keep(): Promise<void> {
    await this.origins.write();
    const now = this.clock();
    const today = now.toISOString().slice(0, 'YYYY-MM-DD'.length);
    if (today === this.forgotOn) return;
    await this.origins.forget(now);
    this.forgotOn = today;
  }
}
