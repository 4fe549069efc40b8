import { Inject, Injectable } from '@nestjs/common';
import { Rejection, type CommandContext } from '@isegoria/kernel';
import { Accounts, type Account, type Profile } from '../account/accounts.service';
import { Credentials, hashPassword } from '../account/credential/credentials.service';
import { derivedId } from '../account/keyed-ids.service';
import { PasswordRules } from './rules/password-rules.service';
import { Guesses } from '../guessing/guesses.service';
import { Links } from '../link/links.service';
import { Mailer } from '../mail/mailer.service';
import { messages } from '../mail/messages';
import { publicLink } from '../mail/public-link.service';
import type { Session } from '../session/session.contract';
import { Sessions } from '../session/sessions.service';
import { SigningIn } from '../session/signing-in.service';

/** Puts another password in the place of one. It is no event: the log holds nothing about passwords. */
@Injectable()
export class Passwords {
  constructor(
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Credentials) private readonly credentials: Credentials,
    @Inject(Guesses) private readonly guesses: Guesses,
    @Inject(Links) private readonly links: Links,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SigningIn) private readonly signingIn: SigningIn,
    @Inject(PasswordRules) private readonly rules: PasswordRules,
  ) {}

  /**
   * Ends every session of the account and every link by which its password could be replaced, and tells the person.
   * @returns a new session
   * @throws Rejection VALIDATION_FAILED for a password that would be guessed
   */
  async replace(account: Account, profile: Profile, password: string, context: CommandContext): Promise<Session> {
    const { commandId } = context;
    await this.credentials.set(account.id, await hashPassword(password), commandId);
    await this.links.endAll(account.id, ['password']);
    await this.sessions.endOthers(account.id, context.session);
    if (account.state.confirmed) await this.tell(account.id, profile, commandId);
    const session = await this.signingIn.open(account, context);
    // The one in which it was done ends last: it says whether a second factor was shown.
    if (context.session !== undefined) await this.sessions.endOne(account.id, context.session);
    return session;
  }

  /** @throws Rejection WRONG_CREDENTIALS or TOO_MANY_REQUESTS as at sign-in; VALIDATION_FAILED */
  async change(accountId: string, password: string, newPassword: string, context: CommandContext): Promise<Session> {
    const { account, profile } = await this.readable(accountId);
    if (await this.credentials.wasSetBy(accountId, context.commandId)) {
      await this.signingIn.mustKnowPassword(account, newPassword, context);
      return this.signingIn.open(account, context);
    }
    await this.rules.mustBeHardToGuess(newPassword, profile, 'newPassword');
    await this.signingIn.mustKnowPassword(account, password, context);
    return this.replace(account, profile, newPassword, context);
  }

  /** @throws Rejection ACCOUNT_ERASED if nobody can read who it is any more */
  async readable(accountId: string): Promise<{ account: Account; profile: Profile }> {
    const account = await this.accounts.read(accountId);
    const profile = await this.accounts.profileOf(account);
    if (!profile) throw new Rejection('ACCOUNT_ERASED');
    return { account, profile };
  }

  private async tell(accountId: string, { email, language }: Profile, commandId: string): Promise<void> {
    await this.guesses.forget('password', email);
    const message = messages.passwordChanged(language, { link: publicLink('/forgotten-password') });
    await this.mailer.send(derivedId('password notice', commandId), { accountId, email }, message);
  }
}
