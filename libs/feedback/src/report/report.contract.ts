import { IsBoolean, IsISO8601, IsIn, IsInt, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  IsPlainText,
  OrAbsent,
  OrNull,
  IsUnit,
  PageRequest,
  command,
  event,
  limits,
  pageQuery,
  type DomainEvent,
  type RecordedText,
} from '@isegoria/kernel';
import type { ReportDecided } from './decision/decision.contract';
import { reportId, reports } from './decision/reports.contract';

/** What can be reported. */
export const reportedKinds = ['comment', 'question', 'statement'] as const;
export type ReportedKind = (typeof reportedKinds)[number];

/** Why somebody reports something: a closed list, so that reports can be counted. */
export const reportReasons = ['illegal', 'insult', 'privacy', 'falsehood', 'spam', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

export class ReportContribution {
  @IsIn(reportedKinds)
  item: ReportedKind;

  @IsUUID()
  itemId: string;

  @IsIn(reportReasons)
  reason: ReportReason;

  /** What the reporter adds, for moderators alone. */
  @OrAbsent()
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  text?: string;
}
export const reportContribution = command(ReportContribution, {
  route: 'POST /reports',
  may: 'anyone',
  summary: 'Report a comment, a question or a statement to the moderators; also without an account',
  atMostAMinute: 10,
});

export class ReportView {
  @IsUUID() readonly id: string;
  @IsIn(reportedKinds) readonly item: ReportedKind;
  @IsUUID() readonly itemId: string;
  @OrNull() @IsUUID() readonly consultationId: string | null;
  @IsIn(reportReasons) readonly reason: ReportReason;
  /** What the reporter added; null where that was nothing, or its key is no more. */
  @OrNull() @IsString() readonly text: string | null;
  @IsISO8601() readonly reportedAt: string;
  /** Whether a moderator found it right; null while nobody has decided. */
  @OrNull() @IsBoolean() readonly upheld: boolean | null;
  /** How many reports there are of the same thing. */
  @IsInt() readonly reportsOfItem: number;
}
export class ListReports extends PageRequest {
  /** Only in this unit and below it. */
  @OrAbsent() @IsUnit() unit?: string;
  /** Those that no moderator has decided. */
  @OrAbsent() @IsIn(['no']) decided?: 'no';
}
export const listReports = pageQuery(ListReports, ReportView, {
  route: 'GET /reports',
  may: 'moderate',
  summary: 'Reports of what the account may moderate, newest first',
});

/**
 * `unit` is that of the consultation, or whom a question was put to. `text` is sealed under a key of the report's own: no account and no
 * pseudonym is named, and the words can be made unreadable apart from everything else that the person wrote.
 */
export type ContributionReported = DomainEvent<
  'ContributionReported',
  {
    reportId: string;
    item: ReportedKind;
    itemId: string;
    consultationId: string | null;
    unit: string;
    reason: ReportReason;
    text: RecordedText | null;
  }
>;
export const contributionReported = event<ContributionReported>('ContributionReported', {
  stream: reports,
  says: 'Somebody reports a comment, a question or a statement to the moderators; `text` is sealed.',
  sample: {
    reportId,
    item: 'comment',
    itemId: 'c0330000-0000-4000-8000-000000000001',
    consultationId: 'c0450000-0000-4000-8000-000000000001',
    unit: 'root',
    reason: 'insult',
    text: null,
  },
});
export type ReportEvent = ContributionReported | ReportDecided;
