import { StatementVoteController } from './deliberation/statement-vote.controller';
import { StatementController } from './deliberation/statement.controller';
import { PollBallotController } from './poll/poll.controller';

/** What each method takes commands by. */
export const controllersOfMethods = [StatementController, StatementVoteController, PollBallotController];
