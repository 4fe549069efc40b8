import { Controller, Inject } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { GrantRole, RevokeRole, identityCommands } from '@isegoria/contracts';
import type { Accepted, CommandMessage } from '@isegoria/contracts';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import { Command, metadataOf, withRole } from '@isegoria/messaging';
import { accountStream } from '../account/accounts';
import { Sessions } from '../sessions/sessions';
import { rolesDecider, type RolesCommand } from './roles.decider';

@Controller()
export class RolesController {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {
    this.handle = commandHandler(store, rolesDecider, { believeNew: false });
  }

  @MessagePattern(identityCommands.grantRole)
  grant(@Command(GrantRole) message: CommandMessage<GrantRole>): Promise<Accepted> {
    return this.change('GrantRole', message);
  }

  @MessagePattern(identityCommands.revokeRole)
  revoke(@Command(RevokeRole) message: CommandMessage<RevokeRole>): Promise<Accepted> {
    return this.change('RevokeRole', message);
  }

  private async change(type: RolesCommand['type'], { command, context }: CommandMessage<GrantRole>): Promise<Accepted> {
    const { accountId: by } = withRole(context, 'administrator');
    const accountId = command.accountId.toLowerCase();
    const delivery = { commandId: context.commandId, metadata: metadataOf(context, new Date()) };
    const { position } = await this.handle(accountStream(accountId), { type, accountId, role: command.role, by }, delivery);
    await this.sessions.announceChange(accountId);
    return { id: accountId, position };
  }
}
