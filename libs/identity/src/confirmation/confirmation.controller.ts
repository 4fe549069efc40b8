import { Controller, Inject } from '@nestjs/common';
import type { CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import type { Session } from '../session/session.contract';
import { Sessions } from '../session/sessions.service';
import { confirmAnew, confirmEmail, type ConfirmAnew, type ConfirmEmail } from './confirmation.contract';
import { Confirmations } from './confirmations.service';

@Controller()
export class ConfirmationController {
  constructor(
    @Inject(Confirmations) private readonly confirmations: Confirmations,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  @Handles(confirmEmail)
  async confirm({ command, context }: CommandMessage<ConfirmEmail>): Promise<Session> {
    const session = await this.confirmations.confirm(command, context);
    await this.sessions.announceChange(session.account.id);
    return session;
  }

  @Handles(confirmAnew)
  confirmAnew({ command, context }: CommandMessage<ConfirmAnew>): Promise<Session> {
    return this.confirmations.confirmAnew(command, context);
  }
}
