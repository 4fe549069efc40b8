import { Controller, Inject } from '@nestjs/common';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { Sessions } from '../session/sessions.service';
import { confirmEmail, type ConfirmEmail } from './confirmation.contract';
import { Confirmations } from './confirmations.service';

@Controller()
export class ConfirmationController {
  constructor(
    @Inject(Confirmations) private readonly confirmations: Confirmations,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  @Handles(confirmEmail)
  async confirm({ command, context }: CommandMessage<ConfirmEmail>): Promise<Accepted> {
    const accepted = await this.confirmations.confirm(command.token, context);
    await this.sessions.announceChange(accepted.id);
    return accepted;
  }
}
