import { Inject, Injectable } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import { rootUnit, type Accepted, type CommandContext } from '@isegoria/kernel';
import { deliveryOf, signedIn } from '@isegoria/messaging';
import { secure } from '@isegoria/service-host';
import { Accounts, accountStream } from '../../account/accounts.service';
import { derivedId } from '../../account/keyed-ids.service';
import { Mailer } from '../../mail/mailer.service';
import { messages } from '../../mail/messages';
import { publicLink } from '../../mail/public-link.service';
import { Administrators } from '../../role/administrators.service';
import { Sessions } from '../../session/sessions.service';
import { secondFactorDecider } from '../second-factor.decider';
import { SecondFactors } from '../codes/second-factors.service';

/** Helps somebody who lost both the app and the recovery codes. It is on record, and the person is told. */
@Injectable()
export class SecondFactorResets {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Administrators) private readonly administrators: Administrators,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(SecondFactors) private readonly secondFactors: SecondFactors,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {
    this.handle = commandHandler(store, secondFactorDecider, { believeNew: false });
  }

  /** The record comes first: nobody's second factor goes without one. @throws Rejection FORBIDDEN_ROLE, ACCOUNT_NOT_FOUND, NOT_YOURS */
  async reset(accountId: string, context: CommandContext): Promise<Accepted> {
    const actor = signedIn(context);
    const account = await this.accounts.read(accountId);
    const record = () => this.handle(accountStream(accountId), { accountId, erased: account.state.erased, actor }, deliveryOf(context));
    const handled = await this.administrators.actingAs(actor.accountId, rootUnit, record);
    secure('second-factor-reset', { position: handled.position });
    await this.secondFactors.forget(accountId);
    await this.sessions.endAll(accountId);
    const profile = await this.accounts.profileOf(account);
    if (profile) {
      const { email, language } = profile;
      const message = messages.secondFactorReset(language, { link: publicLink('/account/second-factor') });
      await this.mailer.send(derivedId('second factor notice', context.commandId), { accountId, email }, message);
    }
    return acceptedAs(accountId, handled);
  }
}
