import { Inject, Injectable } from '@nestjs/common';
import { Rejection, type CommandContext } from '@isegoria/kernel';
import { assuranceOf, rolesOf } from '../account/account.decider';
import { Accounts, type Account, type Profile } from '../account/accounts.service';
import { Credentials } from '../account/credentials.service';
import { Addresses } from '../address/addresses.service';
import { Confirmations } from '../confirmation/confirmations.service';
import { StaffSignIns } from '../staff-sign-in/staff-sign-ins.service';
import { Attempts } from './attempts.service';
import type { Session } from './session.contract';
import { Sessions } from './sessions.service';

const mostTries = 10;
/** Stands in for the account of an unknown address, so that its path is as long (RFC 9562 section 5.9: no account ever has this id). */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Opens a session for a person who knows the address and its password. */
@Injectable()
export class SigningIn {
  constructor(
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Credentials) private readonly credentials: Credentials,
    @Inject(Confirmations) private readonly confirmations: Confirmations,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(StaffSignIns) private readonly staffSignIns: StaffSignIns,
  ) {}

  /** @throws Rejection as {@link whoKnows} */
  async signIn(email: string, password: string, context: CommandContext): Promise<Session> {
    const { account, profile } = await this.whoKnows(email, password, context);
    if (!account.state.confirmed) await this.confirmations.renewIfExpired(account.id, profile, context);
    await this.staffSignIns.record(account, context);
    const session = await this.sessions.open(account.id);
    return { ...session, account: { id: account.id, ...profile, roles: rolesOf(account.state), assurance: assuranceOf(account.state) } };
  }

  /**
   * The account of a person who knows the address and its password. All requests that ask for a password share one count of tries.
   * @throws Rejection WRONG_CREDENTIALS, or TOO_MANY_REQUESTS after ten failed tries in 15 minutes for one address, known or not
   */
  async whoKnows(email: string, password: string, context: CommandContext): Promise<{ account: Account; profile: Profile }> {
    if ((await this.attempts.count('sign-in', email)) > mostTries) throw new Rejection('TOO_MANY_REQUESTS');
    const account = await this.accounts.read((await this.addresses.holder(email)) ?? nobody);
    const profile = (await this.credentials.match(account, password)) && (await this.accounts.profileOf(account));
    if (!profile) {
      this.staffSignIns.recordFailure(account, context);
      throw new Rejection('WRONG_CREDENTIALS');
    }
    await this.attempts.forget('sign-in', email);
    return { account, profile };
  }
}
