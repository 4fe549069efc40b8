import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import type { Accepted, CommandContext, CommandMessage } from '@isegoria/kernel';
import { Handles, signedIn, deliveryOf } from '@isegoria/messaging';
import { standingOf } from '@isegoria/service-host';
import {
  closeUnit,
  makeUnit,
  renameUnit,
  setReview,
  setAnswerTerm,
  setSmallestGroup,
  type CloseUnit,
  type MakeUnit,
  type RenameUnit,
  type SetReview,
  type SetAnswerTerm,
  type SetSmallestGroup,
} from './unit.contract';
import { unitBelow, unitDecider, unitStream, type UnitCommand } from './unit.decider';

/** The tree of units, which administrators look after. */
@Controller()
export class UnitController {
  private readonly handle;

  constructor(@Inject(EventStore) private readonly store: EventStore) {
    this.handle = commandHandler(store, unitDecider);
  }

  @Handles(makeUnit)
  async make({ command, context }: CommandMessage<MakeUnit>): Promise<Accepted> {
    // Its stream is named after the unit above as well, so a request for a unit below another one would look into another stream.
    await this.store.answers.claim(context.commandId, context.request);
    const unit = unitBelow(command.above, context.commandId);
    const standing = await standingOf(this.store, command.above);
    return this.accept({ ...command, type: 'MakeUnit', unit, standing, actor: signedIn(context) }, context);
  }

  @Handles(renameUnit)
  rename({ command, context }: CommandMessage<RenameUnit>): Promise<Accepted> {
    return this.accept({ ...command, type: 'RenameUnit', actor: signedIn(context) }, context);
  }

  @Handles(closeUnit)
  close({ command, context }: CommandMessage<CloseUnit>): Promise<Accepted> {
    return this.accept({ ...command, type: 'CloseUnit', actor: signedIn(context) }, context);
  }

  @Handles(setReview)
  setReview({ command, context }: CommandMessage<SetReview>): Promise<Accepted> {
    return this.accept({ ...command, type: 'SetReview', actor: signedIn(context) }, context);
  }

  @Handles(setSmallestGroup)
  setSmallestGroup({ command, context }: CommandMessage<SetSmallestGroup>): Promise<Accepted> {
    return this.accept({ ...command, type: 'SetSmallestGroup', actor: signedIn(context) }, context);
  }

  @Handles(setAnswerTerm)
  setAnswerTerm({ command, context }: CommandMessage<SetAnswerTerm>): Promise<Accepted> {
    return this.accept({ ...command, type: 'SetAnswerTerm', actor: signedIn(context) }, context);
  }

  private async accept(command: UnitCommand, context: CommandContext): Promise<Accepted> {
    const delivery = deliveryOf(context);
    return acceptedAs(command.unit, await this.handle(unitStream(command.unit), command, delivery));
  }
}
