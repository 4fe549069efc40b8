import { Inject, Injectable } from '@nestjs/common';
import type { ClientProxy } from '@nestjs/microservices';
import { BUS_KEYS, accountErased, tell, type BusKeys, type ErasedAccount } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { BUS } from '@isegoria/service-host';
import { Mailer } from '../../mail/mailer.service';

/**
 * Keys for what may be about somebody who never asked for it, and so has no account whose erasure would destroy it: each has an id of its
 * own, and goes in time.
 */
@Injectable()
export class PassingKeys {
  constructor(
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(BUS) private readonly bus: ClientProxy,
    @Inject(BUS_KEYS) private readonly busKeys: BusKeys,
  ) {}

  /** Makes what was sealed under it unreadable for good, messages included. May be repeated. */
  async destroy(id: string): Promise<void> {
    await this.mailer.forget(id);
    await this.keys.destroy(id);
    tell(this.bus, this.busKeys, accountErased, { accountId: id } satisfies ErasedAccount);
  }
}
