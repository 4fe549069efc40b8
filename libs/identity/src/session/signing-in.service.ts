import { Inject, Injectable } from '@nestjs/common';
import { Rejection, type CommandContext, type Device } from '@isegoria/kernel';
import { isStaff } from '../account/account.decider';
import { Accounts, nobody, type Account, type Profile } from '../account/accounts.service';
import { Credentials } from '../account/credential/credentials.service';
import { Addresses } from '../address/addresses.service';
import { canonicalAddress } from '../address/canonical-address';
import { Guesses } from '../guessing/guesses.service';
import { CountedRoles } from '../second-factor/sign-in/counted-roles.service';
import { SecondFactors } from '../second-factor/codes/second-factors.service';
import { StaffSignIns } from '../staff-sign-in/staff-sign-ins.service';
import type { Session } from './session.contract';
import { Sessions, type Proof } from './sessions.service';

/** Opens a session for a person who knows the address and its password. Only a confirmed account has an address. */
@Injectable()
export class SigningIn {
  constructor(
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Credentials) private readonly credentials: Credentials,
    @Inject(CountedRoles) private readonly counted: CountedRoles,
    @Inject(Guesses) private readonly guesses: Guesses,
    @Inject(SecondFactors) private readonly secondFactors: SecondFactors,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(StaffSignIns) private readonly staffSignIns: StaffSignIns,
  ) {}

  /** @throws Rejection WRONG_CREDENTIALS; TOO_MANY_REQUESTS, with the seconds to wait, after many wrong tries, also where nobody is */
  async signIn(email: string, password: string, context: CommandContext): Promise<Session> {
    const account = await this.accountAt(email);
    await this.mustMatch(account, password, email, context);
    return this.open(account, context);
  }

  /**
   * All requests that ask for the password of an account share one count of tries with its sign-in. An unconfirmed account counts by
   * itself: whoever knows its password must not clear the count of an address that is somebody else's.
   * @throws Rejection as {@link signIn}
   */
  async mustKnowPassword(account: Account, password: string, context: CommandContext): Promise<void> {
    const profile = await this.accounts.profileOf(account);
    await this.mustMatch(account, password, account.state.confirmed && profile ? profile.email : account.id, context);
  }

  /**
   * The confirmed account that has the address; otherwise that of nobody. An address that was given up lately is still claimed, so that it
   * can be taken back; it opens nothing.
   */
  async accountAt(email: string): Promise<Account> {
    const account = await this.accounts.read((await this.addresses.holder(email)) ?? nobody);
    const profile = await this.accounts.profileOf(account);
    const isIts = account.state.confirmed && profile !== null && canonicalAddress(profile.email) === canonicalAddress(email);
    return isIts || account.id === nobody ? account : this.accounts.read(nobody);
  }

  /**
   * A session for somebody who has just shown that the account is theirs, in whichever way: that of staff is on record. Where the account
   * has a second factor that this session did not show, what is given waits for the code and opens nothing else.
   */
  async open(account: Account, context: CommandContext): Promise<Session> {
    const profile = await this.accounts.profileOf(account);
    if (!profile) throw new Rejection('WRONG_CREDENTIALS');
    if (account.state.confirmed) await this.guesses.right('password', profile.email, context);
    if (!(await this.secondFactors.isOn(account.id))) return this.openAs(account, profile, 'password', context);
    const shown = await this.sessions.proofIn(context.session, account.id);
    return shown === 'code' ? this.openAs(account, profile, 'code', context) : this.waitForCode(account, profile, context);
  }

  /** The second step, after {@link open}. @throws Rejection SESSION_EXPIRED; WRONG_CODE; TOO_MANY_REQUESTS */
  async enterCode(token: string, code: string, context: CommandContext): Promise<Session> {
    const waiting = await this.sessions.find(token);
    if (waiting?.proof !== 'awaited') throw new Rejection('SESSION_EXPIRED');
    await this.secondFactors.mustHave(waiting.accountId, code, context);
    const account = await this.accounts.read(waiting.accountId);
    const profile = await this.accounts.profileOf(account);
    if (!profile) throw new Rejection('SESSION_EXPIRED');
    await this.sessions.end(token);
    return this.openAs(account, profile, 'code', context);
  }

  private async openAs(account: Account, profile: Profile, proof: Proof, context: CommandContext): Promise<Session> {
    await this.staffSignIns.record(account, context);
    const { assurance, roles, lacksSecondFactor, suspension } = await this.counted.actorIn(account, proof);
    const session = await this.sessions.open(account.id, { proof, isStaff: isStaff(account.state), device: deviceIn(context) });
    const { id, version, rolesVersion } = account;
    const view = { id, ...profile, roles, assurance, ...(lacksSecondFactor && { lacksSecondFactor }), version, rolesVersion };
    const isSuspended = suspension && { suspendedUntil: suspension.until };
    return { ...session, account: view, ...isSuspended, position: account.position };
  }

  /** Who it is stays untold. */
  private async waitForCode({ id, position }: Account, { language }: Profile, context: CommandContext): Promise<Session> {
    const account = { id, name: '', email: '', language, roles: [], assurance: 'anonymous', version: 0, rolesVersion: 0 } as const;
    const session = await this.sessions.open(id, { proof: 'awaited', isStaff: false, device: deviceIn(context) });
    return { ...session, account, position, needsCode: true };
  }

  private async mustMatch(account: Account, password: string, who: string, context: CommandContext): Promise<void> {
    await this.guesses.begin('password', who, context);
    const matches = await this.credentials.match(account, password);
    if (!matches || !(await this.accounts.profileOf(account))) {
      await this.staffSignIns.recordFailure(account);
      throw new Rejection('WRONG_CREDENTIALS');
    }
    await this.guesses.right('password', who, context);
  }
}

const deviceIn = ({ client }: CommandContext): Device => client?.device ?? 'program';
