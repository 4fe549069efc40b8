import { Inject, Injectable } from '@nestjs/common';
import type { CommandContext } from '@isegoria/kernel';
import { Accounts } from '../account/accounts.service';
import { derivedId } from '../account/keyed-ids.service';
import { Mailer } from '../mail/mailer.service';
import { messages } from '../mail/messages';
import { publicLink } from '../mail/public-link.service';

/** What the holder of a suspended account is told by mail; the site says it as well, with the reasons. */
@Injectable()
export class SuspensionNotices {
  constructor(
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {}

  /** Only to a confirmed address: any other may be somebody else's. */
  async tell(what: 'suspended' | 'suspensionAppealDecided', accountId: string, { commandId }: CommandContext): Promise<void> {
    const account = await this.accounts.read(accountId);
    const profile = await this.accounts.profileOf(account);
    if (!profile || !account.state.confirmed) return;
    const message = messages[what](profile.language, { link: publicLink('/account/suspension') });
    await this.mailer.send(derivedId('suspension notice', commandId), { accountId, email: profile.email }, message);
  }
}
