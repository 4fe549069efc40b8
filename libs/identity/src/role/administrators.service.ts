import { Inject, Injectable } from '@nestjs/common';
import { permitted } from '@isegoria/kernel';
import { lastingRolesOf } from '../account/account.decider';
import { Accounts, actorOf } from '../account/accounts.service';
import { Tables } from '../tables.service';

/**
 * What takes an administrator away, by whichever command, is done one at a time over all instances and by somebody who is an administrator
 * at that moment, whatever an edge service remembers. Nobody may do it to themselves, so that one always remains: without it, two who do it
 * to each other at the same moment leave none.
 */
@Injectable()
export class Administrators {
  constructor(
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Tables) private readonly tables: Tables,
  ) {}

  /**
   * @param by the account that acts
   * @param work must not query the tables of this service
   * @throws Rejection FORBIDDEN_ROLE when it is no administrator of the unit for good (any more), or what the work throws
   */
  actingAs<Result>(by: string, unit: string, work: () => Promise<Result>): Promise<Result> {
    return this.tables.oneAtATime('administrators', async () => {
      const account = await this.accounts.read(by);
      // Whose own role ends by itself cannot be the one who remains.
      permitted({ ...actorOf(account), roles: lastingRolesOf(account.state) }, 'administer', unit);
      return work();
    });
  }
}
