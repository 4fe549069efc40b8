import { Controller, Inject } from '@nestjs/common';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import type { Accepted, CommandContext, CommandMessage } from '@isegoria/kernel';
import { Handles, metadataOf, signedIn } from '@isegoria/messaging';
import {
  draftPage,
  publishPage,
  revisePage,
  withdrawPage,
  type DraftPage,
  type PublishPage,
  type RevisePage,
  type WithdrawPage,
} from './page.contract';
import { pageDecider, type PageCommand } from './page.decider';

/** A drafted page has the id of the command that drafted it, so that a repeated delivery finds the same page. */
@Controller()
export class PageController {
  private readonly handle;

  constructor(@Inject(EventStore) store: EventStore) {
    this.handle = commandHandler(store, pageDecider);
  }

  @Handles(draftPage)
  draft({ command, context }: CommandMessage<DraftPage>): Promise<Accepted> {
    return this.accept({ type: 'DraftPage', ...command, pageId: context.commandId, by: official(context) }, context);
  }

  @Handles(revisePage)
  revise({ command, context }: CommandMessage<RevisePage>): Promise<Accepted> {
    return this.accept({ type: 'RevisePage', ...command, by: official(context) }, context);
  }

  @Handles(publishPage)
  publish({ command, context }: CommandMessage<PublishPage>): Promise<Accepted> {
    return this.accept({ type: 'PublishPage', ...command, by: official(context) }, context);
  }

  @Handles(withdrawPage)
  withdraw({ command, context }: CommandMessage<WithdrawPage>): Promise<Accepted> {
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
  return signedIn(context).accountId;
}
