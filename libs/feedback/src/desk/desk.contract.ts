import { IsIn, IsInt, IsISO8601, IsString, IsUUID } from 'class-validator';
import { OnDesk, deskStates, type DeskState } from '@isegoria/consultations';
import { moderationRules, type ModerationRule } from '@isegoria/content';
import { OrAbsent, OrNull, pageQuery } from '@isegoria/kernel';
import { reportReasons, reportedKinds, type ReportReason, type ReportedKind } from '../report/report.contract';

export const deskKinds = ['statement', 'comment', 'question', 'report', 'appeal'] as const;
export type DeskKind = (typeof deskKinds)[number];

/** Something that somebody wrote, or a report or appeal about it, as moderators see it. */
export class DeskItemView {
  @IsIn(deskKinds) readonly kind: DeskKind;
  /** Of the report or appeal; of what was written where it is none. */
  @IsUUID() readonly id: string;
  /** What was written. */
  @IsIn(reportedKinds) readonly item: ReportedKind;
  @IsUUID() readonly itemId: string;
  @OrNull() @IsUUID() readonly consultationId: string | null;
  @OrNull() @IsString() readonly consultationTitle: string | null;
  /** The pseudonym; null for what the office put. */
  @OrNull() @IsString() readonly author: string | null;
  /** Null where the key of its author is no more, or the author took it back. */
  @OrNull() @IsString() readonly text: string | null;
  /** Of what was written. */
  @IsIn(deskStates) readonly state: DeskState;
  @OrNull() @IsString() readonly reason: string | null;
  @OrNull() @IsIn(moderationRules) readonly rule: ModerationRule | null;
  /** The first eight digits of the account of the moderator who decided last about what was written. */
  @OrNull() @IsString() readonly decidedBy: string | null;
  @OrNull() @IsISO8601() readonly decidedAt: string | null;
  /** Of its words and of what was decided about them; a decision may be based on it (`If-Match`). */
  @IsInt() readonly version: number;
  @IsISO8601() readonly at: string;
  @IsInt() readonly position: number;
  /** Why it was reported. */
  @OrNull() @IsIn(reportReasons) readonly reported: ReportReason | null;
  /** What the reporter, or the author who appeals, says. */
  @OrNull() @IsString() readonly said: string | null;
}

export class ListDesk extends OnDesk {
  @OrAbsent() @IsIn(deskKinds) kind?: DeskKind;
  /** About this alone. */
  @OrAbsent() @IsUUID() itemId?: string;
}
export const listDesk = pageQuery(ListDesk, DeskItemView, {
  route: 'GET /desk',
  may: 'moderate',
  summary: 'What the account may moderate, oldest first: what waits, unless another state is asked for',
});
