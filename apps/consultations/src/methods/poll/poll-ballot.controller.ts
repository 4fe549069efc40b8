import { Controller, Inject } from '@nestjs/common';
import { castPollBallot, type Accepted, type CastPollBallot, type CommandMessage } from '@isegoria/contracts';
import { Handles } from '@isegoria/messaging';
import { Ballots } from '../../ballot/ballots';

/** Ballots in polls. */
@Controller()
export class PollBallotController {
  constructor(@Inject(Ballots) private readonly ballots: Ballots) {}

  @Handles(castPollBallot)
  cast({ command, context }: CommandMessage<CastPollBallot>): Promise<Accepted> {
    const { consultationId, options } = command;
    return this.ballots.cast(context, { consultationId }, () => {
      return { type: 'CastPollBallot', options };
    });
  }
}
