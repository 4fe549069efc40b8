import { Inject, Injectable } from '@nestjs/common';
import { Accounts, nobody, type Account } from '../../account/accounts.service';
import { Credentials } from '../../account/credential/credentials.service';
import { PassingKeys } from '../../account/profile/passing-keys.service';
import { Profiles } from '../../account/profile/profiles.service';
import { Addresses } from '../../address/addresses.service';
import { InvitationsOfStaff } from '../../invitation/invitations.service';
import { anewFor } from '../../confirmation/confirmations.service';
import { toNobody } from '../../password/forgotten-passwords.service';
import { Sessions } from '../../session/sessions.service';
import { linkPurposes, type LinkPurpose } from '../link.contract';
import { Links } from '../links.service';

/** How long after its end people can still ask what became of a link; an address that may be taken back is free at once. */
const kept: Readonly<Record<LinkPurpose, string>> = { confirmation: '5 days', password: '5 days', address: '5 days', undo: '0 days' };

interface Expired {
  readonly hash: string;
  readonly accountId: string;
  readonly address: string;
}

/** Puts away what hangs on links that were not followed in time. Each step may be repeated; the link goes last. */
@Injectable()
export class Expiry {
  constructor(
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(Credentials) private readonly credentials: Credentials,
    @Inject(InvitationsOfStaff) private readonly invitations: InvitationsOfStaff,
    @Inject(Links) private readonly links: Links,
    @Inject(PassingKeys) private readonly passing: PassingKeys,
    @Inject(Profiles) private readonly profiles: Profiles,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  async putAway(): Promise<void> {
    await this.invitations.putAway();
    for (const purpose of linkPurposes) {
      for (const expired of await this.links.expired(purpose, kept[purpose])) {
        const account = await this.accounts.read(expired.accountId);
        if (purpose === 'confirmation') await this.endUnconfirmed(account, expired);
        else if (purpose !== 'password') await this.giveUp(expired.address, account);
        else if (account.id === nobody) await this.passing.destroy(toNobody(expired.hash));
        await this.links.forgetOne(expired.hash);
      }
    }
  }

  /** Nobody gets into an account again that was not confirmed in time, and nobody learns its name and address; what it said stays. */
  private async endUnconfirmed(account: Account, { hash, address }: Expired): Promise<void> {
    // A confirmation that was interrupted after its claim, and never repeated.
    await this.giveUp(address, await this.accounts.read(anewFor(hash)));
    if (account.state.confirmed) return;
    await this.sessions.endAll(account.id);
    await this.credentials.dropAll(account.id);
    await this.profiles.forgetUnconfirmed(account.id);
    await this.giveUp(address, account);
  }

  /** Frees an address that the account claimed and does not have. */
  private async giveUp(address: string, account: Account): Promise<void> {
    const profile = account.state.confirmed ? await this.accounts.profileOf(account) : null;
    if (profile && this.addresses.nameOf(profile.email) === address) return;
    await this.addresses.releaseNamed(address, account);
  }
}
