import { IsIn, IsISO8601, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsPlainText, OrAbsent, OrNull, command, event, limits, query, stream, type DomainEvent } from '@isegoria/kernel';
import { methodExports, type MethodExport } from '../methods/methods.contract';
import { sampleIds } from '../streams.contract';

/** What can be taken out of every consultation as one file. */
export const consultationExports = ['comments', 'questions'] as const;

/** What can be taken out as one file: of a consultation, or of one activity in it, as its method offers. */
export type ExportContents = (typeof consultationExports)[number] | MethodExport;
export const exportContents: readonly ExportContents[] = [...methodExports, ...consultationExports];

export class ExportContributions {
  @IsUUID()
  consultationId: string;

  /** The activity whose contributions are taken out; absent for comments and questions, which are about the consultation. */
  @OrAbsent()
  @IsUUID()
  activityId?: string;

  @IsIn(exportContents)
  contents: ExportContents;

  /** Why the data are taken: it goes on public record. */
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  purpose: string;
}
export const exportContributions = command(ExportContributions, {
  route: 'POST /consultations/:consultationId/exports',
  may: 'export',
  summary: 'Put an export of contributions on record, with its purpose',
});

/** How long the file of an export can be fetched after it was recorded, in milliseconds: the record says when data were taken. */
export const exportLife = 24 * 3_600_000;

/** An export as the account that made it sees it. */
export class ExportView {
  @IsUUID() readonly id: string;
  @IsUUID() readonly consultationId: string;
  @OrNull() @IsUUID() readonly activityId: string | null;
  @IsIn(exportContents) readonly contents: ExportContents;
  @IsString() readonly purpose: string;
  @IsISO8601() readonly exportedAt: string;
  /** When the file can no longer be fetched. */
  @IsISO8601() readonly expiresAt: string;
}

export class FetchExport {
  @IsUUID() exportId: string;
  /** `1` for a file that begins with a byte order mark, as some spreadsheets need it. */
  @OrAbsent() @IsIn(['1']) bom?: '1';
  /** `json` for the same table as a list of objects, whose members are called as the columns; CSV when absent. */
  @OrAbsent() @IsIn(['json']) format?: 'json';
}
export const fetchExport = query(FetchExport, ExportView, {
  route: 'GET /exports/:exportId',
  may: 'export',
  summary:
    'The file of an export (CSV, or JSON with `format=json`; for `answer-files` a ZIP with their list) for the account that made it, ' +
    'within 24 hours; `Isegoria-Position` is the log position that it includes. What the export is for `Accept: application/json` ' +
    'without a format',
  type: 'text/csv',
});

const { consultationId, activityId, by } = sampleIds;
const exportsMade = stream('export-<exportId>', 'public');

export type ContributionsExported = DomainEvent<
  'ContributionsExported',
  { exportId: string; consultationId: string; activityId: string | null; contents: ExportContents; purpose: string; by: string }
>;
export const contributionsExported = event<ContributionsExported>('ContributionsExported', {
  stream: exportsMade,
  says:
    'Somebody of the staff takes a copy of what people contributed: `comments` or `questions` of a consultation, `statements`, `votes` ' +
    'or another of its tables, or `answer-files`, of an activity; recorded before the file is given.',
  may: 'export',
  act: { subject: 'exportId', reason: 'purpose' },
  sample: {
    exportId: 'e0900000-0000-4000-8000-000000000001',
    consultationId,
    activityId,
    contents: 'votes',
    purpose: 'For the report.',
    by,
  },
});
