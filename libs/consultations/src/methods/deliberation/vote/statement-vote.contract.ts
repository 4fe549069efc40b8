import { IsIn, IsUUID } from 'class-validator';
import { command, event, type AssuranceLevel, type DomainEvent } from '@isegoria/kernel';
import { ballots, sampleIds } from '../../../streams.contract';

export const voteChoices = ['agree', 'disagree', 'pass'] as const;
export type VoteChoice = (typeof voteChoices)[number];

export class CastStatementVote {
  @IsUUID()
  activityId: string;

  @IsUUID()
  statementId: string;

  @IsIn(voteChoices)
  choice: VoteChoice;
}

export const castStatementVote = command(CastStatementVote, {
  route: 'PUT /activities/:activityId/statements/:statementId/vote',
  may: 'contribute',
  summary: 'Vote on a statement; the last vote counts',
  originWithin: 'activityId',
});

export class OwnVote {
  @IsUUID() readonly statementId: string;
  @IsIn(voteChoices) readonly choice: VoteChoice;
}

const { consultationId, activityId, statementId, voter } = sampleIds;

export type StatementVoteCast = DomainEvent<
  'StatementVoteCast',
  { consultationId: string; activityId: string; statementId: string; voter: string; choice: VoteChoice; assurance: AssuranceLevel }
>;
export const statementVoteCast = event<StatementVoteCast>('StatementVoteCast', {
  stream: ballots,
  says: 'A vote on a statement (`agree`, `disagree`, `pass`); for each statement the last one before the closing counts.',
  lastCountsBy: ['statementId'],
  sample: { consultationId, activityId, statementId, voter, choice: 'agree', assurance: 'email' },
});
