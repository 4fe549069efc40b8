import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Regularly, log, setting } from '@isegoria/service-host';
import { NoteMails } from './note-mails.service';

/** Policy: people are told by mail what became of what they contributed, in rounds. */
@Injectable()
export class ContributorsAreTold implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly regularly = new Regularly(
    minutesBetweenMails() * 60_000,
    () => this.mails.tellAll(),
    (error) => log.warn({ err: error }, 'nobody can be told of their contributions until the read models can be asked'),
  );

  constructor(@Inject(NoteMails) private readonly mails: NoteMails) {}

  onApplicationBootstrap(): void {
    this.regularly.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.regularly.stop();
  }
}

/** How often people are mailed at most. @throws Error where the setting is none */
export function minutesBetweenMails(): number {
  const given = Number(setting('NOTE_MAILS_EVERY_MINUTES', '30'));
  if (!(given > 0)) throw new Error('NOTE_MAILS_EVERY_MINUTES must be a number above 0.');
  return given;
}
