import { Inject, Injectable } from '@nestjs/common';
import type { ClientProxy } from '@nestjs/microservices';
import { accountErased, type ErasedAccount } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { BUS } from '@isegoria/service-host';
import { profileContext, type Profile } from './accounts.service';
import { derivedId } from './keyed-ids.service';

/**
 * Seals profiles. Until an address is confirmed, a profile may be about somebody who never asked for it: it has a key of its own, which is
 * destroyed when the registration expires or is confirmed, while what was said under the account stays.
 */
@Injectable()
export class Profiles {
  constructor(
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(BUS) private readonly bus: ClientProxy,
  ) {}

  /** Makes the keys of a new account. */
  begin(accountId: string): Promise<void> {
    return this.keys.create([accountId, unconfirmed(accountId)]);
  }

  /** @param eventId the event that will carry it */
  seal(accountId: string, isConfirmed: boolean, eventId: string, { email, name, language }: Profile): Promise<string> {
    const subject = isConfirmed ? accountId : unconfirmed(accountId);
    return this.keys.seal(subject, profileContext, { event: eventId, field: 'profile' }, JSON.stringify({ email, name, language }));
  }

  /** Makes what was sealed before the confirmation unreadable, for good. */
  async forgetUnconfirmed(accountId: string): Promise<void> {
    await this.keys.destroy(unconfirmed(accountId));
    this.bus.emit<void, ErasedAccount>(accountErased, { accountId: unconfirmed(accountId) });
  }

  /** An address for a row of ours, under the person's own key: it goes with the account. */
  sealAddress(accountId: string, commandId: string, email: string): Promise<string> {
    return this.keys.seal(accountId, profileContext, { event: commandId, field: 'address' }, email);
  }

  async openAddress(sealed: string | null): Promise<string | null> {
    return sealed === null ? null : (await this.keys.open([sealed]))[0]!;
  }
}

const unconfirmed = (accountId: string) => derivedId('unconfirmed profile', accountId);
