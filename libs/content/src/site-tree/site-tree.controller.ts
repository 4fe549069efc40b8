import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import type { Accepted, CommandContext, CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import type { ContentEvent } from '../page/page.contract';
import { placePage, takePageOut, treeStream, type PlacePage, type TakePageOut } from './site-tree.contract';
import { siteTreeDecider, type TreeCommand } from './site-tree.decider';

/** The tree of the site, in which officials give pages their places. */
@Controller()
export class SiteTreeController {
  private readonly handle;

  constructor(@Inject(EventStore) private readonly store: EventStore) {
    this.handle = commandHandler(store, siteTreeDecider);
  }

  @Handles(placePage)
  async place({ command, context }: CommandMessage<PlacePage>): Promise<Accepted> {
    const { pageId, above } = command;
    const [unit, unitAbove] = await Promise.all([this.unitOf(pageId), above === null ? undefined : this.unitOf(above)]);
    return this.accept({ ...command, type: 'PlacePage', unit, unitAbove, actor: signedIn(context) }, context);
  }

  @Handles(takePageOut)
  async takeOut({ command, context }: CommandMessage<TakePageOut>): Promise<Accepted> {
    const unit = await this.unitOf(command.pageId);
    return this.accept({ ...command, type: 'TakePageOut', unit, actor: signedIn(context) }, context);
  }

  /** A page stays with its unit; undefined where there is no such page. */
  private async unitOf(pageId: string): Promise<string | undefined> {
    const [first] = await this.store.readStream<ContentEvent>(`page-${pageId}`, { from: 0, count: 1 });
    return first?.type === 'PageDrafted' ? first.data.unit : undefined;
  }

  private async accept(command: TreeCommand, context: CommandContext): Promise<Accepted> {
    return acceptedAs(command.pageId, await this.handle(treeStream, command, deliveryOf(context)));
  }
}
