import { Inject, Injectable } from '@nestjs/common';
import type { CommandContext, Language, SuspendingRole } from '@isegoria/kernel';
import { Accounts } from '../account/accounts.service';
import { derivedId } from '../account/keyed-ids.service';
import { Mailer } from '../mail/mailer.service';
import { messages, type Message } from '../mail/messages';
import { publicLink } from '../mail/public-link.service';

/** What the holder of a suspended account is told by mail; the site says it as well, with the reasons. */
@Injectable()
export class SuspensionNotices {
  constructor(
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {}

  tellOfSuspension(role: SuspendingRole, accountId: string, context: CommandContext): Promise<void> {
    return this.tell((language, link) => messages.suspended(language, link, role), accountId, context);
  }

  tellOfDecision(accountId: string, context: CommandContext): Promise<void> {
    return this.tell(messages.suspensionAppealDecided, accountId, context);
  }

  /** Only to a confirmed address: any other may be somebody else's. */
  private async tell(
    messageIn: (language: Language, links: { link: string }) => Message,
    accountId: string,
    { commandId }: CommandContext,
  ): Promise<void> {
    const account = await this.accounts.read(accountId);
    const profile = await this.accounts.profileOf(account);
    if (!profile || !account.state.confirmed) return;
    const message = messageIn(profile.language, { link: publicLink('/account/suspension') });
    await this.mailer.send(derivedId('suspension notice', commandId), { accountId, email: profile.email }, message);
  }
}
