import { IsIn, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { IsPlainText, command, limits } from '@isegoria/kernel';
import { voteChoices, type VoteChoice } from './deliberation.contract';

export class SubmitStatement {
  @IsUUID()
  consultationId: string;

  @IsPlainText()
  @MaxLength(limits.statementLength)
  text: string;

  /** Imports only: the statement's id at its source. */
  @IsOptional()
  @IsPlainText()
  @MaxLength(limits.externalIdLength)
  externalId?: string;
}

export class AcceptStatement {
  @IsUUID()
  statementId: string;
}

export class RejectStatement {
  @IsUUID()
  statementId: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}

export class CastStatementVote {
  @IsUUID()
  consultationId: string;

  @IsUUID()
  statementId: string;

  @IsIn(voteChoices)
  choice: VoteChoice;
}

export const submitStatement = command(SubmitStatement, {
  route: 'POST /consultations/:consultationId/statements',
  may: 'participate',
  summary: 'Add a statement',
});
export const acceptStatement = command(AcceptStatement, {
  route: 'POST /statements/:statementId/acceptance',
  may: 'moderate',
  summary: 'Accept a statement',
});
export const rejectStatement = command(RejectStatement, {
  route: 'POST /statements/:statementId/rejection',
  may: 'moderate',
  summary: 'Reject a statement, with the reason',
});
export const castStatementVote = command(CastStatementVote, {
  route: 'PUT /consultations/:consultationId/statements/:statementId/vote',
  may: 'participate',
  summary: 'Vote on a statement; the last vote counts',
});
