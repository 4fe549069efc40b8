import { Inject, Injectable } from '@nestjs/common';
import { EventStore, commandHandler, type CommandDelivery } from '@isegoria/event-sourcing';
import { Rejection, type CommandContext } from '@isegoria/kernel';
import { metadataOf } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { Accounts, accountStream, profileContext } from '../account/accounts.service';
import { Credentials, hashPassword } from '../account/credentials.service';
import { derivedId } from '../account/keyed-ids.service';
import { mustBeHardToGuess } from '../account/password-rules.service';
import { Addresses } from '../address/addresses.service';
import { Confirmations } from '../confirmation/confirmations.service';
import { Mailer } from '../mailbox/mailer.service';
import { messages } from '../mailbox/messages';
import { publicLink } from '../mailbox/public-link.service';
import { Attempts } from '../session/attempts.service';
import type { RegisterAccount } from './registration.contract';
import { registrationDecider, type RegistrationCommand } from './registration.decider';

/** Mails that one address gets in 15 minutes because somebody registers with it although it has an account. */
const mostReminders = 3;

/**
 * Registers people. The order survives a crash anywhere: the address is claimed, then everything about the account is prepared, then one
 * append creates the account. A retry, or another person's attempt at a claim whose account was never created, goes on with the same
 * account id, so that its stream, which can be created only once, decides who was first.
 */
@Injectable()
export class Registration {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Credentials) private readonly credentials: Credentials,
    @Inject(Confirmations) private readonly confirmations: Confirmations,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {
    this.handle = commandHandler(store, registrationDecider);
  }

  /**
   * Ends in the same way whether or not the address is known; only its mailbox learns which.
   * @throws Rejection VALIDATION_FAILED for a password that would be guessed
   */
  async register(person: RegisterAccount, context: CommandContext): Promise<void> {
    mustBeHardToGuess(person.password, person);
    const now = new Date();
    const delivery = { commandId: context.commandId, metadata: metadataOf(context, now) };
    // Before an address is claimed and a password is stored under the command's id.
    await this.store.answers.claim(context.commandId, context.request);
    const begun = await this.begin(person, delivery, (accountId, sealedProfile) => ({
      type: 'RegisterAccount',
      accountId,
      sealedProfile,
      ...this.confirmations.requestFor(accountId, context.commandId, now),
    }));
    if (begun) await this.confirmations.mail(begun, context.commandId, person);
    else await this.remind(person, context);
  }

  /** Leaves any account that the address has unchanged. */
  async registerFirstAdministrator(person: RegisterAccount, delivery: CommandDelivery): Promise<void> {
    await this.begin(person, delivery, async (accountId, sealedProfile) => {
      const isReissued = await this.addresses.wasReleased(person.email);
      return { type: 'RegisterFirstAdministrator', accountId, sealedProfile, isReissued };
    });
  }

  /** @returns the id of the account; undefined when somebody else has the address */
  private async begin(
    { email, name, language, password }: RegisterAccount,
    delivery: CommandDelivery,
    commandFor: (accountId: string, sealedProfile: string) => RegistrationCommand | Promise<RegistrationCommand>,
  ): Promise<string | undefined> {
    const passwordHash = await hashPassword(password);
    const accountId = await this.claim(email, delivery);
    await this.keys.create([accountId]);
    await this.credentials.keep(accountId, delivery.commandId, passwordHash);
    const profile = JSON.stringify({ email, name, language });
    const sealedProfile = await this.keys.seal(accountId, profileContext, { event: delivery.commandId, field: 'profile' }, profile);
    try {
      await this.handle(accountStream(accountId), await commandFor(accountId, sealedProfile), delivery);
      return accountId;
    } catch (error) {
      if (!(error instanceof Rejection) || error.code !== 'ALREADY_DONE') throw error;
      await this.credentials.drop(accountId, delivery.commandId);
      return undefined;
    }
  }

  /**
   * An account that is being erased this moment may still have the address: it gives it up, so that nobody hears about an account that no
   * longer exists.
   */
  private async claim(email: string, delivery: CommandDelivery): Promise<string> {
    const holder = await this.addresses.claim(email, delivery.commandId, delivery);
    if (holder === delivery.commandId) return holder;
    const account = await this.accounts.read(holder);
    if (!account.state.erased) return holder;
    await this.addresses.release(email, account);
    return this.addresses.claim(email, delivery.commandId, delivery);
  }

  private async remind({ email, language }: RegisterAccount, { commandId }: CommandContext): Promise<void> {
    if ((await this.attempts.count('reminder', email)) > mostReminders) return;
    const accountId = await this.addresses.holder(email);
    // The account may have been erased this moment.
    if (accountId === undefined) return;
    const message = messages.addressIsKnown(language, publicLink('/sign-in'));
    await this.mailer.send(derivedId('reminder mail', commandId), { accountId, email }, message);
  }
}
