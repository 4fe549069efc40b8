import { Controller, Inject } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { Rejection, identityCommands, type MailboxMessage } from '@isegoria/contracts';
import { Mailer } from './mailer';

/** The embedded mailbox holds the links that confirm addresses: the edge decides who may see it, and there is none beside a mail server. */
@Controller()
export class MailboxController {
  constructor(@Inject(Mailer) private readonly mailer: Mailer) {}

  @MessagePattern(identityCommands.readMailbox)
  async read(): Promise<MailboxMessage[]> {
    const messages = await this.mailer.mailbox();
    if (!messages) throw new Rejection('NOT_FOUND');
    return messages;
  }
}
