import { Controller, Inject } from '@nestjs/common';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles, metadataOf, signedIn } from '@isegoria/messaging';
import { accountStream } from '../account/accounts.service';
import { Sessions } from '../session/sessions.service';
import { grantRole, revokeRole, type GrantRole, type RevokeRole } from './role.contract';
import { rolesDecider, type RolesCommand } from './role.decider';

@Controller()
export class RolesController {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
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

  private async change(type: RolesCommand['type'], { command, context }: CommandMessage<GrantRole>): Promise<Accepted> {
    const { accountId: by } = signedIn(context);
    const accountId = command.accountId.toLowerCase();
    const delivery = { commandId: context.commandId, metadata: metadataOf(context, new Date()) };
    const { position } = await this.handle(accountStream(accountId), { type, accountId, role: command.role, by }, delivery);
    await this.sessions.announceChange(accountId);
    return { id: accountId, position };
  }
}
