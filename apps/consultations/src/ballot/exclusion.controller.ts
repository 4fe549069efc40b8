import { Controller, Inject } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { ExcludeBallot, ReinstateBallot, consultationsCommands, type Accepted, type CommandMessage } from '@isegoria/contracts';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import { Command, metadataOf, withRole } from '@isegoria/messaging';
import { CLOCK, type Clock } from '../clock';
import { ballotDecider, ballotStream, type JudgeBallot } from './ballot.decider';

/** Ballots that moderators leave out of the counts, or put back: each time an event with a reason, so that nothing is dropped in silence. */
@Controller()
export class ExclusionController {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, ballotDecider, { believeNew: false });
  }

  @MessagePattern(consultationsCommands.excludeBallot)
  exclude(@Command(ExcludeBallot) message: CommandMessage<ExcludeBallot>): Promise<Accepted> {
    return this.judge('ExcludeBallot', message);
  }

  @MessagePattern(consultationsCommands.reinstateBallot)
  reinstate(@Command(ReinstateBallot) message: CommandMessage<ReinstateBallot>): Promise<Accepted> {
    return this.judge('ReinstateBallot', message);
  }

  private async judge(type: JudgeBallot['type'], { command, context }: CommandMessage<ExcludeBallot>): Promise<Accepted> {
    const by = withRole(context, 'moderator', 'administrator').accountId;
    const { consultationId, voter, reason } = command;
    const delivery = { commandId: context.commandId, metadata: metadataOf(context, this.clock()) };
    const { position } = await this.handle(ballotStream(consultationId, voter), { type, consultationId, voter, by, reason }, delivery);
    return { id: voter, position };
  }
}
