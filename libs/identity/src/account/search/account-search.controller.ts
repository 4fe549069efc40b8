import { Controller, Inject } from '@nestjs/common';
import { Rejection, mustBePermitted, type CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { Addresses } from '../../address/addresses.service';
import { findAccount, type FindAccount, type FoundAccount } from './account-search.contract';

@Controller()
export class AccountSearchController {
  constructor(@Inject(Addresses) private readonly addresses: Addresses) {}

  /** @throws Rejection ACCOUNT_NOT_FOUND, also for an address that nobody has confirmed: it is nobody's yet */
  @Handles(findAccount)
  async find({ command, context }: CommandMessage<FindAccount>): Promise<FoundAccount> {
    mustBePermitted(context.actor, 'administer');
    const id = await this.addresses.holder(command.email);
    if (id === undefined) throw new Rejection('ACCOUNT_NOT_FOUND', { field: 'email' });
    return { id };
  }
}
