import { Inject, Injectable } from '@nestjs/common';
import { mustHaveSecondFactor } from '@isegoria/content';
import { EventStore } from '@isegoria/event-sourcing';
import type { Actor } from '@isegoria/kernel';
import { settingsNow } from '@isegoria/service-host';
import { isStaff } from '../../account/account.decider';
import { Accounts, actorOf, type Account } from '../../account/accounts.service';
import { canonicalAddress } from '../../address/canonical-address';
import type { Proof } from '../../session/sessions.service';

/** Which roles count in a session: those of staff only where a second factor proved who it is, unless the settings ask for none. */
@Injectable()
export class CountedRoles {
  /** A domain whose addresses need no second factor, for trying things out. */
  private readonly exempt = process.env['SECOND_FACTOR_EXEMPT'] || undefined;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {}

  async actorIn(account: Account, proof: Proof): Promise<Actor> {
    const actor = actorOf(account);
    if (!isStaff(account.state) || proof === 'code' || !(await this.needsSecondFactor(account))) return actor;
    return { ...actor, roles: [], lacksSecondFactor: true };
  }

  private async needsSecondFactor(account: Account): Promise<boolean> {
    return !(await this.isExempt(account)) && this.isAskedFor();
  }

  private async isExempt(account: Account): Promise<boolean> {
    if (this.exempt === undefined) return false;
    const profile = await this.accounts.profileOf(account);
    return profile !== null && canonicalAddress(profile.email).endsWith(`@${this.exempt}`);
  }

  private async isAskedFor(): Promise<boolean> {
    return mustHaveSecondFactor(await settingsNow(this.store));
  }
}
