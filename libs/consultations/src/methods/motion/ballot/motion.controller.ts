import { Controller, Inject } from '@nestjs/common';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { Ballots } from '../../../ballot/ballots.service';
import { castMotionBallot, type CastMotionBallot } from '../motion.contract';

/** Ballots on motions. */
@Controller()
export class MotionController {
  constructor(@Inject(Ballots) private readonly ballots: Ballots) {}

  @Handles(castMotionBallot)
  cast({ command, context }: CommandMessage<CastMotionBallot>): Promise<Accepted> {
    const { activityId, vote } = command;
    return this.ballots.cast(context, { activityId }, () => ({ type: 'CastMotionBallot', vote }));
  }
}
