import { IsIn, IsInt, IsISO8601, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsUnit, OrAbsent, OrNull, PageRequest, languages, limits, pageQuery, type Language } from '@isegoria/kernel';
import { StatementView } from '../statement/statement.contract';

/** How something stands with the moderators: it waits for them, is shown, or was rejected or hidden. */
export const deskStates = ['waiting', 'shown', 'hidden'] as const;
export type DeskState = (typeof deskStates)[number];

/** What is looked for on a desk of moderators. */
export class OnDesk extends PageRequest {
  @OrAbsent() @IsIn(deskStates) state?: DeskState;
  @OrAbsent() @IsUUID() consultationId?: string;
  /** That of the consultation. */
  @OrAbsent() @IsIn(languages) language?: Language;
  /** Only in this unit and below it. */
  @OrAbsent() @IsUnit() unit?: string;
  /** By one person, under one pseudonym. */
  @OrAbsent() @IsString() @MaxLength(32) author?: string;
}

/** A statement as moderators see it, its words included. */
export class DeskStatementView extends StatementView {
  @IsString() readonly consultationTitle: string;
  /** Of its words and of what was decided about them; a decision may be based on it (`If-Match`). */
  @IsInt() readonly version: number;
  /** The first eight digits of the account of the moderator who decided last. */
  @OrNull() @IsString() readonly decidedBy: string | null;
  @OrNull() @IsISO8601() readonly decidedAt: string | null;
  /** Where it stands in the log. */
  @IsInt() readonly position: number;
}
export class ListDeskStatements extends OnDesk {
  /** These alone, their ids separated by commas. */
  @OrAbsent() @IsString() @MaxLength(37 * limits.pageSize) only?: string;
}
export const listDeskStatements = pageQuery(ListDeskStatements, DeskStatementView, {
  route: 'GET /desk/statements',
  may: 'moderate',
  summary: 'Statements that the account may moderate, with their words and what was decided about them, oldest first',
});
