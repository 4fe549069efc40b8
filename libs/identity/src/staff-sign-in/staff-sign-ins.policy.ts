import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Regularly, log } from '@isegoria/service-host';
import { StaffSignIns } from './staff-sign-ins.service';

const anHour = 60 * 60 * 1000;

/** Policy: failed sign-ins are put on record every hour, all together. */
@Injectable()
export class FailedSignInsAreTold implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly regularly: Regularly;

  constructor(@Inject(StaffSignIns) staffSignIns: StaffSignIns) {
    const failed = (error: unknown) => log.warn({ err: error }, 'failed sign-ins are kept until they can be told');
    this.regularly = new Regularly(anHour, () => staffSignIns.tellFailures(), failed);
  }

  onApplicationBootstrap(): void {
    this.regularly.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.regularly.stop();
  }
}
