import { Rejection } from '@isegoria/kernel';
import type { DraftFields, Method, Voter } from '../method.decider';
import type { CastEvent } from '../methods-events.contract';
import type { MethodSettings } from '../methods.contract';
import type { StatementStatus } from './deliberation-fields.contract';
import { deliberation as contract, type VoteChoice } from './deliberation.contract';
import type { StatementVoteCast } from './statement-events.contract';

export interface VoteOnStatement extends Voter {
  readonly type: 'CastStatementVote';
  readonly statementId: string;
  /** The statement as it is known; undefined: there is none. */
  readonly statement: { readonly consultationId: string; readonly status: StatementStatus } | undefined;
  readonly choice: VoteChoice;
  /** Whether an office brings the vote in from elsewhere, where it was cast before moderators decided as they did. */
  readonly imported: boolean;
}

export const deliberation = {
  contract,
  draftFields: ['statements', 'moderation'],
  settings: ({ moderation }: DraftFields) => ({ moderation: moderation ?? 'before' }),
  seeds: ({ statements }: DraftFields) => statements ?? [],
  castCommand: 'CastStatementVote',

  cast(command: VoteOnStatement, { moderation }: MethodSettings): CastEvent {
    const { consultationId, statementId, statement, voter, choice, assurance, imported } = command;
    if (statement?.consultationId !== consultationId) throw new Rejection('STATEMENT_NOT_FOUND');
    const mayBeVotedOn = statement.status === 'accepted' || (statement.status === 'pending' && moderation === 'after');
    if (!mayBeVotedOn && !imported) throw new Rejection('STATEMENT_NOT_ACCEPTED');
    return { type: 'StatementVoteCast', data: { consultationId, statementId, voter, choice, assurance } };
  },
  about: ({ data }: StatementVoteCast) => data.statementId,
  choice: ({ data }: StatementVoteCast) => data.choice,
} satisfies Method;
