import { Inject, Injectable } from '@nestjs/common';
import { Rejection, type CommandContext } from '@isegoria/kernel';
import { setting } from '@isegoria/service-host';
import type { Account, Profile } from '../../account/accounts.service';
import { derivedId } from '../../account/keyed-ids.service';
import { Mailer } from '../../mail/mailer.service';
import { messages } from '../../mail/messages';
import { publicLink } from '../../mail/public-link.service';
import { Passwords } from '../../password/passwords.service';
import { Sessions, type Proof } from '../../session/sessions.service';
import { SigningIn } from '../../session/signing-in.service';
import { RecoveryCodes } from './recovery-codes.service';
import type { NewSecondFactor, RenewRecoveryCodes, SecondFactorView } from '../second-factor.contract';
import { SecondFactors } from './second-factors.service';
import { totpLink } from './totp.service';

/** What people do about the second factor of their own account. A session alone is enough for nothing of it. */
@Injectable()
export class OwnSecondFactor {
  constructor(
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(RecoveryCodes) private readonly recovery: RecoveryCodes,
    @Inject(SecondFactors) private readonly secondFactors: SecondFactors,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SigningIn) private readonly signingIn: SigningIn,
  ) {}

  async show(accountId: string): Promise<SecondFactorView> {
    return { isOn: await this.secondFactors.isOn(accountId), recoveryCodesLeft: await this.recovery.left(accountId) };
  }

  /** @throws Rejection as at sign-in; ALREADY_DONE; CONFLICT for an account that has no address yet, and so no sign-in */
  async begin(accountId: string, password: string, context: CommandContext): Promise<NewSecondFactor> {
    const { account, profile } = await this.passwords.readable(accountId);
    if (!account.state.confirmed) throw new Rejection('CONFLICT');
    await this.signingIn.mustKnowPassword(account, password, context);
    const secret = await this.secondFactors.begin(accountId);
    const site = new URL(setting('PUBLIC_URL', 'http://localhost:8080')).host;
    return { secret, link: totpLink(secret, site, profile.email) };
  }

  /** The session in which it is done has shown the factor; the others have not, and end. */
  async confirm(accountId: string, code: string, context: CommandContext): Promise<string[]> {
    const { profile } = await this.passwords.readable(accountId);
    const codes = await this.secondFactors.confirm(accountId, code, context);
    await this.goOnHereAlone(accountId, 'code', context);
    await this.tell(accountId, profile, 'secondFactorOn', context);
    return codes;
  }

  async renewCodes(accountId: string, proof: RenewRecoveryCodes, context: CommandContext): Promise<string[]> {
    const { account, profile } = await this.passwords.readable(accountId);
    await this.mustProve(account, proof, context);
    const codes = await this.recovery.renew(accountId);
    await this.tell(accountId, profile, 'recoveryCodesRenewed', context);
    return codes;
  }

  async turnOff(accountId: string, proof: RenewRecoveryCodes, context: CommandContext): Promise<void> {
    const { account, profile } = await this.passwords.readable(accountId);
    await this.mustProve(account, proof, context);
    await this.secondFactors.forget(accountId);
    await this.goOnHereAlone(accountId, 'password', context);
    await this.tell(accountId, profile, 'secondFactorOff', context);
  }

  /** @param proof what the session in which it is done has shown from now on */
  private async goOnHereAlone(accountId: string, proof: Proof, { session }: CommandContext): Promise<void> {
    await this.sessions.endOthers(accountId, session);
    if (session !== undefined) await this.sessions.prove(session, proof);
    await this.sessions.announceChange(accountId);
  }

  private async mustProve(account: Account, { password, code }: RenewRecoveryCodes, context: CommandContext): Promise<void> {
    await this.signingIn.mustKnowPassword(account, password, context);
    await this.secondFactors.mustHave(account.id, code, context);
  }

  private async tell(
    accountId: string,
    { email, language }: Profile,
    what: 'secondFactorOn' | 'secondFactorOff' | 'recoveryCodesRenewed',
    { commandId }: CommandContext,
  ): Promise<void> {
    const message = messages[what](language, { link: publicLink('/account/second-factor') });
    await this.mailer.send(derivedId('second factor notice', `${what} ${commandId}`), { accountId, email }, message);
  }
}
