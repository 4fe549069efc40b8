import { Controller, Get, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { identityCommands, type MailboxMessage } from '@isegoria/contracts';
import { Commands } from '../request/commands';

/** Nothing is asked but the messages themselves. */
class ReadMailbox {}

@Controller('mailbox')
export class MailboxController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** What would have been sent, while the embedded mailbox is on; else the identity service says NOT_FOUND. */
  @Get()
  async read(@Req() request: Request): Promise<{ items: readonly MailboxMessage[] }> {
    return { items: await this.commands.send<readonly MailboxMessage[]>(request, identityCommands.readMailbox, ReadMailbox) };
  }
}
