import { standingOfCategory } from '@isegoria/service-host';
import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import type { Accepted, CommandContext, CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import {
  addCategory,
  renameCategory,
  withdrawCategory,
  type AddCategory,
  type RenameCategory,
  type WithdrawCategory,
} from './category.contract';
import { categoryBelow, categoryDecider, categoryStream, type CategoryCommand } from './category.decider';

/** The trees of topics and areas, which administrators of the site look after. */
@Controller()
export class CategoryController {
  private readonly handle;

  constructor(@Inject(EventStore) private readonly store: EventStore) {
    this.handle = commandHandler(store, categoryDecider);
  }

  @Handles(addCategory)
  async add({ command, context }: CommandMessage<AddCategory>): Promise<Accepted> {
    // Its stream is named after the one above as well, so a request for one below another would look into another stream.
    await this.store.answers.claim(context.commandId, context.request);
    const category = categoryBelow(command.above, context.commandId);
    const standing = await standingOfCategory(this.store, command.above);
    return this.accept({ ...command, type: 'AddCategory', category, standing, actor: signedIn(context) }, context);
  }

  @Handles(renameCategory)
  rename({ command, context }: CommandMessage<RenameCategory>): Promise<Accepted> {
    return this.accept({ ...command, type: 'RenameCategory', actor: signedIn(context) }, context);
  }

  @Handles(withdrawCategory)
  withdraw({ command, context }: CommandMessage<WithdrawCategory>): Promise<Accepted> {
    return this.accept({ ...command, type: 'WithdrawCategory', actor: signedIn(context) }, context);
  }

  private async accept(command: CategoryCommand, context: CommandContext): Promise<Accepted> {
    return acceptedAs(command.category, await this.handle(categoryStream(command.category), command, deliveryOf(context)));
  }
}
