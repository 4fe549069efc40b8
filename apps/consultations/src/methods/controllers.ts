import { StatementController } from './deliberation/statement.controller';
import { StatementVoteController } from './deliberation/statement-vote.controller';
import { PollBallotController } from './poll/poll-ballot.controller';

/** What each method takes commands by. */
export const controllersOfMethods = [StatementController, StatementVoteController, PollBallotController];
