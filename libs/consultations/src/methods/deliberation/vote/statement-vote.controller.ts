import { Controller, Inject } from '@nestjs/common';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { Ballots } from '../../../ballot/ballots.service';
import type { VoteOnStatement } from '../deliberation.decider';
import { castStatementVote, type CastStatementVote } from './statement-vote.contract';

/** Votes on statements. */
@Controller()
export class StatementVoteController {
  constructor(@Inject(Ballots) private readonly ballots: Ballots) {}

  @Handles(castStatementVote)
  cast({ command, context }: CommandMessage<CastStatementVote>): Promise<Accepted> {
    const { activityId, statementId, choice } = command;
    const imported = context.imported !== undefined;
    return this.ballots.cast(context, { activityId, statementId }, ({ statement }) => {
      const vote: Partial<VoteOnStatement> = { statementId, statement, choice, imported };
      return { type: 'CastStatementVote', ...vote };
    });
  }
}
