import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import { rootUnit, type Accepted, type CommandContext, type CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import { CLOCK, filesIn, standingOf, standingsIn, type Clock } from '@isegoria/service-host';
import {
  archivePage,
  draftPage,
  planPage,
  publishPage,
  revisePage,
  withdrawPage,
  type ArchivePage,
  type DraftPage,
  type PlanPage,
  type PublishPage,
  type RevisePage,
  type WithdrawPage,
} from './page.contract';
import { pageDecider, type PageCommand } from './page.decider';

/** A drafted page has the id of the command that drafted it, so that a repeated delivery finds the same page. */
@Controller()
export class PageController {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, pageDecider);
  }

  @Handles(draftPage)
  async draft({ command, context }: CommandMessage<DraftPage>): Promise<Accepted> {
    const unit = command.unit ?? rootUnit;
    const standing = await standingOf(this.store, unit);
    const pageId = context.commandId;
    return this.accept({ ...(await this.words(command)), type: 'DraftPage', pageId, unit, standing, actor: signedIn(context) }, context);
  }

  @Handles(revisePage)
  async revise({ command, context }: CommandMessage<RevisePage>): Promise<Accepted> {
    return this.accept({ ...(await this.words(command)), type: 'RevisePage', actor: signedIn(context) }, context);
  }

  @Handles(publishPage)
  publish({ command, context }: CommandMessage<PublishPage>): Promise<Accepted> {
    return this.accept({ ...command, type: 'PublishPage', actor: signedIn(context) }, context);
  }

  @Handles(planPage)
  plan({ command, context }: CommandMessage<PlanPage>): Promise<Accepted> {
    return this.accept({ ...command, type: 'PlanPage', now: this.clock(), actor: signedIn(context) }, context);
  }

  @Handles(archivePage)
  archive({ command, context }: CommandMessage<ArchivePage>): Promise<Accepted> {
    return this.accept({ ...command, type: 'ArchivePage', actor: signedIn(context) }, context);
  }

  @Handles(withdrawPage)
  withdraw({ command, context }: CommandMessage<WithdrawPage>): Promise<Accepted> {
    return this.accept({ ...command, type: 'WithdrawPage', actor: signedIn(context) }, context);
  }

  /** What is said, with the files, topics and areas as the log has them. */
  private async words<Said extends DraftPage | RevisePage>(said: Said) {
    return { ...said, ...(await filesIn(this.store, said)), ...(await standingsIn(this.store, said)) };
  }

  private async accept(command: PageCommand, context: CommandContext): Promise<Accepted> {
    return acceptedAs(command.pageId, await this.handle(`page-${command.pageId}`, command, deliveryOf(context)));
  }
}
