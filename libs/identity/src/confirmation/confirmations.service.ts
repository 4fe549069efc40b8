import { Inject, Injectable } from '@nestjs/common';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import { Rejection, type CommandContext } from '@isegoria/kernel';
import { deliveryOf } from '@isegoria/messaging';
import { Accounts, accountStream, type Account, type Profile } from '../account/accounts.service';
import { derivedId } from '../account/keyed-ids.service';
import { PasswordRules } from '../password/rules/password-rules.service';
import { Profiles } from '../account/profile/profiles.service';
import { AddressClaims } from '../address/address-claims.service';
import { Addresses } from '../address/addresses.service';
import { Links, type Link } from '../link/links.service';
import { Registration } from '../registration/registration.service';
import type { Session } from '../session/session.contract';
import { SigningIn } from '../session/signing-in.service';
import { tokenHash } from '../session/tokens';
import type { ConfirmAnew, ConfirmEmail } from './confirmation.contract';
import { confirmationDecider } from './confirmation.decider';

/** The account that a link is about, which nobody has confirmed. */
interface Asked {
  readonly link: Link;
  readonly account: Account;
  readonly profile: Profile;
}

/**
 * Gives an address to the first account that somebody confirms with a link. The order survives a crash anywhere: the address is claimed,
 * one append confirms the account, and then all links for that address end. A retry with the same link goes on with the same account.
 */
@Injectable()
export class Confirmations {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Profiles) private readonly profiles: Profiles,
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(AddressClaims) private readonly claims: AddressClaims,
    @Inject(Links) private readonly links: Links,
    @Inject(Registration) private readonly registration: Registration,
    @Inject(SigningIn) private readonly signingIn: SigningIn,
    @Inject(PasswordRules) private readonly rules: PasswordRules,
  ) {
    this.handle = commandHandler(store, confirmationDecider, { believeNew: false });
  }

  /**
   * @throws Rejection CONFIRMATION_INVALID for a token that is unknown, used up, replaced by a newer one, overtaken or too old;
   * WRONG_CREDENTIALS and TOO_MANY_REQUESTS as at sign-in
   */
  async confirm({ token, password }: ConfirmEmail, context: CommandContext): Promise<Session> {
    const { link, account, profile } = await this.asked(token, context);
    await this.signingIn.mustKnowPassword(account, password, context);
    if (!account.state.confirmed) await this.confirmAsRegistered(account, profile, context);
    await this.profiles.forgetUnconfirmed(account.id);
    return this.concluded(token, link, account.id, context);
  }

  /**
   * The account that was registered stays unconfirmed, and with whoever chose its password.
   * @throws Rejection CONFIRMATION_INVALID as {@link confirm}; VALIDATION_FAILED for a password that would be guessed
   */
  async confirmAnew({ token, name, password }: ConfirmAnew, context: CommandContext): Promise<Session> {
    const { link, profile } = await this.asked(token, context);
    const person = { email: profile.email, name, password, language: context.language };
    await this.rules.mustBeHardToGuess(password, person);
    const accountId = anewFor(tokenHash(token));
    const anew = await this.accounts.read(accountId);
    if (anew.state.origin === 'none') await this.beginAnew(accountId, person, context);
    else await this.signingIn.mustKnowPassword(anew, password, context);
    return this.concluded(token, link, accountId, context);
  }

  /** A link confirms the address that it was sent to, whatever address the account was given at the same moment. */
  private async asked(token: string, context: CommandContext): Promise<Asked> {
    const link = await this.links.usable(token, 'confirmation', context.commandId);
    if (!link) throw new Rejection('CONFIRMATION_INVALID');
    const account = await this.accounts.read(link.accountId);
    const profile = await this.accounts.profileOf(account);
    if (!profile) throw new Rejection('CONFIRMATION_INVALID');
    if (link.state === 'open' && this.addresses.nameOf(profile.email) !== link.address) throw new Rejection('CONFIRMATION_INVALID');
    return { link, account, profile };
  }

  private async confirmAsRegistered(
    { id: accountId, state: { erased } }: Account,
    profile: Profile,
    context: CommandContext,
  ): Promise<void> {
    const delivery = deliveryOf(context);
    await this.mustHave(profile.email, accountId, context);
    const isReissued = await this.claims.wasReleased(profile.email);
    const sealedProfile = await this.profiles.seal(accountId, true, context.commandId, profile);
    await this.handle(accountStream(accountId), { accountId, sealedProfile, isReissued, erased }, delivery);
  }

  private async beginAnew(accountId: string, person: Profile & { password: string }, context: CommandContext): Promise<void> {
    await this.mustHave(person.email, accountId, context);
    await this.registration.beginConfirmed('RegisterConfirmed', accountId, person, deliveryOf(context));
  }

  private async mustHave(email: string, accountId: string, context: CommandContext): Promise<void> {
    const holder = await this.claims.claim(email, accountId, deliveryOf(context));
    if (holder !== accountId) throw new Rejection('CONFIRMATION_INVALID');
  }

  private async concluded(token: string, link: Link, accountId: string, context: CommandContext): Promise<Session> {
    if (!(await this.links.use(token, context.commandId))) throw new Rejection('CONFIRMATION_INVALID');
    await this.links.overtake('confirmation', link.address);
    return this.signingIn.open(await this.accounts.read(accountId), context);
  }
}

/** The account that a link begins for somebody who does not know the password; the same if the request has to be repeated. */
export const anewFor = (hash: string) => derivedId('account anew', hash);
