import { Controller, Inject } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { DraftPage, PublishPage, RevisePage, WithdrawPage, contentCommands } from '@isegoria/contracts';
import type { Accepted, CommandContext, CommandMessage } from '@isegoria/contracts';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import { Command, metadataOf, withRole } from '@isegoria/messaging';
import { pageDecider, type PageCommand } from './page.decider';

/** A drafted page has the id of the command that drafted it, so that a repeated delivery finds the same page. */
@Controller()
export class PageController {
  private readonly handle;

  constructor(@Inject(EventStore) store: EventStore) {
    this.handle = commandHandler(store, pageDecider);
  }

  @MessagePattern(contentCommands.draftPage)
  draft(@Command(DraftPage) { command, context }: CommandMessage<DraftPage>): Promise<Accepted> {
    return this.accept({ type: 'DraftPage', ...command, pageId: context.commandId, by: official(context) }, context);
  }

  @MessagePattern(contentCommands.revisePage)
  revise(@Command(RevisePage) { command, context }: CommandMessage<RevisePage>): Promise<Accepted> {
    return this.accept({ type: 'RevisePage', ...command, by: official(context) }, context);
  }

  @MessagePattern(contentCommands.publishPage)
  publish(@Command(PublishPage) { command, context }: CommandMessage<PublishPage>): Promise<Accepted> {
    return this.accept({ type: 'PublishPage', ...command, by: official(context) }, context);
  }

  @MessagePattern(contentCommands.withdrawPage)
  withdraw(@Command(WithdrawPage) { command, context }: CommandMessage<WithdrawPage>): Promise<Accepted> {
    return this.accept({ type: 'WithdrawPage', ...command, by: official(context) }, context);
  }

  private async accept(command: PageCommand, context: CommandContext): Promise<Accepted> {
    const metadata = metadataOf(context, new Date());
    const { position } = await this.handle(`page-${command.pageId}`, command, { commandId: context.commandId, metadata });
    return { id: command.pageId, position };
  }
}

/** The account of the official who speaks for the institution. */
function official(context: CommandContext): string {
  return withRole(context, 'official', 'administrator').accountId;
}
