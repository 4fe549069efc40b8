import { Inject, Injectable } from '@nestjs/common';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import { Rejection, type Accepted, type CommandContext } from '@isegoria/kernel';
import { metadataOf } from '@isegoria/messaging';
import { keyedHash } from '@isegoria/privacy';
import { secrets } from '@isegoria/service-host';
import { Accounts, accountStream, type Account, type Profile } from '../account/accounts.service';
import { derivedId } from '../account/keyed-ids.service';
import { Addresses } from '../address/addresses.service';
import { Mailer } from '../mailbox/mailer.service';
import { messages } from '../mailbox/messages';
import { publicLink } from '../mailbox/public-link.service';
import { accountOf, tokenHash, tokenOf } from '../session/tokens';
import { confirmationDecider } from './confirmation.decider';

const validFor = 48 * 60 * 60 * 1000;

/**
 * Links that confirm an e-mail address. The secret in a link is a keyed hash of the command that asks for it: as good as 32 random bytes
 * for anybody without the key, and the same again when the command is repeated after a crash between append and mail.
 */
@Injectable()
export class Confirmations {
  private readonly key = secrets.emailHashKey();
  private readonly handle;
  private readonly renew;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {
    this.handle = commandHandler(store, confirmationDecider, { believeNew: false });
    this.renew = commandHandler(store, confirmationDecider, { believeNew: false, keepsAnswers: false });
  }

  /** What the log holds about the link: the hash of its token, and until when it works. */
  requestFor(accountId: string, commandId: string, now: Date): { tokenHash: string; expiresAt: string } {
    return { tokenHash: tokenHash(this.tokenFor(accountId, commandId)), expiresAt: new Date(now.getTime() + validFor).toISOString() };
  }

  /** Sends the link; once, however often the command is repeated. */
  async mail(accountId: string, commandId: string, { email, language }: Pick<Profile, 'email' | 'language'>): Promise<void> {
    const link = publicLink('/confirm', { token: this.tokenFor(accountId, commandId) });
    await this.mailer.send(derivedId('confirmation mail', commandId), { accountId, email }, messages.confirmAddress(language, link));
  }

  /** @throws Rejection CONFIRMATION_INVALID for a token that is unknown, used up, replaced by a newer one or too old */
  async confirm(token: string, context: CommandContext): Promise<Accepted> {
    const accountId = accountOf(token);
    if (accountId === undefined) throw new Rejection('CONFIRMATION_INVALID');
    const now = new Date();
    const account = await this.accounts.read(accountId);
    const { erased } = account.state;
    const isReissued = await this.isReissued(account);
    const { position } = await this.handle(
      accountStream(accountId),
      { type: 'ConfirmEmail', accountId, tokenHash: tokenHash(token), now: now.toISOString(), isReissued, erased },
      { commandId: context.commandId, metadata: metadataOf(context, now) },
    );
    return { id: accountId, position };
  }

  /** Sends a new link when the last one expired unused; does nothing otherwise. */
  async renewIfExpired(accountId: string, profile: Profile, context: CommandContext): Promise<void> {
    const now = new Date();
    const commandId = derivedId('renewal', context.commandId);
    const { events } = await this.renew(
      accountStream(accountId),
      { type: 'RenewConfirmation', accountId, ...this.requestFor(accountId, commandId, now), now: now.toISOString() },
      { commandId, metadata: metadataOf(context, now) },
    );
    if (events.length > 0) await this.mail(accountId, commandId, profile);
  }

  /**
   * Asked at confirmation, when it can no longer change: the account has had the address since it claimed it, any earlier account had given
   * it up before that, and it was remembered before it was given up.
   * @throws Rejection UNAVAILABLE if the address cannot be read: not knowing is no reason to say no
   */
  private async isReissued(account: Account): Promise<boolean> {
    if (account.state.pending === null) return false;
    const email = await this.accounts.addressOf(account);
    if (email === null) throw new Rejection('UNAVAILABLE');
    return this.addresses.wasReleased(email);
  }

  private tokenFor(accountId: string, commandId: string): string {
    return tokenOf(accountId, Buffer.from(keyedHash(this.key, 'confirmation', commandId), 'hex'));
  }
}
