import { Inject, Injectable } from '@nestjs/common';
import { EventStore, commandHandler, type CommandDelivery } from '@isegoria/event-sourcing';
import { Rejection, type CommandContext } from '@isegoria/kernel';
import { deliveryOf } from '@isegoria/messaging';
import { Accounts, accountStream } from '../account/accounts.service';
import { Credentials, hashPassword } from '../account/credential/credentials.service';
import { PasswordRules } from '../password/rules/password-rules.service';
import { Profiles } from '../account/profile/profiles.service';
import { AddressClaims } from '../address/address-claims.service';
import { ConfirmationLinks } from '../confirmation/confirmation-links.service';
import type { Session } from '../session/session.contract';
import { SigningIn } from '../session/signing-in.service';
import { isMadeForDemo } from './demo-accounts.service';
import type { RegisterAccount } from './registration.contract';
import { registrationDecider } from './registration.decider';

/**
 * Registers people: everything about the account is prepared under the id of the command, and then one append creates it. Nothing depends
 * on whether the address is known but the words of the mail, so that neither the log nor the time of an answer tells.
 */
@Injectable()
export class Registration {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Profiles) private readonly profiles: Profiles,
    @Inject(Credentials) private readonly credentials: Credentials,
    @Inject(AddressClaims) private readonly claims: AddressClaims,
    @Inject(ConfirmationLinks) private readonly links: ConfirmationLinks,
    @Inject(SigningIn) private readonly signingIn: SigningIn,
    @Inject(PasswordRules) private readonly rules: PasswordRules,
  ) {
    this.handle = commandHandler(store, registrationDecider);
  }

  /**
   * @throws Rejection VALIDATION_FAILED for a password that would be guessed; for a repeat, ACCOUNT_ERASED, or WRONG_CREDENTIALS if the
   * password is another one by now
   */
  async register(person: RegisterAccount, context: CommandContext): Promise<Session> {
    if (!isMadeForDemo(person.email)) await this.rules.mustBeHardToGuess(person.password, person);
    const accountId = context.commandId;
    // Before a password is stored under the command's id.
    await this.store.answers.claim(context.commandId, context.request);
    const before = await this.accounts.read(accountId);
    if (before.state.erased) throw new Rejection('ACCOUNT_ERASED');
    if (before.state.origin === 'none') await this.beginUnconfirmed(accountId, person, deliveryOf(context));
    else await this.signingIn.mustKnowPassword(before, person.password, context);
    const account = await this.accounts.read(accountId);
    if (!account.state.confirmed) await this.links.send(account.id, person, context.commandId);
    return this.signingIn.open(account, context);
  }

  /** Leaves any account that the address has unchanged. */
  async registerFirstAdministrator(person: RegisterAccount, delivery: CommandDelivery): Promise<void> {
    // Whoever was interrupted before goes on with the same account.
    const holder = await this.claims.claim(person.email, delivery.commandId, delivery);
    if ((await this.accounts.read(holder)).state.origin !== 'none') return;
    await this.beginConfirmed('RegisterFirstAdministrator', holder, person, delivery);
  }

  /** Begins an account for somebody who has shown that the address is theirs, and for whom it was claimed. */
  async beginConfirmed(
    type: 'RegisterConfirmed' | 'RegisterFirstAdministrator',
    accountId: string,
    person: RegisterAccount,
    delivery: CommandDelivery,
  ): Promise<void> {
    const isReissued = await this.claims.wasReleased(person.email);
    const sealedProfile = await this.prepare(accountId, true, person, delivery);
    await this.handle(accountStream(accountId), { type, accountId, sealedProfile, isReissued }, delivery);
  }

  private async beginUnconfirmed(accountId: string, person: RegisterAccount, delivery: CommandDelivery): Promise<void> {
    const sealedProfile = await this.prepare(accountId, false, person, delivery);
    await this.handle(accountStream(accountId), { type: 'RegisterAccount', accountId, sealedProfile }, delivery);
  }

  /** @returns the sealed profile */
  private async prepare(accountId: string, isConfirmed: boolean, person: RegisterAccount, delivery: CommandDelivery): Promise<string> {
    const passwordHash = await hashPassword(person.password);
    await this.profiles.begin(accountId);
    const sealedProfile = await this.profiles.seal(accountId, isConfirmed, delivery.commandId, person);
    await this.credentials.set(accountId, passwordHash, delivery.commandId);
    return sealedProfile;
  }
}
