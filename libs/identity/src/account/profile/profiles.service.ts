import { Inject, Injectable } from '@nestjs/common';
import { SubjectKeys } from '@isegoria/privacy';
import { profileContext, type Profile } from '../accounts.service';
import { derivedId } from '../keyed-ids.service';
import { PassingKeys } from './passing-keys.service';

/**
 * Seals profiles. Until an address is confirmed, a profile may be about somebody who never asked for it: it has a key of its own, which is
 * destroyed when the registration expires or is confirmed, while what was said under the account stays.
 */
@Injectable()
export class Profiles {
  constructor(
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(PassingKeys) private readonly passing: PassingKeys,
  ) {}

  /** Makes the keys of a new account. */
  begin(accountId: string): Promise<void> {
    return this.keys.create([accountId, unconfirmed(accountId)]);
  }

  /** @param eventId the event that will carry it */
  seal(accountId: string, isConfirmed: boolean, eventId: string, { email, name, language, timeZone }: Profile): Promise<string> {
    const subject = isConfirmed ? accountId : unconfirmed(accountId);
    const profile = JSON.stringify({ email, name, language, timeZone });
    return this.keys.seal(subject, profileContext, { event: eventId, field: 'profile' }, profile);
  }

  /** Makes what was sealed or kept before the confirmation unreadable, for good. */
  forgetUnconfirmed(accountId: string): Promise<void> {
    return this.passing.destroy(unconfirmed(accountId));
  }

  /** An address for a row of ours, under the person's own key: it goes with the account. */
  sealAddress(accountId: string, email: string): Promise<string> {
    return this.keys.sealKept(placeOfAddress(accountId), email);
  }

  /** Null where none is kept, and for an account that was erased. */
  async openAddress(accountId: string, sealed: string | null): Promise<string | null> {
    const kept = await this.keys.openKept(placeOfAddress(accountId), sealed);
    return kept.state === 'open' ? kept.text : null;
  }
}

/** Names the key under which everything is that an unconfirmed account has of a person. */
export const unconfirmed = (accountId: string) => derivedId('unconfirmed profile', accountId);

const placeOfAddress = (personId: string) => ({ personId, purpose: 'address of a link' });
