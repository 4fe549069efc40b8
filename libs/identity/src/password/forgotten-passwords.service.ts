import { Inject, Injectable } from '@nestjs/common';
import { Rejection, type CommandContext } from '@isegoria/kernel';
import { Accounts, nobody } from '../account/accounts.service';
import { derivedId } from '../account/keyed-ids.service';
import { PasswordRules } from './rules/password-rules.service';
import { Addresses } from '../address/addresses.service';
import { Links } from '../link/links.service';
import { messages } from '../mail/messages';
import { Post } from '../mail/post.service';
import { publicLink } from '../mail/public-link.service';
import type { Session } from '../session/session.contract';
import { SigningIn } from '../session/signing-in.service';
import { tokenHash } from '../session/tokens';
import type { ChooseNewPassword, RequestNewPassword } from './password.contract';
import { Passwords } from './passwords.service';

const validFor = 60 * 60 * 1000;

/** Links by which people replace a password that they forgot. */
@Injectable()
export class ForgottenPasswords {
  constructor(
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(Links) private readonly links: Links,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(Post) private readonly post: Post,
    @Inject(SigningIn) private readonly signingIn: SigningIn,
    @Inject(PasswordRules) private readonly rules: PasswordRules,
  ) {}

  /**
   * The same steps whether or not the address has an account: a link that leads nowhere is kept, and a mail goes out, for any address. The
   * link goes to the address of the account as its owner typed it: another spelling of it may be the mailbox of somebody else.
   */
  async request({ email, returnTo }: RequestNewPassword, { commandId, language }: CommandContext): Promise<void> {
    const account = await this.signingIn.accountAt(email);
    const address = this.addresses.nameOf(email);
    const token = await this.links.issue({ purpose: 'password', accountId: account.id, address, validFor }, commandId);
    const isNobodys = account.id === nobody;
    const own = await this.accounts.profileOf(account);
    const back = returnTo === undefined ? undefined : { return: returnTo };
    const message = isNobodys
      ? messages.noAccount(language, { link: publicLink('/register', back) })
      : messages.choosePassword(language, { link: publicLink('/new-password', { token, ...back }) });
    const accountId = isNobodys ? toNobody(tokenHash(token)) : account.id;
    await this.post.send('password mail', commandId, { accountId, email: own?.email ?? email }, message);
  }

  /** @throws Rejection CONFIRMATION_INVALID for a token that is unknown, used up, replaced or too old; VALIDATION_FAILED */
  async choose({ token, password }: ChooseNewPassword, context: CommandContext): Promise<Session> {
    const link = await this.links.usable(token, 'password', context.commandId);
    if (!link || link.accountId === nobody) throw new Rejection('CONFIRMATION_INVALID');
    const { account, profile } = await this.passwords.readable(link.accountId);
    if (link.state !== 'open') {
      await this.signingIn.mustKnowPassword(account, password, context);
      return this.signingIn.open(account, context);
    }
    await this.rules.mustBeHardToGuess(password, profile);
    if (!(await this.links.use(token, context.commandId))) throw new Rejection('CONFIRMATION_INVALID');
    return this.passwords.replace(account, profile, password, context);
  }
}

/** Names the key of the message about a link that leads nowhere: it says who was asked about, and there is no account to erase. */
export const toNobody = (hash: string) => derivedId('mail to nobody', hash);
