import { IsIn, IsISO8601, IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsPlainText, command, limits } from '@isegoria/kernel';
import { languages, type Language } from '@isegoria/texts';
import { MethodDraft } from './methods/methods-fields.contract';
import { consultationKinds, exportContents, type ConsultationKind, type ExportContents } from './methods/methods.contract';

export class DraftConsultation extends MethodDraft {
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
