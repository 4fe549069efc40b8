import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { IsPlainText, command, languages, limits, type Language } from '@isegoria/kernel';
import {
  consultationKinds,
  exportContents,
  moderationModes,
  voteChoices,
  type ConsultationKind,
  type ExportContents,
  type ModerationMode,
  type VoteChoice,
} from './events';

export class DraftConsultation {
  @IsIn(consultationKinds)
  kind: ConsultationKind;

  @IsPlainText()
  @MaxLength(limits.titleLength)
  title: string;

  /** Markdown. */
  @IsPlainText()
  @MaxLength(limits.bodyLength)
  description: string;

  @IsIn(languages)
  language: Language;

  /** Deliberations: when added statements may be voted on; `before` when absent. */
  @IsOptional()
  @IsIn(moderationModes)
  moderation?: ModerationMode;

  /** Deliberations: the statements that the office puts first, accepted from the start. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(limits.seedStatementsMax)
  @IsPlainText({ each: true })
  @MaxLength(limits.statementLength, { each: true })
  statements?: string[];

  /** Polls: the options, in order. */
  @IsOptional()
  @IsArray()
  @ArrayUnique() // checked last: it compares all with all
  @ArrayMinSize(limits.optionsMin)
  @ArrayMaxSize(limits.optionsMax)
  @IsPlainText({ each: true })
  @MaxLength(limits.optionLength, { each: true })
  options?: string[];

  /** Polls: whether several options may be chosen; false when absent. */
  @IsOptional()
  @IsBoolean()
  multiple?: boolean;

  /** Names an imported conversation; the same id is drafted once only. */
  @IsOptional()
  @IsPlainText()
  @MaxLength(limits.externalIdLength)
  externalId?: string;
}

export class PublishConsultation {
  @IsUUID()
  consultationId: string;

  @IsISO8601({ strict: true })
  opensAt: string;

  @IsISO8601({ strict: true })
  closesAt: string;
}

export class CloseConsultation {
  @IsUUID()
  consultationId: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}

export class PublishOutcome {
  @IsUUID()
  consultationId: string;

  /** Markdown: what people said. */
  @IsPlainText()
  @MaxLength(limits.bodyLength)
  youSaid: string;

  /** Markdown: what was done about it, or why not. */
  @IsPlainText()
  @MaxLength(limits.bodyLength)
  weDid: string;
}

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

export class CastPollBallot {
  @IsUUID()
  consultationId: string;

  /** Option ids; one for a single-choice poll. */
  @IsArray()
  @ArrayUnique() // checked last: it compares all with all
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.optionsMax)
  @IsString({ each: true })
  @MaxLength(limits.externalIdLength, { each: true })
  options: string[];
}

export class ExcludeBallot {
  @IsUUID()
  consultationId: string;

  /** The pseudonym of the person in this consultation, as the log has it. */
  @Matches(/^[0-9a-f]{32}$/)
  voter: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}

export class ReinstateBallot extends ExcludeBallot {}

export class ExportContributions {
  @IsUUID()
  consultationId: string;

  @IsIn(exportContents)
  contents: ExportContents;

  /** Why the data are taken: it goes on public record. */
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  purpose: string;
}

export const draftConsultation = command(DraftConsultation, {
  route: 'POST /consultations',
  may: 'consult',
  summary: 'Draft a consultation',
});
export const publishConsultation = command(PublishConsultation, {
  route: 'POST /consultations/:consultationId/publication',
  may: 'consult',
  summary: 'Publish a consultation with its dates',
});
export const closeConsultation = command(CloseConsultation, {
  route: 'POST /consultations/:consultationId/closure',
  may: 'consult',
  summary: 'Close a consultation early',
});
export const publishOutcome = command(PublishOutcome, {
  route: 'POST /consultations/:consultationId/outcome',
  may: 'consult',
  summary: 'Publish what people said and what was done',
});
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
export const castPollBallot = command(CastPollBallot, {
  route: 'PUT /consultations/:consultationId/ballot',
  may: 'participate',
  summary: 'Cast a ballot in a poll; the last one counts',
});
export const excludeBallot = command(ExcludeBallot, {
  route: 'POST /consultations/:consultationId/exclusions',
  may: 'moderate',
  summary: 'Leave a ballot out of all counts, with the reason',
});
export const reinstateBallot = command(ReinstateBallot, {
  route: 'POST /consultations/:consultationId/reinstatements',
  may: 'moderate',
  summary: 'Let an excluded ballot count again, with the reason',
});
export const exportContributions = command(ExportContributions, {
  route: 'POST /consultations/:consultationId/exports',
  may: 'export',
  summary: 'Put an export of contributions on record, with its purpose',
});
