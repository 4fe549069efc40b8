import { Controller, Inject } from '@nestjs/common';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { Ballots } from '../../../ballot/ballots.service';
import { castScores, type CastScores } from '../score-vote.contract';

/** Ballots in score votes. */
@Controller()
export class ScoreVoteController {
  constructor(@Inject(Ballots) private readonly ballots: Ballots) {}

  @Handles(castScores)
  cast({ command, context }: CommandMessage<CastScores>): Promise<Accepted> {
    const { activityId, scores } = command;
    return this.ballots.cast(context, { activityId }, () => ({ type: 'CastScores', scores }));
  }
}
