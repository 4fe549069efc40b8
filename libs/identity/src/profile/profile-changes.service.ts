import { Inject, Injectable } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import { Rejection, type Accepted, type CommandContext } from '@isegoria/kernel';
import { deliveryOf } from '@isegoria/messaging';
import { Accounts, accountStream, type Account, type Profile } from '../account/accounts.service';
import { Profiles } from '../account/profile/profiles.service';
import { profileDecider } from './profile.decider';

/** Puts another profile in the place of the one an account has. */
@Injectable()
export class ProfileChanges {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Profiles) private readonly profiles: Profiles,
  ) {
    this.handle = commandHandler(store, profileDecider, { believeNew: false });
  }

  /** @throws Rejection as {@link changeAsRead} */
  async change(accountId: string, changed: Partial<Profile>, context: CommandContext): Promise<Accepted> {
    return this.changeAsRead(await this.accounts.read(accountId), changed, context);
  }

  /**
   * @throws Rejection ACCOUNT_NOT_FOUND for an account that has no profile, or can no longer be read; CONFLICT if the profile was changed
   * since the account was read
   */
  async changeAsRead(account: Account, changed: Partial<Profile>, context: CommandContext): Promise<Accepted> {
    const accountId = account.id;
    const profile = await this.accounts.profileOf(account);
    if (!profile) throw new Rejection('ACCOUNT_NOT_FOUND');
    const { confirmed: isConfirmed, erased, profile: replaces } = account.state;
    const sealedProfile = await this.profiles.seal(accountId, isConfirmed, context.commandId, { ...profile, ...changed });
    const delivery = deliveryOf(context);
    const command = { accountId, sealedProfile, replaces, isConfirmed, erased };
    return acceptedAs(accountId, await this.handle(accountStream(accountId), command, delivery));
  }
}
