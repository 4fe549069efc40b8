import {
  statementAccepted,
  statementRejected,
  statementSubmitted,
  statementVoteCast,
  type StatementEvent,
  type StatementVoteCast,
} from './deliberation/statement-events.contract';
import { pollBallotCast, type PollBallotCast } from './poll/poll-events.contract';

/** The events that are each method's own. */
export const eventsOfMethods = [statementSubmitted, statementAccepted, statementRejected, statementVoteCast, pollBallotCast] as const;

/** What a person cast. */
export type CastEvent = StatementVoteCast | PollBallotCast;
export type { StatementEvent };
