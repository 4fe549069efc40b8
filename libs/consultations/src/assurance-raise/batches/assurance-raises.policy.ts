import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Regularly, log } from '@isegoria/service-host';
import { AssuranceRaises } from './assurance-raises.service';

const everyTenMinutes = 10 * 60_000;

/** Policy: what was cast or written before confirming counts as that of a confirmed person, in batches. */
@Injectable()
export class ConfirmedVotesAreRaised implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly regularly = new Regularly(
    everyTenMinutes,
    () => this.raises.raiseInOne(),
    (error) => log.warn({ err: error }, 'people who confirmed their address could not be raised; trying again'),
  );

  constructor(@Inject(AssuranceRaises) private readonly raises: AssuranceRaises) {}

  onApplicationBootstrap(): void {
    this.regularly.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.regularly.stop();
  }
}
