import { Controller, Inject } from '@nestjs/common';
import type { CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { Accounts } from '../account/accounts.service';
import { Profiles } from '../account/profile/profiles.service';
import { showLink, type LinkView, type ShowLink } from './link.contract';
import { Links } from './links.service';

@Controller()
export class LinkController {
  constructor(
    @Inject(Links) private readonly links: Links,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Profiles) private readonly profiles: Profiles,
  ) {}

  /** Who has the token has the mailbox, and may read what was asked for in its name. */
  @Handles(showLink)
  async show({ command }: CommandMessage<ShowLink>): Promise<LinkView> {
    const link = await this.links.find(command.token);
    if (!link) return { state: 'unknown' };
    const { purpose, state } = link;
    const about = { state, purpose, askedAt: link.issuedAt.toISOString() };
    if (state !== 'open') return about;
    const account = await this.accounts.read(link.accountId);
    const profile = await this.accounts.profileOf(account);
    if (!profile) return { ...about, state: 'expired' };
    return { ...about, name: profile.name, email: (await this.profiles.openAddress(account.id, link.details)) ?? profile.email };
  }
}
