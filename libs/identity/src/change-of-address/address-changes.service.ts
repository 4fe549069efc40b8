import { Inject, Injectable } from '@nestjs/common';
import { Rejection, type Accepted, type CommandContext } from '@isegoria/kernel';
import { deliveryOf } from '@isegoria/messaging';
import { Accounts, type Account, type Profile } from '../account/accounts.service';
import { derivedId } from '../account/keyed-ids.service';
import { PasswordRules } from '../password/rules/password-rules.service';
import { Profiles } from '../account/profile/profiles.service';
import { AddressClaims } from '../address/address-claims.service';
import { Addresses } from '../address/addresses.service';
import { ConfirmationLinks } from '../confirmation/confirmation-links.service';
import type { LinkPurpose } from '../link/link.contract';
import { Links, type Link } from '../link/links.service';
import { Mailer } from '../mail/mailer.service';
import { messages } from '../mail/messages';
import { Post } from '../mail/post.service';
import { publicLink } from '../mail/public-link.service';
import { Passwords } from '../password/passwords.service';
import { ProfileChanges } from '../profile/profile-changes.service';
import type { Session } from '../session/session.contract';
import { SigningIn } from '../session/signing-in.service';
import type { SendConfirmation } from './change-of-address.contract';

const newValidFor = 48 * 60 * 60 * 1000;
const undoValidFor = 7 * 24 * 60 * 60 * 1000;

/**
 * Changes of an address. The old one stays until the new one is confirmed; afterwards it is nobody else's until the link that takes it back
 * has expired.
 */
@Injectable()
export class AddressChanges {
  constructor(
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Profiles) private readonly profiles: Profiles,
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(AddressClaims) private readonly claims: AddressClaims,
    @Inject(ConfirmationLinks) private readonly confirmationLinks: ConfirmationLinks,
    @Inject(Links) private readonly links: Links,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(Post) private readonly post: Post,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(ProfileChanges) private readonly changes: ProfileChanges,
    @Inject(SigningIn) private readonly signingIn: SigningIn,
    @Inject(PasswordRules) private readonly rules: PasswordRules,
  ) {}

  /** @throws Rejection ALREADY_DONE for an account that is confirmed */
  async sendConfirmation(accountId: string, { email, returnTo }: SendConfirmation, context: CommandContext): Promise<void> {
    const { account, profile } = await this.passwords.readable(accountId);
    if (account.state.confirmed) throw new Rejection('ALREADY_DONE');
    if (email !== profile.email) await this.changes.change(accountId, { email }, context);
    await this.confirmationLinks.send(accountId, { ...profile, email, returnTo }, context.commandId);
  }

  /** @throws Rejection as at sign-in; CONFLICT for an account that has no address yet */
  async ask(accountId: string, email: string, password: string, context: CommandContext): Promise<void> {
    const { account, profile } = await this.passwords.readable(accountId);
    if (!account.state.confirmed) throw new Rejection('CONFLICT');
    await this.signingIn.mustKnowPassword(account, password, context);
    await this.tellTheOld(account, profile, context);
    await this.askTheNew(account, email, context);
  }

  /**
   * Asks for the password: otherwise somebody's address could become that of an account whose password another person chose. The link is
   * used up before anything changes, and nothing does if the old address was kept since the account was read.
   * @throws Rejection as at sign-in; CONFIRMATION_INVALID, also for an address that has another account by now
   */
  async confirm(token: string, password: string, context: CommandContext): Promise<Accepted> {
    const { link, account } = await this.about(token, 'address', context);
    await this.signingIn.mustKnowPassword(account, password, context);
    const email = (await this.profiles.openAddress(account.id, link.details))!;
    if (link.state === 'open') await this.mustHave(email, account.id, context);
    if (!(await this.links.use(token, context.commandId))) throw new Rejection('CONFIRMATION_INVALID');
    const accepted = await this.changes.changeAsRead(account, { email }, context);
    await this.links.overtake('confirmation', link.address);
    await this.links.endAll(account.id, ['password']);
    return accepted;
  }

  /** @throws Rejection CONFIRMATION_INVALID; VALIDATION_FAILED for a password that would be guessed */
  async keepOld(token: string, password: string, context: CommandContext): Promise<Session> {
    const { link, account } = await this.about(token, 'undo', context);
    const { profile } = await this.passwords.readable(account.id);
    const email = (await this.profiles.openAddress(account.id, link.details))!;
    await this.rules.mustBeHardToGuess(password, { ...profile, email });
    if (!(await this.links.use(token, context.commandId))) throw new Rejection('CONFIRMATION_INVALID');
    await this.links.endAll(account.id, ['address', 'undo']);
    await this.mustHave(email, account.id, context);
    await this.putBack(account.id, email, context);
    return this.passwords.replace(await this.accounts.read(account.id), { ...profile, email }, password, context);
  }

  /** On record also where the address did not change yet: a change that is under way at this moment then comes to nothing. */
  private async putBack(accountId: string, email: string, context: CommandContext): Promise<void> {
    const { account, profile } = await this.passwords.readable(accountId);
    try {
      await this.changes.changeAsRead(account, { email }, context);
    } catch (error) {
      // The other one was first.
      if (error instanceof Rejection && error.code === 'CONFLICT') return this.putBack(accountId, email, context);
      throw error;
    }
    if (this.addresses.nameOf(profile.email) !== this.addresses.nameOf(email)) await this.addresses.release(profile.email, account);
  }

  private async tellTheOld(account: Account, profile: Profile, { commandId }: CommandContext): Promise<void> {
    const { email } = profile;
    const details = await this.profiles.sealAddress(account.id, email);
    const about = { accountId: account.id, address: this.addresses.nameOf(email), details };
    const token = await this.links.issue({ purpose: 'undo', ...about, validFor: undoValidFor }, commandId);
    const message = messages.addressChanges(profile.language, { link: publicLink('/old-address', { token }) });
    await this.mailer.send(derivedId('address notice', commandId), { accountId: account.id, email }, message);
  }

  /** The same steps whether or not the address has an account of its own. */
  private async askTheNew({ id: accountId }: Account, email: string, { commandId, language }: CommandContext): Promise<void> {
    const address = this.addresses.nameOf(email);
    const details = await this.profiles.sealAddress(accountId, email);
    const token = await this.links.issue({ purpose: 'address', accountId, address, details, validFor: newValidFor }, commandId);
    const holder = await this.claims.otherHolder(email, accountId);
    const message = holder
      ? messages.newAddressIsKnown(language)
      : messages.newAddress(language, { link: publicLink('/new-address', { token }) });
    await this.post.send('address mail', commandId, { accountId: holder ?? accountId, email }, message);
  }

  private async about(token: string, purpose: LinkPurpose, context: CommandContext): Promise<{ link: Link; account: Account }> {
    const link = await this.links.usable(token, purpose, context.commandId);
    if (!link) throw new Rejection('CONFIRMATION_INVALID');
    const account = await this.accounts.read(link.accountId);
    if (account.state.erased || !account.state.confirmed) throw new Rejection('CONFIRMATION_INVALID');
    return { link, account };
  }

  private async mustHave(email: string, accountId: string, context: CommandContext): Promise<void> {
    const holder = await this.claims.claim(email, accountId, deliveryOf(context));
    if (holder !== accountId) throw new Rejection('CONFIRMATION_INVALID');
  }
}
