import { Controller, Inject } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { ConfirmEmail, identityCommands } from '@isegoria/contracts';
import type { Accepted, CommandMessage } from '@isegoria/contracts';
import { Command } from '@isegoria/messaging';
import { Sessions } from '../sessions/sessions';
import { Confirmations } from './confirmations';

@Controller()
export class ConfirmationController {
  constructor(
    @Inject(Confirmations) private readonly confirmations: Confirmations,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  @MessagePattern(identityCommands.confirmEmail)
  async confirm(@Command(ConfirmEmail) { command, context }: CommandMessage<ConfirmEmail>): Promise<Accepted> {
    const accepted = await this.confirmations.confirm(command.token, context);
    await this.sessions.announceChange(accepted.id);
    return accepted;
  }
}
