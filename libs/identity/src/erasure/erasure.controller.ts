import { Controller, Inject } from '@nestjs/common';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles, signedIn } from '@isegoria/messaging';
import { Accounts } from '../account/accounts.service';
import { SigningIn } from '../session/signing-in.service';
import {
  eraseAccount,
  eraseOwnAccount,
  showPendingErasures,
  type EraseAccount,
  type EraseOwnAccount,
  type PendingErasures,
} from './erasure.contract';
import { Erasure } from './erasure.service';
import { UnpublishedErasures } from './batches/unpublished-erasures.service';

@Controller()
export class ErasureController {
  constructor(
    @Inject(Erasure) private readonly erasure: Erasure,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(SigningIn) private readonly signingIn: SigningIn,
    @Inject(UnpublishedErasures) private readonly unpublished: UnpublishedErasures,
  ) {}

  /**
   * @throws Rejection WRONG_CREDENTIALS or TOO_MANY_REQUESTS as at sign-in, so that an open session is not enough; OWN_ADMINISTRATOR_ROLE
   */
  @Handles(eraseOwnAccount)
  async eraseOwn({ command, context }: CommandMessage<EraseOwnAccount>): Promise<Accepted> {
    const { accountId } = signedIn(context);
    try {
      await this.signingIn.mustKnowPassword(await this.accounts.read(accountId), command.password);
    } catch (error) {
      // The first delivery removed the password: a repeated one, even at the same moment, changes nothing and needs none.
      if (!(await this.accounts.read(accountId)).state.erased) throw error;
    }
    return this.erasure.erase({ accountId, by: accountId, reason: null }, context);
  }

  /** @throws Rejection FORBIDDEN_ROLE, ACCOUNT_NOT_FOUND, or OWN_ADMINISTRATOR_ROLE for one's own account */
  @Handles(eraseAccount)
  async erase({ command, context }: CommandMessage<EraseAccount>): Promise<Accepted> {
    const { accountId: by } = signedIn(context);
    return this.erasure.erase({ accountId: command.accountId.toLowerCase(), by, reason: command.reason }, context);
  }

  @Handles(showPendingErasures)
  async pending(): Promise<PendingErasures> {
    const { together, withinDays } = this.unpublished;
    return { pending: await this.unpublished.pending(), together, withinDays };
  }
}
