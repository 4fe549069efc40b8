import { Controller, Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  Rejection,
  permitted,
  readModelsStream,
  rootUnit,
  skipEvent,
  type Accepted,
  type CommandMessage,
  type SkipEvent,
} from '@isegoria/contracts';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import { Handles, metadataOf, signedIn } from '@isegoria/messaging';
import { stoppedAt } from '@isegoria/projection';
import { groupCalled } from '@isegoria/read-models';
import { skipDecider } from './skip.decider';

/** Lets an administrator of the root leave out of a group the event at which it stopped, on record: it has figures of every unit. */
@Controller()
export class SkipsController {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {
    this.handle = commandHandler(store, skipDecider, { believeNew: false });
  }

  /** @throws Rejection FORBIDDEN_ROLE, or NOT_FOUND unless the group is stopped at that very event */
  @Handles(skipEvent)
  async skip({ command, context }: CommandMessage<SkipEvent>): Promise<Accepted> {
    const by = permitted(signedIn(context), 'administer', rootUnit).accountId;
    const { eventId, reason } = command;
    const group = groupCalled(command.group);
    if (!group) throw new Rejection('NOT_FOUND');
    const standsThere = (await stoppedAt(this.dataSource, group)) === eventId;
    const skip = { type: 'SkipEvent', group: group.name, version: group.version, eventId, reason, by, standsThere } as const;
    const { position } = await this.handle(readModelsStream, skip, {
      commandId: context.commandId,
      metadata: metadataOf(context, new Date()),
    });
    return { id: eventId, position };
  }
}
