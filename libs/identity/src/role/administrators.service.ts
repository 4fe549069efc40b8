import { Inject, Injectable } from '@nestjs/common';
import { permitted } from '@isegoria/kernel';
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
   * @throws Rejection FORBIDDEN_ROLE when it is no administrator of the unit (any more), or what the work throws
   */
  actingAs<Result>(by: string, unit: string, work: () => Promise<Result>): Promise<Result> {
    return this.tables.oneAtATime('administrators', async () => {
      permitted(actorOf(await this.accounts.read(by)), 'administer', unit);
      return work();
    });
  }
}
