import { Inject, Injectable } from '@nestjs/common';
import { Rejection, type CommandContext } from '@isegoria/kernel';
import { assuranceOf, rolesOf } from '../account/account.decider';
import { Accounts, nobody, type Account } from '../account/accounts.service';
import { Credentials } from '../account/credential/credentials.service';
import { Addresses } from '../address/addresses.service';
import { canonicalAddress } from '../address/canonical-address';
import { StaffSignIns } from '../staff-sign-in/staff-sign-ins.service';
import { Attempts } from './attempts.service';
import type { Session } from './session.contract';
import { Sessions } from './sessions.service';

const mostTries = 10;

/** Opens a session for a person who knows the address and its password. Only a confirmed account has an address. */
@Injectable()
export class SigningIn {
  constructor(
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Credentials) private readonly credentials: Credentials,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(StaffSignIns) private readonly staffSignIns: StaffSignIns,
  ) {}

  /** @throws Rejection WRONG_CREDENTIALS, or TOO_MANY_REQUESTS after ten failed tries in 15 minutes for one address, known or not */
  async signIn(email: string, password: string, context: CommandContext): Promise<Session> {
    const account = await this.accountAt(email);
    await this.mustMatch(account, password, email);
    return this.open(account, context);
  }

  /**
   * All requests that ask for the password of an account share one count of tries with its sign-in. An unconfirmed account counts by
   * itself: whoever knows its password must not clear the count of an address that is somebody else's.
   * @throws Rejection as {@link signIn}
   */
  async mustKnowPassword(account: Account, password: string): Promise<void> {
    const profile = await this.accounts.profileOf(account);
    await this.mustMatch(account, password, account.state.confirmed && profile ? profile.email : account.id);
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

  /** A session for somebody who has just shown that the account is theirs, in whichever way: that of staff is on record. */
  async open(account: Account, context: CommandContext): Promise<Session> {
    const profile = await this.accounts.profileOf(account);
    if (!profile) throw new Rejection('WRONG_CREDENTIALS');
    await this.staffSignIns.record(account, context);
    const { id, state, position } = account;
    const session = await this.sessions.open(id);
    return { ...session, account: { id, ...profile, roles: rolesOf(state), assurance: assuranceOf(state) }, position };
  }

  private async mustMatch(account: Account, password: string, counted: string): Promise<void> {
    if ((await this.attempts.count('sign-in', counted)) > mostTries) throw new Rejection('TOO_MANY_REQUESTS');
    const matches = await this.credentials.match(account, password);
    if (!matches || !(await this.accounts.profileOf(account))) {
      await this.staffSignIns.recordFailure(account);
      throw new Rejection('WRONG_CREDENTIALS');
    }
    await this.attempts.forget('sign-in', counted);
  }
}
