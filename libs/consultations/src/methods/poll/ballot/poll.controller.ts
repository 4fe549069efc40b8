import { Controller, Inject } from '@nestjs/common';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { Ballots } from '../../../ballot/ballots.service';
import { castPollBallot, type CastPollBallot } from '../poll.contract';

/** Ballots in polls. */
@Controller()
export class PollBallotController {
  constructor(@Inject(Ballots) private readonly ballots: Ballots) {}

  @Handles(castPollBallot)
  cast({ command, context }: CommandMessage<CastPollBallot>): Promise<Accepted> {
    const { activityId, options } = command;
    return this.ballots.cast(context, { activityId }, () => ({ type: 'CastPollBallot', options }));
  }
}
