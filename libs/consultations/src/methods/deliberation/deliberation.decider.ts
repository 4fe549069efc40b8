import { uuidFrom } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import type { Beginning, DraftFields, Drafted, Method, Voter } from '../method/method.decider';
import { deliberation as contract, type DeliberationSettings } from './deliberation.contract';
import { statementVoteCast, type StatementVoteCast, type VoteChoice } from './vote/statement-vote.contract';
import { seeded, statementStream, type StatementState } from './statement/statement.decider';

export interface VoteOnStatement extends Voter {
  readonly type: 'CastStatementVote';
  readonly statementId: string;
  /** The statement as it is known; undefined: there is none. */
  readonly statement: (Pick<StatementState, 'activityId' | 'status'> & Partial<Pick<StatementState, 'author'>>) | undefined;
  readonly choice: VoteChoice;
  /** Whether an office imports the vote from elsewhere, where it was cast before moderators decided. */
  readonly imported: boolean;
}

export const deliberation = {
  contract,
  draftFields: ['statements', 'moderation'],
  settings: ({ moderation }: DraftFields) => ({ moderation: moderation ?? 'before' }),

  /** The statements that the office puts first. */
  begins({ statements }: DraftFields, activity: Drafted): readonly Beginning[] {
    return (statements ?? []).map((text, index) => {
      const id = uuidFrom(activity.activityId, `statement ${index}`);
      return { id, stream: statementStream(id), events: seeded(id, text, activity) };
    });
  },
  castCommand: 'CastStatementVote',

  cast(command: VoteOnStatement, { moderation }: DeliberationSettings): StatementVoteCast {
    const { consultationId, activityId, statementId, statement, voter, choice, assurance, imported } = command;
    if (statement?.activityId !== activityId) throw new Rejection('STATEMENT_NOT_FOUND');
    if (statement.status === 'withdrawn') throw new Rejection('WITHDRAWN');
    const mayBeVotedOn = statement.status === 'accepted' || (statement.status === 'pending' && moderation === 'after');
    if (!mayBeVotedOn && !imported) throw new Rejection('STATEMENT_NOT_ACCEPTED');
    return { type: 'StatementVoteCast', data: { consultationId, activityId, statementId, voter, choice, assurance } };
  },
  casts: statementVoteCast,
  choice: ({ data }: StatementVoteCast) => data.choice,
} satisfies Method;
