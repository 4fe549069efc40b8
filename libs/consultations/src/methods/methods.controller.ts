import { StatementVoteController } from './deliberation/statement-vote.controller';
import { StatementController } from './deliberation/statement.controller';
import { PollBallotController } from './poll/poll.controller';

/** The controllers that take each method's commands. */
export const controllersOfMethods = [StatementController, StatementVoteController, PollBallotController];
