import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import { ballotDecider, ballotStream, type JudgeBallot } from '../ballot/ballot.decider';
import { CLOCK, type Clock } from '../clock.service';
import { Facts } from '../facts.service';
import { excludeBallot, reinstateBallot, type ExcludeBallot, type ReinstateBallot } from './ballot-exclusion.contract';

/** Ballots that moderators leave out of the counts, or put back: each time an event with a reason, so that nothing is silently lost. */
@Controller()
export class ExclusionController {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, ballotDecider, { believeNew: false });
  }

  @Handles(excludeBallot)
  exclude(message: CommandMessage<ExcludeBallot>): Promise<Accepted> {
    return this.judge('ExcludeBallot', message);
  }

  @Handles(reinstateBallot)
  reinstate(message: CommandMessage<ReinstateBallot>): Promise<Accepted> {
    return this.judge('ReinstateBallot', message);
  }

  private judge(type: JudgeBallot['type'], { command, context }: CommandMessage<ExcludeBallot>): Promise<Accepted> {
    const { activityId, voter, reason } = command;
    const delivery = deliveryOf(context, this.clock());
    return this.facts.inActivity({ activityId }, async ({ activity: { consultationId }, consultation: { unit } }) => {
      const judgement = { type, consultationId, activityId, voter, reason, actor: signedIn(context), unit };
      return acceptedAs(voter, await this.handle(ballotStream(activityId, voter), judgement, delivery));
    });
  }
}
