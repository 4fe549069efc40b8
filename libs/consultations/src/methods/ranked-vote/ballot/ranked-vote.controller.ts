import { Controller, Inject } from '@nestjs/common';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { Ballots } from '../../../ballot/ballots.service';
import { castRanking, type CastRanking } from '../ranked-vote.contract';

/** Ballots in ranked votes. */
@Controller()
export class RankedVoteController {
  constructor(@Inject(Ballots) private readonly ballots: Ballots) {}

  @Handles(castRanking)
  cast({ command, context }: CommandMessage<CastRanking>): Promise<Accepted> {
    const { activityId, options } = command;
    return this.ballots.cast(context, { activityId }, () => ({ type: 'CastRanking', options }));
  }
}
