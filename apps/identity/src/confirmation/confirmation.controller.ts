import { Controller, Inject } from '@nestjs/common';
import { confirmEmail, type Accepted, type CommandMessage, type ConfirmEmail } from '@isegoria/contracts';
import { Handles } from '@isegoria/messaging';
import { Sessions } from '../sessions/sessions';
import { Confirmations } from './confirmations';

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
