import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Epochs, clearEnded, isTurnDue, turnEpoch } from '@isegoria/privacy';
import { Regularly, log, setting } from '@isegoria/service-host';

/** Milliseconds. */
const every = 60 * 1000;

/**
 * Policy: a key that was destroyed is unreadable within `KEY_EPOCH_HOURS`, in whatever PostgreSQL has not overwritten too: the epoch of
 * the vault ends when something was destroyed in it and it has lasted that long. What was interrupted is finished first. Several instances
 * may check; one works.
 */
@Injectable()
export class DestroyedKeysBecomeUnreadable implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly hours = epochHours();
  private readonly regularly = new Regularly(
    every,
    (signal) => this.endEpochs(signal),
    (error) => log.warn({ err: error }, 'the epoch of the vault could not be ended; trying again'),
  );

  constructor(@Inject(Epochs) private readonly epochs: Epochs) {}

  onApplicationBootstrap(): void {
    this.regularly.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.regularly.stop();
  }

  private async endEpochs(signal: AbortSignal): Promise<void> {
    await clearEnded(this.epochs, signal);
    if (!(await isTurnDue(this.epochs, this.hours))) return;
    await turnEpoch(this.epochs, signal);
    log.info('an epoch of the vault ended: what was destroyed in it can no longer be read');
  }
}

function epochHours(): number {
  const hours = Number(setting('KEY_EPOCH_HOURS', '24'));
  if (!Number.isFinite(hours) || hours < 0) throw new Error('KEY_EPOCH_HOURS must be a number of hours, 0 or more.');
  return hours;
}
