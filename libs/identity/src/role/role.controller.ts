import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles, signedIn, deliveryOf } from '@isegoria/messaging';
import { secure, standingOf } from '@isegoria/service-host';
import { Accounts, accountStream } from '../account/accounts.service';
import { Sessions } from '../session/sessions.service';
import { Administrators } from './administrators.service';
import { grantRole, revokeRole, type GrantRole, type RevokeRole } from './role.contract';
import { rolesDecider, takesOneAway, type RolesCommand } from './role.decider';

@Controller()
export class RolesController {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Administrators) private readonly administrators: Administrators,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {
    this.handle = commandHandler(store, rolesDecider, { believeNew: false });
  }

  @Handles(grantRole)
  grant(message: CommandMessage<GrantRole>): Promise<Accepted> {
    return this.change('GrantRole', message);
  }

  @Handles(revokeRole)
  revoke(message: CommandMessage<RevokeRole>): Promise<Accepted> {
    return this.change('RevokeRole', message);
  }

  private async change(
    type: RolesCommand['type'],
    { command, context }: CommandMessage<RevokeRole & Pick<GrantRole, 'until'>>,
  ): Promise<Accepted> {
    const accountId = command.accountId.toLowerCase();
    const standing = await standingOf(this.store, command.unit);
    const { erased } = (await this.accounts.read(accountId)).state;
    const delivery = deliveryOf(context);
    const actor = signedIn(context);
    const until = command.until && new Date(command.until).toISOString();
    const asked = { ...command, type, accountId, standing, erased, actor, until, now: Date.now() };
    const change = () => this.handle(accountStream(accountId), asked, delivery);
    const handled = await (takesOneAway(asked) ? this.administrators.actingAs(actor.accountId, command.unit, change) : change());
    secure(type === 'GrantRole' ? 'role-granted' : 'role-revoked', { role: command.role, position: handled.position });
    await this.sessions.announceChange(accountId);
    return acceptedAs(accountId, handled);
  }
}
