import { IsBoolean, IsIn, IsISO8601, IsString, IsUUID } from 'class-validator';
import { moderationRules, type ModerationRule } from '@isegoria/content';
import { OrNull, PageRequest, pageQuery } from '@isegoria/kernel';
import { reportReasons, reportedKinds, type ReportReason, type ReportedKind } from '../report.contract';

/** A report, as the person sees it who made it while signed in. */
export class OwnReportView {
  @IsUUID() readonly id: string;
  @IsIn(reportedKinds) readonly item: ReportedKind;
  @IsUUID() readonly itemId: string;
  @OrNull() @IsUUID() readonly consultationId: string | null;
  @OrNull() @IsString() readonly consultationTitle: string | null;
  @IsIn(reportReasons) readonly reason: ReportReason;
  /** What the person added; null where that was nothing, or its key is no more. */
  @OrNull() @IsString() readonly text: string | null;
  @IsISO8601() readonly reportedAt: string;
  /** Whether a moderator hid what was reported; null while nobody has decided. */
  @OrNull() @IsBoolean() readonly upheld: boolean | null;
  @OrNull() @IsISO8601() readonly decidedAt: string | null;
  /** Why the moderator decided so. */
  @OrNull() @IsString() readonly decision: string | null;
  @OrNull() @IsIn(moderationRules) readonly rule: ModerationRule | null;
}

export class ListOwnReports extends PageRequest {}
export const listOwnReports = pageQuery(ListOwnReports, OwnReportView, {
  route: 'GET /my-reports',
  may: 'participate',
  summary: 'What the signed-in person reported while signed in, and what became of it, newest first',
});
