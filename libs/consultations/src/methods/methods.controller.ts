import { StatementVoteController } from './deliberation/vote/statement-vote.controller';
import { StatementController } from './deliberation/statement/statement.controller';
import { OwnStatementController } from './deliberation/own-statement/own-statement.controller';
import { PollBallotController } from './poll/ballot/poll.controller';

/** The controllers that take each method's commands. */
export const controllersOfMethods = [StatementController, OwnStatementController, StatementVoteController, PollBallotController];
