import { Controller, Inject } from '@nestjs/common';
import { castStatementVote, type Accepted, type CastStatementVote, type CommandMessage } from '@isegoria/contracts';
import { Handles } from '@isegoria/messaging';
import { Ballots } from '../../ballot/ballots';
import type { VoteOnStatement } from './deliberation.method';

/** Votes on statements. */
@Controller()
export class StatementVoteController {
  constructor(@Inject(Ballots) private readonly ballots: Ballots) {}

  @Handles(castStatementVote)
  cast({ command, context }: CommandMessage<CastStatementVote>): Promise<Accepted> {
    const { consultationId, statementId, choice } = command;
    const imported = context.imported !== undefined;
    return this.ballots.cast(context, { consultationId, statementId }, ({ statement }) => {
      const vote: Partial<VoteOnStatement> = { statementId, statement, choice, imported };
      return { type: 'CastStatementVote', ...vote };
    });
  }
}
